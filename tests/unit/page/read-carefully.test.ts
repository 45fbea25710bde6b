// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../utils/page/adapter.ts';
import { readCarefully } from '../../../utils/page/read-carefully.ts';
import { pageReader } from '../../../utils/page/read-page.ts';
import { readWithAdapter } from '../../../utils/page/read-with-adapter.ts';
import { listMemory } from '../../../utils/page/rows.ts';
import { endless, indexNow, page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

const adapter: Adapter = {
  id: 'taught',
  region: '.box',
  fields: {
    nhsNumber: { selector: '.number' },
    birthDate: { selector: '.born', order: 'monthFirst' },
    name: { whole: { selector: '.name' } },
  },
  proves: [],
  forbids: [],
  careful: true,
};
const FIELDS = `<b class="name">REED, Margaret</b> <span class="born">07/14/1938</span>
  <span class="number">999 108 7109</span>`;
const BOX = `<div class="box">${FIELDS}</div>`;
const LABELLED = BOX.replace('<span class="number">', '<span>NHS No.</span> <span class="number">');
const DATED = LABELLED.replace('<span class="born">', '<i>Born</i> <span class="born">');
const OTHER = `<section><h2>DOYLE, Ann</h2><dl><dt>NHS number</dt><dd>999 104 5120</dd>
  <dt>Date of birth</dt><dd>01-Feb-1950</dd></dl></section>`;
const margaret = {
  kind: 'patient',
  identity: { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'REED', givenNames: 'Margaret' },
};
const origins = ['https://record.example'];
const none = { kind: 'none' };
const several = { kind: 'several' };

const read = (body: string) =>
  readCarefully(page(body), adapter, indexNow(), sightNow(), endless, listMemory()).reading;
const bold = (body: string) => readWithAdapter(page(body), adapter, indexNow(), sightNow()).reading;

test.each([
  ['a number that no label names', BOX],
  ['a number with its label', LABELLED],
  ['number and birth date with their labels, and the month first', DATED],
  ['a month first that could be a day', DATED.replace('07/14/1938', '07/04/1938')],
  [
    'the same person once more',
    BOX +
      OTHER.replace('DOYLE, Ann', 'REED, Margaret')
        .replace('999 104 5120', '999 108 7109')
        .replace('01-Feb-1950', '14-Jul-1938'),
  ],
])('whoever the adapter finds is open: %s', (_, body) => {
  const birthDate = body.includes('07/04') ? '1938-07-04' : margaret.identity.birthDate;
  expect(read(body)).toEqual({ ...margaret, identity: { ...margaret.identity, birthDate } });
});

describe('S1: what makes the standard reading refuse makes this one refuse', () => {
  test.each<[string, string, unknown]>([
    ['a dialog', `<div role="dialog">${BOX}</div>`, none],
    ['a step that asks to confirm', `<h2>Is this the right patient?</h2>${BOX}`, none],
    ['search results', `<h2>Search results</h2>${BOX}`, none],
    ['the section of a relative', `<section><h3>Next of kin</h3>${BOX}</section>`, none],
    ['an entry of a list', `<ul><li>${BOX}</li></ul>`, none],
    ['a button that takes this person', `<div>${BOX}<button>Open record</button></div>`, none],
    ['something to press', BOX.replace('class="box"', 'class="box" style="cursor: pointer"'), none],
    [
      'a table of people',
      `<table><tr><th>Patient</th><th>Ward</th><th>Bed</th></tr><tr><td>${BOX}</td><td>Maple</td><td>4</td></tr></table>`,
      none,
    ],
    ['with its label in a step', `<h2>Confirm patient</h2>${LABELLED}`, none],
    ['its number labelled in a list alone', `${BOX}<ul><li>REED, Margaret NHS No. 999 108 7109</li></ul>`, none],
    ['a second person', BOX + OTHER, several],
    [
      'another birth date',
      BOX + OTHER.replace('DOYLE, Ann', 'REED, Margaret').replace('999 104 5120', '999 108 7109'),
      several,
    ],
  ])('%s', (_, body, expected) => {
    expect(bold(body)).toEqual(margaret);
    expect(read(body)).toEqual(expected);
  });
});

test('an adapter that is not careful is read as it is', () => {
  const { careful: _, ...plain } = adapter;
  page(`<div role="dialog">${BOX}</div>`);
  expect(readCarefully(document, plain, indexNow(), sightNow(), endless, listMemory()).reading).toEqual(margaret);
});

test('the reader of a page reads so', () => {
  page(`<div role="dialog">${BOX}</div>`);
  const { careful: _, ...plain } = adapter;
  const readBy = (by: Adapter) => {
    const read = pageReader(window, indexNow(), { adapter: by, origins });
    return read(false)?.reading;
  };
  expect(readBy(adapter)).toEqual(none);
  expect(readBy(plain)).toEqual(margaret);
});
