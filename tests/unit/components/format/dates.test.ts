import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarDate,
  clockAndDay,
  clockTime,
  daysInMonth,
  longDate,
  machineDate,
  shortDate,
} from '../../../../components/format/dates.ts';
import { wordsIn } from '../../../words-in.ts';

const EN = wordsIn('en');

const isoDay = fc
  .date({ min: new Date('1850-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a day is written dd-Mmm-yyyy for the eye and in full for the ear', () => {
  expect(shortDate('2026-06-03', EN)).toBe('03-Jun-2026');
  expect(longDate('2026-06-03', EN)).toBe('3 June 2026');
  expect(shortDate('1938-09-14', EN)).toBe('14-Sep-1938');
});

test('a month or a year alone is not made into a day', () => {
  expect(shortDate('2026-02', EN)).toBe('Feb-2026');
  expect(longDate('2026-02', EN)).toBe('February 2026');
  expect(shortDate('2026', EN)).toBe('2026');
  expect(longDate('2026', EN)).toBe('2026');
});

test('a date-time is the day in London, whatever zone it was written in', () => {
  expect(shortDate('2026-06-03T23:30:00Z', EN)).toBe('04-Jun-2026');
  expect(longDate('2026-06-03T23:30:00Z', EN)).toBe('4 June 2026');
  expect(shortDate('2026-12-03T23:30:00Z', EN)).toBe('03-Dec-2026');
  expect(shortDate('2026-06-04T00:30:00+01:00', EN)).toBe('04-Jun-2026');
  expect(shortDate('2026-06-03T10:00:00', EN)).toBe('03-Jun-2026');
});

test.each(['2026-02-30', '2026-13-01', 'last Tuesday', '03/06/2026', '', '2025-02-29'])(
  'what is no date stays as it was sent: %s',
  (sent) => {
    expect(shortDate(sent, EN)).toBe(sent);
    expect(longDate(sent, EN)).toBe(sent);
    expect(machineDate(sent)).toBeUndefined();
    expect(calendarDate(sent)).toBeNull();
  },
);

test('no day is lost or moved: what is written reads back as the same day', () => {
  fc.assert(
    fc.property(isoDay, (day) => {
      expect(new Date(`${longDate(day, EN)} UTC`).toISOString().slice(0, 10)).toBe(day);
      expect(shortDate(day, EN)).toMatch(/^\d{2}-[A-Z][a-z]{2}-\d{4}$/);
      expect(machineDate(day)).toBe(day);
    }),
  );
});

test('months have the length that the calendar gives them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1800, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(daysInMonth(year, month)).toBe(Temporal.PlainYearMonth.from({ year, month }).daysInMonth);
    }),
  );
});

test('a time is said with its day unless it was today', () => {
  const now = Date.UTC(2026, 10, 22, 14, 32);
  expect(clockAndDay(now, now, EN)).toBe('14:32 today');
  expect(clockAndDay(now - 86_400_000, now, EN)).toBe('14:32 on 21-Nov-2026');
  expect(clockTime(now, now, EN)).toBe('14:32');
  expect(clockTime(now - 86_400_000, now, EN)).toBe('14:32 on 21-Nov-2026');
});

test('the clock is that of London in summer too', () => {
  const justAfterMidnight = Date.UTC(2026, 6, 1, 23, 30);
  expect(clockAndDay(justAfterMidnight, justAfterMidnight, EN)).toBe('00:30 today');
  expect(clockAndDay(justAfterMidnight, justAfterMidnight + 86_400_000, EN)).toBe('00:30 on 02-Jul-2026');
});
