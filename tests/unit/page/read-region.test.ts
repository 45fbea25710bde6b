// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { fieldsIn } from '../../../utils/page/fields.ts';
import { pieceReader } from '../../../utils/page/pieces.ts';
import { bestNames, LABELLED, type RegionTexts, regionTexts } from '../../../utils/page/read-region.ts';
import { page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

function textsOf(body: string): RegionTexts {
  return regionTexts(fieldsIn(pieceReader(sightNow()).piecesIn(page(body).body) ?? []));
}
const numbersOf = (body: string) => textsOf(body).numbers.map(({ text }) => text);
const datesOf = (body: string) => textsOf(body).birthDates.map(({ text }) => text);
/** The best names, a family name and given names as `family|given`. */
const namesOf = (body: string) =>
  bestNames(textsOf(body).names).map(({ name }) => ('whole' in name ? name.whole : `${name.family}|${name.given}`));

describe('numbers', () => {
  test.each<[string, string, readonly (string | null)[]]>([
    ['in groups', '<p>NHS No. 999 104 5120</p>', ['999 104 5120']],
    ['without groups', '<p>NHS No. 9991045120</p>', ['9991045120']],
    ['with hyphens', '<p>NHS No. 999-104-5120</p>', ['999-104-5120']],
    ['in elements', '<p>NHS No. <b>999</b> <b>104</b> <b>5120</b></p>', ['9991045120']],
    ['one by one', `<p>NHS No. ${[...'9991045120'].map((digit) => `<i>${digit}</i>`).join('')}</p>`, ['9991045120']],
    ['before words', '<p>NHS No. 999 104 5120 (traced)</p>', ['999 104 5120']],
    ['before words of their own', '<p>NHS No. <b>999 104 5120</b> <i>copy</i></p>', ['999 104 5120']],
    ['behind a sign', '<p>NHS No. <b>✓</b> <b>999 104 5120</b></p>', ['999 104 5120']],
    ['behind words', '<p><b>NHS No.</b> <b>see 999 104 5120</b></p>', [null]],
    ['not known', '<p>NHS No. not known</p>', [null]],
    ['nowhere', '<p>NHS No.</p>', [null]],
    ['too long, so that it is refused and not cut', '<p>NHS No. 999 104 5120 1</p>', ['999 104 5120 1']],
    ['too short', '<p>NHS No. 999 104</p>', ['999 104']],
    ['two', '<p>NHS No. 999 104 5120</p><p>NHS number: 900 000 0009</p>', ['999 104 5120', '900 000 0009']],
    ['of somebody else', '<p>Mother’s NHS number: 999 104 5120</p>', []],
    ['without a label', '<p>999 104 5120</p>', []],
  ])('%s', (_name, body, numbers) => {
    expect(numbersOf(body)).toEqual(numbers);
  });

  test('say in which texts they stand', () => {
    const [number] = textsOf('<p>NHS No. <b>999</b> <b>104</b> <b>5120</b> <i>copy</i></p>').numbers;
    expect(number?.nodes.map(({ textContent }) => textContent)).toEqual(['999', '104', '5120']);
  });
});

const year = (age: number) => new Date().getFullYear() - age;

describe('birth dates', () => {
  test.each<[string, string, readonly string[]]>([
    ['labelled', '<p>Born 14-Jul-1938 (88y)</p>', ['14-Jul-1938']],
    ['with slashes', '<p>DOB: 14/07/1938</p>', ['14/07/1938']],
    ['as computers write them', '<p>DOB: 1938-07-14</p>', ['1938-07-14']],
    ['in words', '<p>Date of birth: Thursday, 14 July 1938</p>', ['14 July 1938']],
    ['with the month first', '<p>Date of birth: July 14, 1938</p>', ['July 14, 1938']],
    ['in Welsh', '<p>Dyddiad geni: 14 Gorffennaf 1938</p>', ['14 Gorffennaf 1938']],
    ['with an ordinal', '<p>Born 14th July 1938</p>', ['14th July 1938']],
    ['in elements', '<p><b>Born</b> <i>14</i> <i>Jul</i> <i>1938</i></p>', ['14 Jul 1938']],
    ['twice, the same', '<p>Born 14-Jul-1938</p><p>DOB: 14-Jul-1938</p>', ['14-Jul-1938']],
    ['S1: twice, different', '<p>Born 14-Jul-1938</p><p>DOB: 15-Jul-1938</p>', ['14-Jul-1938', '15-Jul-1938']],
    // What cannot be read must not be passed over: the page is refused.
    ['S1: with two digits for the year', '<p>Born 14-Jul-38</p>', ['14-Jul-38']],
    ['not known', '<p>Born: not known</p>', []],
    ['without label and age', '<p>14-Jul-1938</p>', []],
    ['of the registration', '<p>Registered: 14-Jul-1938</p>', []],
  ])('%s', (_name, body, dates) => {
    expect(datesOf(body)).toEqual(dates);
  });

  test.each<[string, number, boolean]>([
    ['the age it makes this year', 30, true],
    ['the age it made last year', 31, true],
    ['another age', 29, false],
    ['an age far off', 60, false],
  ])('without a label beside %s', (_name, fromYear, isDate) => {
    for (const age of ['30y', '(30 years)', '30 yrs', 'oed 30 oed']) {
      const body = `<p>14-Jul-${year(fromYear)} ${age}</p>`;
      expect(datesOf(body), body).toEqual(isDate ? [`14-Jul-${year(fromYear)}`] : []);
    }
  });

  test('a labelled one leaves no room for one without a label', () => {
    expect(datesOf(`<p>Born 14-Jul-1938</p><p>1-Jan-${year(30)} (30y)</p>`)).toEqual(['14-Jul-1938']);
  });
});

describe('names', () => {
  test.each<[string, string, readonly string[]]>([
    ['as banners write them', '<p>REED, Margaret (Mrs)</p>', ['REED, Margaret (Mrs)']],
    ['in elements', '<p><b>REED</b>, <i>Margaret</i> <u>(Mrs)</u></p>', ['REED, Margaret']],
    ['with a title of its own', '<p><b>Mrs</b> <i>Margaret</i> <i>Reed</i></p>', ['Mrs Margaret Reed']],
    ['in a heading', '<h1>Leola Abbott</h1>', ['Leola Abbott']],
    ['labelled', '<p>Name: Leola Abbott</p>', ['Leola Abbott']],
    ['labelled, of one word', '<p>Name: Leola</p>', ['Leola']],
    ['labelled, in small letters', '<p>Name: leola abbott</p>', ['leola abbott']],
    [
      'labelled, with a comma on its own',
      '<dl><dt>Name</dt><dd><b>abbott</b> , <i>leola</i></dd></dl>',
      ['abbott, leola'],
    ],
    ['labelled, before a number', '<p>Name: leola abbott 12345</p>', ['leola abbott']],
    ['labelled, and not known', '<p>Name: not known</p>', []],
    ['of a patient', '<p>Patient: REED, Margaret</p>', ['REED, Margaret']],
    ['of a patient who is only words', '<p>Patient: seen today</p>', []],
    ['in two fields', '<p>Surname: REED</p><p>Forename: Margaret</p>', ['REED|Margaret']],
    [
      'in three fields',
      '<dl><dt>Surname</dt><dd>REED</dd><dt>First name</dt><dd>Margaret</dd><dt>Middle names</dt><dd>Ann</dd></dl>',
      ['REED|Margaret Ann'],
    ],
    [
      'in three fields, one with a dash',
      '<p>Surname: REED</p><p>Forename: Margaret</p><p>Middle name: -</p>',
      ['REED|Margaret'],
    ],
    ['of which only the family name is known', '<p>Surname: REED</p>', ['REED|']],
    ['of which only given names are known', '<p>Forename: Margaret</p>', []],
    ['S1: with two family names', '<p>Surname: REED</p><p>Surname: DOYLE</p><p>Forename: Ann</p>', []],
    ['of the practice', '<p>GP: Dr Anwen PRYCE</p>', []],
    ['of a page', '<h1>Patient Summary</h1>', []],
    [
      'two as certain as each other',
      '<p>REED, Margaret</p><p>DOYLE, Patrick</p>',
      ['REED, Margaret', 'DOYLE, Patrick'],
    ],
    [
      'the most certain, and who else is named as a record is',
      '<p>Name: Leola Abbott</p><p>REED, Margaret</p><p>Mr Tom Yates</p>',
      ['Leola Abbott', 'REED, Margaret'],
    ],
  ])('%s', (_name, body, names) => {
    expect(namesOf(body)).toEqual(names);
  });

  test('a link is known for one', () => {
    const [link] = textsOf('<p><a href="#">REED, Margaret</a></p>').names;
    const [plain] = textsOf('<p>REED, Margaret</p>').names;
    expect([link?.isLink, plain?.isLink]).toEqual([true, false]);
  });

  test('a labelled name ranks above any other', () => {
    expect(textsOf('<p>Name: leola</p>').names.map(({ rank }) => rank)).toEqual([LABELLED]);
    expect(bestNames([])).toEqual([]);
  });
});
