import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn, howOld, lateness, spanBetween } from '../../../../components/format/age.ts';
import { wordsIn } from '../../../words-in.ts';

const EN = wordsIn('en');

const isoDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each([
  ['1938-07-14', '2026-11-22', '88'],
  ['1938-11-23', '2026-11-22', '87'],
  ['1938-11-22', '2026-11-22', '88'],
  ['2008-11-22', '2026-11-22', '18'],
  ['2008-11-23', '2026-11-22', '17y 11m'],
  ['2019-05-09', '2026-11-22', '7y 6m'],
  ['2024-11-22', '2026-11-22', '2y 0m'],
  ['2024-11-23', '2026-11-22', '23m 30d'],
  ['2025-09-19', '2026-11-22', '14m 3d'],
  ['2026-11-10', '2026-11-22', '12d'],
  ['2026-11-22', '2026-11-22', '0d'],
])('born %s, on %s: %s', (birthDate, day, age) => {
  expect(ageOn(birthDate, day, EN)).toBe(age);
});

test('someone born on 29 February is a year older on 1 March', () => {
  expect(ageOn('1940-02-29', '2026-02-28', EN)).toBe('85');
  expect(ageOn('1940-02-29', '2026-03-01', EN)).toBe('86');
});

test.each([
  ['1938', '2026-11-22'],
  ['2027-01-01', '2026-11-22'],
  ['1938-02-30', '2026-11-22'],
  ['not known', '2026-11-22'],
])('no age is guessed from %s', (birthDate, day) => {
  expect(ageOn(birthDate, day, EN)).toBeNull();
});

test('months and days are those of the calendar', () => {
  fc.assert(
    fc.property(isoDay, isoDay, (one, other) => {
      const [from = '', to = ''] = [one, other].sort();
      const { months, days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'months' });
      expect(spanBetween(from, to)).toEqual({ months, days });
    }),
    { numRuns: 1000 },
  );
});

test('how late a review is', () => {
  expect(lateness('2026-06-20', '2026-11-22', EN)).toBe('5 months');
  expect(lateness('2026-10-22', '2026-11-22', EN)).toBe('1 month');
  expect(lateness('2026-11-10', '2026-11-22', EN)).toBe('12 days');
  expect(lateness('2026-11-21', '2026-11-22', EN)).toBe('1 day');
  expect(lateness('2026-11-22', '2026-11-22', EN)).toBeNull();
  expect(lateness('2026-12-22', '2026-11-22', EN)).toBeNull();
  expect(lateness('2026-06-20T12:00:00Z', '2026-11-22', EN)).toBe('5 months');
});

test.each([
  [-1, null],
  [0, 'less than 1 minute'],
  [59_999, 'less than 1 minute'],
  [60_000, '1 minute'],
  [59 * 60_000, '59 minutes'],
  [60 * 60_000, '1 hour'],
  [190 * 60_000, '3 hours 10 minutes'],
  [23 * 3_600_000 + 59 * 60_000, '23 hours 59 minutes'],
  [24 * 3_600_000, '1 day'],
  [52 * 3_600_000 + 59 * 60_000, '2 days 4 hours'],
])('how old after %i ms: %s', (span, old) => {
  expect(howOld(span, EN)).toBe(old);
});

test('one is not plural', () => {
  expect([EN.COUNT.part(1), EN.COUNT.part(2)]).toEqual(['1 part', '2 parts']);
});
