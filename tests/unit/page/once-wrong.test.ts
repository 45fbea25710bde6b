// @vitest-environment happy-dom
// What was once wrong, and was found by tests: each stands here so that it stays found.
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAdapter } from '../../../utils/page/adapter-schema.ts';
import { parseDeclared } from '../../../utils/page/declared-context.ts';
import { fieldsIn, labelledTexts } from '../../../utils/page/fields.ts';
import { nameAtStart } from '../../../utils/page/find-name.ts';
import { isConfirmTitle } from '../../../utils/page/gates.ts';
import { type LabelKind, labelAt } from '../../../utils/page/labels.ts';
import { pieceReader } from '../../../utils/page/pieces.ts';
import { regionTexts } from '../../../utils/page/read-region.ts';
import { readStandard } from '../../../utils/page/read-standard.ts';
import { listMemory } from '../../../utils/page/rows.ts';
import { isForeignTitle, leadIn, titlesOver } from '../../../utils/page/titles.ts';
import { splitName } from '../../../utils/patient/names.ts';
import { declaration } from './declarations.ts';
import { endless, indexNow, one, page, pretendLayout, sightNow } from './layout.ts';
import { thatEnds } from './no-hang.ts';

beforeAll(() => pretendLayout(window));

describe('S12: patterns that are slow on 200 characters and are let through', () => {
  const withPattern = (pattern: string) => ({
    id: 'example-record',
    region: '.banner',
    fields: {
      nhsNumber: { selector: '.number', pattern },
      birthDate: { selector: '.born' },
      name: { whole: { selector: '.name' } },
    },
    proves: [],
    forbids: [],
  });

  test.each<[string, string]>([
    // Each of these was measured on 200 characters of their own making, in Node 26 on the computer that runs the tests.
    ['three open ends and a start anywhere: 1 s', '(\\d+\\d+\\d+x)'],
    ['parts that repeat at most so often: 47 s', '(\\d{0,99}\\d{0,99}\\d{0,99}\\d{0,99}x)'],
    ['parts that may be left out: 16 s, twice as much for each more', `(${'a?'.repeat(22)}b)`],
  ])('%s', (_name, pattern) => {
    expect(() => parseAdapter(withPattern(pattern))).toThrow();
  });
});

test('a label that says how its date is written, with slashes, is a label', () => {
  for (const isLabel of [false, true]) {
    expect(labelAt('Date of birth (dd/mm/yyyy)', isLabel)).toEqual({ kind: 'birthDate', rest: '' });
  }
});

test('small words that stand before family names are no name without one', () => {
  for (const text of ['van der 1', 'de la (2)']) expect(nameAtStart(text, true), text).toBeNull();
});

test('a title before a family name before a comma is no part of it', () => {
  const shown = nameAtStart('Mrs REED, Margaret', false)?.name ?? '';
  expect(splitName(shown)).toMatchObject({ familyName: 'REED', givenNames: 'Margaret' });
});

test('a label that ends in a full stop is found in the text that begins with it', () => {
  for (const shown of ['NHS No. 999 104 5120', 'NHS No.: 999 104 5120']) {
    page(`<p>${shown}</p>`);
    const pieces = pieceReader(sightNow()).piecesIn(document.body) ?? [];
    expect(labelledTexts(pieces, 'NHS No.'), shown).toEqual(['999 104 5120']);
  }
});

test('a section about somebody else, with little in it, is not the title of what follows it', () => {
  page('<section><h2>Next of kin</h2><p>None recorded</p></section><p class="after">NHS No. 999 104 5120</p>');
  expect(titlesOver(one('.after')).filter(isForeignTitle)).toEqual([]);
});

test.each(['Right person?', 'Correct patient?', 'Is it the right patient? Please check.'])(
  'S1: a question that ends a title asks to confirm: %s',
  (title) => {
    expect(isConfirmTitle(title)).toBe(true);
  },
);

test.each([
  '<script>const steps = ["Check your answers"];</script>',
  '<style>/* Confirm patient details */</style>',
  '<p hidden>Is this the right patient?</p>',
])('words that nobody sees ask nothing before a region: %s', (before) => {
  page(`<main><section><div>${before}<div class="x"></div></div></section></main>`);
  expect(isConfirmTitle(leadIn(one('.x')))).toBe(false);
});

test('a number whose groups stand in elements, with hyphens between them, is read whole', () => {
  page('<p>NHS No. <b>999</b>-<b>104</b>-<b>5120</b></p>');
  const pieces = pieceReader(sightNow()).piecesIn(document.body) ?? [];
  const [number] = regionTexts(fieldsIn(pieces)).numbers;
  expect(number?.text?.replace(/\D/g, '')).toBe('9991045120');
});

test('S12: a text of many names with an apostrophe is read to its end', () => {
  // Each of them fits the pattern of a name in capitals in two ways: 60 of them in 2 to the 60th.
  for (const name of ['O’NEILL', "D'ARCY"]) {
    expect(() => thatEnds(() => nameAtStart(`${name} `.repeat(60), true))).not.toThrow();
  }
});

test('S1: a birth date that no calendar has is not declared', () => {
  for (const birthDate of ['1938-02-31', '1938-13-01', '0000-00-00']) {
    expect(parseDeclared(declaration({ resource: { birthDate } })), birthDate).toBeNull();
  }
});

describe('the standard reading', () => {
  const card = '<div><b>REED, Margaret (Mrs)</b> Born 14-Jul-1938 NHS No. 999 104 5120</div>';
  const kindOf = (body: string) => {
    page(body);
    return readStandard(indexNow(), sightNow(), endless, listMemory()).reading.kind;
  };

  test.each([`<button>${card}</button>`, `<div class="user-menu">${card}</div>`])(
    'S1: what is passed over from outside claims nobody from inside: %s',
    (body) => {
      expect(kindOf(body)).toBe('none');
    },
  );

  test('S1: a name that is labelled and is none is not made up from elsewhere', () => {
    const named = (family: string) =>
      `<header><b>Wei Ling</b><p>Family name: ${family}</p><p>First name:</p><p>NHS No. 999 104 5120</p></header>`;
    expect(kindOf(named('Female'))).toBe('unreadable');
    expect(kindOf(named('Tan'))).toBe('patient');
  });

  test('a baby whom the title of the page names as banners do is the patient', () => {
    document.title = 'REED, Margaret - Record';
    const rest = '<p>Seen on the ward round, comfortable, no new problems since the last entry.</p>';
    expect(kindOf(`<section><h2>Baby</h2>${card}${rest}</section>`)).toBe('patient');
    document.title = '';
  });
});

test.each<[string, LabelKind]>([
  ['Middle Name (optional)', 'middleNames'],
  ['First name (required)', 'givenNames'],
  ['Date of Birth (yyyy-mm-dd)', 'birthDate'],
  ['Date of birth (dd/mm/yyyy)', 'birthDate'],
  ['NHS/CHI/H&SC Number', 'nhsNumber'],
])('“%s”: what stands in brackets is a format', (text, kind) => {
  expect(labelAt(text, true)).toEqual({ kind, rest: '' });
});
