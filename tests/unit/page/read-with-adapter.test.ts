// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../utils/page/adapter.ts';
import { readWithAdapter } from '../../../utils/page/read-with-adapter.ts';
import { indexNow, one, page, pretendLayout, putInFront, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));
afterEach(() => putInFront());

const adapter: Adapter = {
  id: 'example-record',
  region: '.banner',
  fields: {
    nhsNumber: { selector: '.number', pattern: '([\\d ]{10,})$' },
    birthDate: { selector: '.born', pattern: '^Born (.+)$' },
    name: { whole: { selector: '.name' } },
  },
  proves: ['.tabs'],
  forbids: ['.results', '.confirm'],
  selfTest: [
    { screen: 'An open record', shows: '.record', sees: 'patient' },
    { screen: 'The list of the day', shows: '.day-list', sees: 'nobody' },
  ],
};
const FIELDS = `<b class="name">REED, Margaret (Mrs)</b> <span class="born">Born 14-Jul-1938 (88y)</span>
  <span class="number">NHS No. 999 108 7109</span>`;
const BANNER = `<div class="banner">${FIELDS}</div>`;
const TABS = '<nav class="tabs">Summary</nav>';
const margaret = {
  kind: 'patient',
  identity: { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'REED', givenNames: 'Margaret' },
};
const read = (body: string, changes: Partial<Adapter> = {}) =>
  readWithAdapter(page(body), { ...adapter, ...changes }, indexNow(), sightNow());
const reading = (body: string, changes: Partial<Adapter> = {}) => read(body, changes).reading;
const none = { kind: 'none' };

test('one region with its proof is somebody, and the reading rests on it', () => {
  const look = read(BANNER + TABS);
  expect(look.reading).toEqual(margaret);
  expect(look.restsOn.map(({ className }) => className)).toEqual(['banner']);
});

describe('S1: no claim', () => {
  test.each<[string, string, unknown]>([
    ['nothing at all', '', none],
    ['no proof', BANNER, none],
    ['a hidden proof', `${BANNER}<nav class="tabs" hidden>Summary</nav>`, none],
    ['search results beside it', `${BANNER}${TABS}<ul class="results"><li>DOYLE</li></ul>`, none],
    ['a step that asks to confirm', `${BANNER}${TABS}<p class="confirm">Is this right?</p>`, none],
    ['two regions', BANNER + BANNER + TABS, { kind: 'several' }],
    ['two regions and no proof', BANNER + BANNER, { kind: 'several' }],
    ['a hidden region', `<div hidden>${BANNER}</div>${TABS}`, none],
    ['a region without size', `<div class="banner" data-box="10 10 0 0">${FIELDS}</div>${TABS}`, none],
    ['a region left of the page', `<div class="banner" data-box="-500 10 100 20">${FIELDS}</div>${TABS}`, none],
    ['a region beyond the page', `<div class="banner" data-box="10 3000 100 20">${FIELDS}</div>${TABS}`, none],
    ['a region of a tab in the background', `<div aria-hidden="true">${BANNER}</div>${TABS}`, none],
    ['a region behind a dialog', `<main inert>${BANNER}</main>${TABS}`, none],
    ['a region that is still empty', `<div class="banner"></div>${TABS}`, none],
    [
      'S11: the record without its region',
      `<main class="record">${TABS}</main>`,
      { kind: 'unreadable', cause: 'pageChanged' },
    ],
    ['the record hidden and no region', `<main class="record" hidden>${TABS}</main>`, none],
    ['the record with its region', `<main class="record">${BANNER}${TABS}</main>`, margaret],
    [
      'S11: the record with its region hidden',
      `<main class="record"><div hidden>${BANNER}</div>${TABS}</main>`,
      { kind: 'unreadable', cause: 'pageChanged' },
    ],
    [
      'S11: a region on a screen that has none',
      `<div class="day-list"></div>${BANNER}${TABS}`,
      { kind: 'unreadable', cause: 'pageChanged' },
    ],
    [
      'S11: two regions on a screen that has none',
      `<div class="day-list"></div>${BANNER}${BANNER}${TABS}`,
      { kind: 'unreadable', cause: 'pageChanged' },
    ],
    ['the screen that has none, without one', '<div class="day-list"></div>', none],
    ['the screen that has none, hidden', `<div class="day-list" hidden></div>${BANNER}${TABS}`, margaret],
    [
      'what is forbidden, before any screen is judged',
      `<div class="day-list"></div>${BANNER}${TABS}<ul class="results"></ul>`,
      none,
    ],
  ])('%s', (_name, body, expected) => {
    expect(reading(body)).toEqual(expected);
  });

  test('results that are hidden forbid nothing', () => {
    expect(reading(`${BANNER}${TABS}<ul class="results" hidden></ul>`)).toEqual(margaret);
  });

  test('a region further down the page is still open', () => {
    expect(reading(`<div class="banner" data-box="10 1900 100 20">${FIELDS}</div>${TABS}`)).toEqual(margaret);
  });

  test('without a self-test, a missing region is nobody', () => {
    const { selfTest: _selfTest, ...without } = adapter;
    page(`<main class="record">${TABS}</main>`);
    expect(readWithAdapter(document, without, indexNow(), sightNow()).reading).toEqual(none);
    expect(reading(`<main class="record">${TABS}</main>`, { selfTest: [] })).toEqual(none);
  });

  test('a region behind a layer that is opaque is not there', () => {
    page(
      `${BANNER}${TABS}<div class="layer" style="background-color: rgb(255, 255, 255)" data-box="0 0 1280 720"></div>`,
    );
    putInFront(one('.layer'), one('.banner'));
    const look = readWithAdapter(document, adapter, indexNow(), sightNow());
    expect(look.reading).toEqual(none);
    putInFront(one('.banner'), one('.layer'));
    expect(readWithAdapter(document, adapter, indexNow(), sightNow()).reading).toEqual(margaret);
  });

  test('a region, its proof and what is forbidden may stand in open shadow roots', () => {
    page(TABS);
    const host = document.body.appendChild(document.createElement('x-record'));
    host.attachShadow({ mode: 'open' }).innerHTML = BANNER;
    const here = () => readWithAdapter(document, adapter, indexNow(), sightNow()).reading;
    expect(here()).toEqual(margaret);
    host.shadowRoot?.append(Object.assign(document.createElement('p'), { className: 'confirm' }));
    expect(here()).toEqual(none);
  });
});

describe('fields', () => {
  const banner = (inside: string) => `<div class="banner">${inside}</div>${TABS}`;
  const incomplete = { kind: 'unreadable', cause: 'incomplete' };

  test.each<[string, string, unknown]>([
    ['a number twice, the same', `${FIELDS}<i class="number">999 108 7109</i>`, margaret],
    ['S1: two numbers', `${FIELDS}<i class="number">900 000 0009</i>`, incomplete],
    ['a second number that is hidden', `${FIELDS}<i class="number" hidden>900 000 0009</i>`, margaret],
    ['S1: a number the pattern does not find', FIELDS.replace('999 108 7109', 'not known'), incomplete],
    ['S1: a wrong number', FIELDS.replace('7109', '7108'), { kind: 'unreadable', cause: 'nhsNumberInvalid' }],
    [
      'S1: a birth date that is none',
      FIELDS.replace('14-Jul-1938', '14-Jul-38'),
      { kind: 'unreadable', cause: 'birthDateUnreadable' },
    ],
    [
      'S1: two birth dates',
      `${FIELDS}<i class="born">Born 15-Jul-1938</i>`,
      { ...margaret, identity: { ...margaret.identity, birthDate: null } },
    ],
    ['S1: no name', FIELDS.replace('REED, Margaret (Mrs)', ''), incomplete],
    ['spaces and lines of the source', FIELDS.replace('REED,', '\n  REED,\u00a0\n'), margaret],
  ])('%s', (_name, inside, expected) => {
    expect(reading(banner(inside))).toEqual(expected);
  });

  test('from attributes, in two parts, the month first', () => {
    const fields: Adapter['fields'] = {
      nhsNumber: { selector: 'x-patient', from: { attribute: 'number' } },
      birthDate: { selector: 'x-patient', from: { attribute: 'born' }, order: 'monthFirst' },
      name: { family: { selector: '.family' }, given: { selector: '.given' } },
    };
    const body = banner(
      `<x-patient number="9991087109" born="07/14/1938"><i class="family">REED</i> <i class="given">Margaret</i></x-patient>`,
    );
    expect(reading(body, { fields })).toEqual(margaret);
    expect(reading(body.replace('class="given"', ''), { fields })).toEqual({
      ...margaret,
      identity: { ...margaret.identity, givenNames: '' },
    });
    expect(reading(body.replace('class="family"', ''), { fields })).toEqual(incomplete);
    expect(reading(body.replace('number="9991087109"', ''), { fields })).toEqual(incomplete);
  });

  test.each([
    [175, margaret],
    [200, incomplete],
  ])('S12: a pattern never sees more than 200 characters: %i before the number', (before, expected) => {
    const long = FIELDS.replace('NHS No.', 'x'.repeat(before));
    expect(reading(banner(long))).toEqual(expected);
  });
});

test('frames of other paths say nothing', () => {
  const { pathname } = document.location;
  expect(reading(BANNER + TABS, { framePaths: ['/menu', pathname] })).toEqual(margaret);
  expect(reading(BANNER + TABS, { framePaths: ['/menu'] })).toEqual(none);
  expect(reading(BANNER + TABS, { framePaths: [] })).toEqual(none);
});
