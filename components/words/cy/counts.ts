import type { Words } from '../words.ts';

/**
 * The forms a noun takes after 1, 2, 3, 6 and any other number, as they are written after digits: it stays singular and
 * its first letter changes (2 gynllun, 3 chynllun). The numbers are those of the Unicode plural rules for Welsh.
 */
type Forms = {
  readonly one: string;
  readonly two: string;
  readonly three: string;
  readonly six: string;
  readonly other: string;
};

const BY_NUMBER: Readonly<Record<number, keyof Forms>> = { 1: 'one', 2: 'two', 3: 'three', 6: 'six' };

function counted(count: number, forms: Forms): string {
  return `${count} ${forms[BY_NUMBER[count] ?? 'other']}`;
}

/** A noun of which only the form after 2 differs. */
function softAfterTwo(noun: string, two: string): Forms {
  return { one: noun, two, three: noun, six: noun, other: noun };
}

const YEAR: Forms = { one: 'flwyddyn', two: 'flynedd', three: 'blynedd', six: 'blynedd', other: 'mlynedd' };
const PLAN: Forms = { one: 'cynllun', two: 'gynllun', three: 'chynllun', six: 'chynllun', other: 'cynllun' };
const PARAGRAPH: Forms = {
  one: 'paragraff',
  two: 'baragraff',
  three: 'pharagraff',
  six: 'pharagraff',
  other: 'paragraff',
};
const MEDICINE: Forms = { ...softAfterTwo('meddyginiaeth', 'feddyginiaeth'), one: 'feddyginiaeth' };

export const COUNT: Words['COUNT'] = {
  minute: (count) => counted(count, softAfterTwo('munud', 'funud')),
  hour: (count) => counted(count, softAfterTwo('awr', 'awr')),
  day: (count) => counted(count, softAfterTwo('diwrnod', 'ddiwrnod')),
  month: (count) => counted(count, softAfterTwo('mis', 'fis')),
  year: (count) => counted(count, YEAR),
  lessThanAMinute: 'llai nag 1 munud',
  plan: (count) => counted(count, PLAN),
  part: (count) => counted(count, softAfterTwo('rhan', 'ran')),
  section: (count) => counted(count, softAfterTwo('adran', 'adran')),
  medicine: (count) => counted(count, MEDICINE),
  paragraph: (count) => counted(count, PARAGRAPH),
  codedLine: (count) => counted(count, softAfterTwo('llinell â chod', 'linell â chod')),
};
