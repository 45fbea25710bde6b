import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lateness } from '../../../../components/format/age.ts';
import { clockAndDay, longDate, shortDate } from '../../../../components/format/dates.ts';
import { parseBirthDate } from '../../../../utils/patient/birth-date.ts';
import { wordsIn } from '../../../words-in.ts';

const CY = wordsIn('cy');

test.each(['minute', 'hour', 'day', 'month', 'year'] as const)('%s is counted as the Unicode data has it', (unit) => {
  const unicode = new Intl.NumberFormat('cy', { style: 'unit', unit, unitDisplay: 'long', useGrouping: false });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      expect(CY.COUNT[unit](count)).toBe(unicode.format(count));
    }),
  );
});

test('nouns change after 2, 3 and 6, and stay singular', () => {
  expect([1, 2, 3, 4, 6, 11].map(CY.COUNT.plan)).toEqual([
    '1 cynllun',
    '2 gynllun',
    '3 chynllun',
    '4 cynllun',
    '6 chynllun',
    '11 cynllun',
  ]);
  expect([1, 2, 3].map(CY.COUNT.medicine)).toEqual(['1 feddyginiaeth', '2 feddyginiaeth', '3 meddyginiaeth']);
  expect([1, 2, 3].map(CY.COUNT.part)).toEqual(['1 rhan', '2 ran', '3 rhan']);
  expect([1, 2, 3].map(CY.COUNT.paragraph)).toEqual(['1 paragraff', '2 baragraff', '3 pharagraff']);
});

const isoDay = fc
  .date({ min: new Date('1850-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every day has its Welsh name, also in a browser that knows none', () => {
  const unicode = new Intl.DateTimeFormat('cy', { dateStyle: 'long', timeZone: 'UTC' });
  fc.assert(
    fc.property(isoDay, (day) => {
      expect(longDate(day, CY)).toBe(unicode.format(new Date(day)));
    }),
  );
});

test('no two months look alike when short', () => {
  expect(new Set(CY.DATES.shortMonths).size).toBe(12);
  expect(shortDate('1945-07-14', CY)).toBe('14-Gor-1945');
  for (const [at, short] of CY.DATES.shortMonths.entries()) {
    expect(CY.DATES.months[at]?.startsWith(short), short).toBe(true);
  }
});

test('a birth date that is copied from the sidebar can be typed in again', () => {
  fc.assert(
    fc.property(isoDay, (day) => {
      expect(parseBirthDate(shortDate(day, CY))).toBe(day);
      expect(parseBirthDate(longDate(day, CY))).toBe(day);
    }),
  );
});

test('a time and a delay are said in Welsh', () => {
  const now = Date.UTC(2026, 10, 22, 14, 32);
  expect(clockAndDay(now, now, CY)).toBe('14:32 heddiw');
  expect(clockAndDay(now - 86_400_000, now, CY)).toBe('14:32 ar 21-Tac-2026');
  expect(lateness('2026-09-22', '2026-11-22', CY)).toBe('2 fis');
});

test('“a”, “ac” and “a’r” stand where they belong', () => {
  const { and } = CY.LIST;
  expect(and(['y cyfenw'])).toBe('y cyfenw');
  expect(and(['y rhif GIG', 'y dyddiad geni', 'y cyfenw'])).toBe('y rhif GIG, y dyddiad geni a’r cyfenw');
  expect(and(['mam', 'ŵyr'])).toBe('mam ac ŵyr');
  expect(and(['mab', 'merch'])).toBe('mab a merch');
});
