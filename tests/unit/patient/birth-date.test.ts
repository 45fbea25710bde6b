import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOfShortYear, parseBirthDate } from '../../../utils/patient/birth-date.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

describe('as systems show it', () => {
  test.each([
    ['14-Jul-1938 (88y)', '1938-07-14'],
    ['27-Feb-2016', '2016-02-27'],
    ['9 February 1970 (57 years old)', '1970-02-09'],
    ['Thursday, January 12, 1939', '1939-01-12'],
    ['Thu 12 Jan 1939', null],
    ['1 Sep 1982', '1982-09-01'],
    ['01-Sept-1982', '1982-09-01'],
    ['30-Jan-1970', '1970-01-30'],
    ['1st March 1944', '1944-03-01'],
    ['22nd August 1944', '1944-08-22'],
    ['3rd of May 1944', null],
    ['May 4, 1944', '1944-05-04'],
    ['04/05/1944', '1944-05-04'],
    ['4.5.1944', '1944-05-04'],
    ['04 05 1944', '1944-05-04'],
    ['04-05-1944', '1944-05-04'],
    ['1944-05-04', '1944-05-04'],
    ['1944-05-04T00:00:00Z', '1944-05-04'],
    ['  14\u00a0Jul\u00a01938\n (88 years)', '1938-07-14'],
    ['14-JUL-1938', '1938-07-14'],
    ['14 july, 1938', '1938-07-14'],
  ])('%s is %s', (text, iso) => {
    expect(parseBirthDate(text)).toBe(iso);
  });

  test.each([
    ['14-Jul-38', 'two digits of a year are two centuries'],
    ['14/07/38', 'two digits of a year'],
    ['Jul-1938', 'no day'],
    ['1938', 'a year alone'],
    ['29-Feb-1939', 'no leap year'],
    ['29-Feb-1900', 'no leap year'],
    ['31/04/1944', 'April has thirty days'],
    ['00/01/1944', 'no day zero'],
    ['01/13/1944', 'no thirteenth month'],
    ['14-Xyz-1938', 'no month'],
    ['14/07-1938', 'two kinds of separator'],
    ['14 Jul 1938 or 1939', 'two years'],
    ['14-Jul-1938 88y', 'something else behind it'],
    ['Born 14-Jul-1938', 'a label in front of it'],
    ['Today, 14 July 1938', 'a day that is no weekday'],
    ['1938-07-14today', 'something else behind an ISO date'],
    ['14-Jul-0038', 'a year of the first century'],
    ['14071938', 'digits alone'],
    ['Not known', 'no date'],
    ['(88y)', 'an age alone'],
    ['', 'nothing'],
  ])('S1: %s is no birth date: %s', (text) => {
    expect(parseBirthDate(text)).toBeNull();
  });

  test('29 February is a day in leap years', () => {
    expect(parseBirthDate('29-Feb-1940')).toBe('1940-02-29');
    expect(parseBirthDate('29/02/2000')).toBe('2000-02-29');
  });
});

describe('the order of digits', () => {
  test('is the day first unless an adapter says otherwise, and is never guessed', () => {
    expect(parseBirthDate('04/05/1944')).toBe('1944-05-04');
    expect(parseBirthDate('04/05/1944', 'monthFirst')).toBe('1944-04-05');
    expect(parseBirthDate('04/25/1944')).toBeNull();
    expect(parseBirthDate('25/04/1944', 'monthFirst')).toBeNull();
    expect(parseBirthDate('1944/05/04', 'yearFirst')).toBe('1944-05-04');
    expect(parseBirthDate('1944/05/04')).toBeNull();
    expect(parseBirthDate('04/05/1944', 'yearFirst')).toBeNull();
  });

  test('does not touch dates in words', () => {
    for (const order of ['dayFirst', 'monthFirst', 'yearFirst'] as const) {
      expect(parseBirthDate('4 May 1944', order)).toBe('1944-05-04');
      expect(parseBirthDate('May 4, 1944', order)).toBe('1944-05-04');
    }
  });
});

const anyDay = fc
  .date({ min: new Date('1870-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => ({
    iso: date.toISOString().slice(0, 10),
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    monthWord: MONTHS[date.getUTCMonth()] ?? '',
    day: date.getUTCDate(),
    weekday: WEEKDAYS[date.getUTCDay()] ?? '',
  }));
const two = (part: number) => String(part).padStart(2, '0');

describe('properties', () => {
  test('every day is read back from every way of writing it', () => {
    fc.assert(
      fc.property(anyDay, ({ iso, year, month, monthWord, day, weekday }) => {
        const short = monthWord.slice(0, 3);
        for (const text of [
          iso,
          `${two(day)}-${short}-${year}`,
          `${day} ${monthWord} ${year}`,
          `${weekday}, ${monthWord} ${day}, ${year}`,
          `${weekday} ${day} ${monthWord} ${year}`,
          `${short}. ${day} ${year}`,
          ...['/', '.', '-', ' '].map((mark) => `${two(day)}${mark}${two(month)}${mark}${year}`),
        ]) {
          expect([text, parseBirthDate(text)]).toEqual([text, iso]);
        }
        expect(parseBirthDate(`${month}/${day}/${year}`, 'monthFirst')).toBe(iso);
        expect(parseBirthDate(`${year}.${two(month)}.${two(day)}`, 'yearFirst')).toBe(iso);
      }),
      { numRuns: 1000 },
    );
  });

  const pieces = fc.constantFrom(
    '1',
    '12',
    '31',
    '29',
    '1938',
    '38',
    '02',
    '-',
    '/',
    ' ',
    '.',
    ',',
    'Feb',
    'July',
    '(',
    't',
  );
  test('S1: never a date that is not in the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const read = parseBirthDate(text);
        if (read === null) return;
        const [year, month, day] = read.split('-').map(Number);
        const numbers = (text.split('(')[0] ?? '').match(/\d+/g)?.map(Number) ?? [];
        expect(numbers).toContain(year);
        expect(numbers).toContain(day);
        const inWords = new RegExp(MONTHS[(month ?? 0) - 1]?.slice(0, 3) ?? '', 'i').test(text);
        expect(inWords || numbers.includes(month ?? 0)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });
});

test.each([
  ['30 — Jun — 1982', '1982-06-30'],
  ['06.Jun.1993', '1993-06-06'],
  ['14–07–1938', '1938-07-14'],
])('%s: dashes and stops between the parts', (text, day) => {
  expect(parseBirthDate(text)).toBe(day);
});

test.each<[string, readonly string[]]>([
  ['13-Apr-71', ['1971-04-13', '2071-04-13']],
  ['11/02/95', ['1995-02-11', '2095-02-11']],
  ['29/02/00 (26y)', ['2000-02-29']],
  ['31/02/95', []],
  ['11/02/1995', []],
  ['95-02-11', []],
  ['soon', []],
])('%s: a year of two digits may be of two centuries', (text, days) => {
  expect(daysOfShortYear(text)).toEqual(days);
});
