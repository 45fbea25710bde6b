// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAdapter } from '../../../utils/page/adapter-schema.ts';
import { readLessonPage } from '../../../utils/teach/lesson.ts';
import { writeAdapter } from '../../../utils/teach/write-adapter.ts';
import { pretendLayout } from '../page/layout.ts';
import { nobodyPage, patientPage, readPage } from './lesson-bed.ts';

beforeAll(() => pretendLayout(window));

const MARGARET = { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'REED', givenNames: 'Margaret' };
const ANN = { nhsNumber: '9991045120', birthDate: '1950-02-01', familyName: 'DOYLE', givenNames: 'Ann' };
const LIST = '<main class="book"><table id="day-list"><tr><td>DOYLE, Ann</td></tr></table></main>';

type Filled = { name: string; born: string; number: string };
const REED: Filled = { name: 'REED, Margaret', born: '14-Jul-1938', number: '999 108 7109' };
const DOYLE: Filled = { name: 'DOYLE, Ann', born: '01-Feb-1950', number: '999 104 5120' };

const LAYOUTS: Record<string, { body: (one: Filled) => string; at: { number: string; date: string; name: string } }> = {
  'classes that say what they are': {
    body: ({ name, born, number }) =>
      `<header class="bar"><div class="person css-1x8y2"><b class="person-name">${name}</b><i class="person-born">${born}</i><span class="person-number">${number}</span></div></header>`,
    at: { number: '.person-number', date: '.person-born', name: 'b' },
  },
  'labels alone': {
    body: ({ name, born, number }) =>
      `<section class="strip"><dl><div><dt>Name</dt><dd>${name}</dd></div><div><dt>Date of birth</dt><dd>${born} (88y)</dd></div><div><dt>NHS number</dt><dd>${number}</dd></div></dl></section>`,
    at: { number: 'div:nth-child(3) dd', date: 'div:nth-child(2) dd', name: 'div:nth-child(1) dd' },
  },
  'labels that Planside does not know': {
    body: ({ name, born, number }) =>
      `<section class="strip"><dl><div><dt>Who</dt><dd>${name}</dd></div><div><dt>Came</dt><dd>${born}</dd></div><div><dt>Spine ref</dt><dd>${number}</dd></div></dl></section>`,
    at: { number: 'div:nth-child(3) dd', date: 'div:nth-child(2) dd', name: 'div:nth-child(1) dd' },
  },
  'one run of text': {
    body: ({ name, born, number }) =>
      `<div id="top-strip"><p class="who">${name} (Mrs) Born ${born} NHS No. ${number}</p></div>`,
    at: { number: '.who', date: '.who', name: '.who' },
  },
  'generated names around names that stay': {
    body: ({ name, born, number }) =>
      `<div class="sc-aXbYcZ" data-testid="patient-strip"><span class="css-k2j3" data-testid="patient-name">${name}</span><span class="css-zz9" data-testid="patient-dob">${born}</span><span id="n-${number.replaceAll(' ', '')}" data-testid="patient-nhs">${number}</span></div>`,
    at: {
      number: '[data-testid="patient-nhs"]',
      date: '[data-testid="patient-dob"]',
      name: '[data-testid="patient-name"]',
    },
  },
};

describe.each(Object.entries(LAYOUTS))('%s', (_, { body, at }) => {
  test('one page teaches the next', () => {
    const first = patientPage(body(REED), at);
    expect(first.identity).toEqual(MARGARET);
    const written = writeAdapter('taught', [first, readPage(body(DOYLE), ANN), nobodyPage(LIST)]);
    if (written.kind !== 'written') throw new Error(`no ${written.what}`);
    const { adapter } = written;
    expect(parseAdapter(JSON.parse(JSON.stringify(adapter)))).toEqual(adapter);
    expect(adapter.careful).toBe(true);
    expect(adapter.forbids).toEqual(['#day-list']);
    expect(readLessonPage(readPage(body(DOYLE), ANN), adapter)).toEqual({ kind: 'patient', identity: ANN });
    expect(readLessonPage(nobodyPage(LIST), adapter)).toEqual({ kind: 'none' });
    expect(JSON.stringify(adapter)).not.toMatch(/REED|Margaret|DOYLE|999|1938|css-|sc-/i);
  });
});
