import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBirthDate } from '../../../components/states/typed-birth-date.ts';

const TODAY = '2026-11-22';

test.each([
  [{ day: '14', month: '7', year: '1938' }, '1938-07-14'],
  [{ day: ' 09', month: '05 ', year: '2019' }, '2019-05-09'],
  [{ day: '29', month: '2', year: '1940' }, '1940-02-29'],
  [{ day: '22', month: '11', year: '2026' }, TODAY],
])('%o is a date of birth', (typed, birthDate) => {
  expect(checkBirthDate(typed, TODAY)).toEqual({ birthDate });
});

test.each([
  [{ day: '', month: '', year: '' }, 'missing', ['day', 'month', 'year']],
  [{ day: '1', month: ' ', year: '1940' }, 'missing', ['month']],
  [{ day: '1', month: 'Feb', year: '1940' }, 'notDigits', ['month']],
  [{ day: '-1', month: '2', year: '1940' }, 'notDigits', ['day']],
  [{ day: '1', month: '2', year: '40' }, 'shortYear', ['year']],
  [{ day: '29', month: '2', year: '1941' }, 'noSuchDay', ['day', 'month', 'year']],
  [{ day: '1', month: '13', year: '1941' }, 'noSuchDay', ['day', 'month', 'year']],
  [{ day: '0', month: '1', year: '1941' }, 'noSuchDay', ['day', 'month', 'year']],
  [{ day: '23', month: '11', year: '2026' }, 'future', ['year']],
  [{ day: '1', month: '1', year: '1838' }, 'tooLongAgo', ['year']],
])('%o is wrong: %s', (typed, wrong, fields) => {
  expect(checkBirthDate(typed, TODAY)).toEqual({ wrong, fields });
});

test('whatever is typed, only a real day of the last 130 years comes out', () => {
  const text = fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ min: 0, max: 2100 }).map(String));
  fc.assert(
    fc.property(text, text, text, (day, month, year) => {
      const checked = checkBirthDate({ day, month, year }, TODAY);
      if (!('birthDate' in checked)) return;
      expect(Temporal.PlainDate.from(checked.birthDate).toString()).toBe(checked.birthDate);
      expect(checked.birthDate > '1895' && checked.birthDate <= TODAY).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
