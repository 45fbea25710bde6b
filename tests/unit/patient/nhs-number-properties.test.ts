import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeNhsNumber, parseNhsNumber } from '../../../utils/patient/nhs-number.ts';
import { validNumber } from './valid-number.ts';

const points = (from: number, to = from) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

/** Everything that is written between digits: blanks, hyphens, dots, slashes, and what nobody sees. */
const MARKS = [
  ...[' ', '\t', '\n', '\r', '\u00a0', '.', '-', '/'],
  ...points(0x2000, 0x200b), // spaces of every width, and none at all
  ...points(0x2010, 0x2015), // hyphens and dashes
  ...['\u202f', '\u205f', '\u2060', '\u3000', '\ufeff'],
];
const MARGARET = '9991045120';

const digitsOf = (number: string) => [...number].map(Number);
const replaced = (number: string, place: number, digit: number) =>
  number.slice(0, place) + digit + number.slice(place + 1);
const places = Array.from({ length: 10 }, (_, place) => place);
const pairsOfPlaces = places.flatMap((one) => places.filter((other) => other > one).map((other) => [one, other]));

/** Every number that differs from this one in exactly one digit: 90 of them. */
function oneDigitChanged(number: string): string[] {
  return places.flatMap((place) =>
    places.filter((digit) => digit !== Number(number[place])).map((digit) => replaced(number, place, digit)),
  );
}

/** Every number in which two different digits have changed places, wherever they stand. */
function twoDigitsSwapped(number: string): string[] {
  const digits = digitsOf(number);
  return pairsOfPlaces.flatMap(([one = 0, other = 0]) => {
    const [a = 0, b = 0] = [digits[one], digits[other]];
    return a === b ? [] : [replaced(replaced(number, one, b), other, a)];
  });
}

describe('ways of writing', () => {
  test.each(MARKS.map((mark) => [`U+${mark.codePointAt(0)?.toString(16).padStart(4, '0')}`, mark]))(
    'a number is read back with %s at any one place, before and behind it too',
    (_name, mark) => {
      for (let place = 0; place <= 10; place += 1) {
        const text = MARGARET.slice(0, place) + mark + MARGARET.slice(place);
        expect(parseNhsNumber(text)).toBe(MARGARET);
        expect(looksLikeNhsNumber(text)).toBe(true);
      }
    },
  );

  const marks = fc.array(fc.constantFrom('', ...MARKS), { maxLength: 3 }).map((several) => several.join(''));
  const between = fc.array(marks, { minLength: 11, maxLength: 11 });
  const spelt = (number: string, around: readonly string[]) =>
    around.map((mark, place) => mark + (number[place] ?? '')).join('');

  test('any number is read back from any mixture of marks, several of them in one place', () => {
    fc.assert(
      fc.property(validNumber, between, (number, around) => {
        expect(parseNhsNumber(spelt(number, around))).toBe(number);
      }),
      { numRuns: 3000 },
    );
  });

  test('S1: marks never make a wrong number a right one', () => {
    fc.assert(
      fc.property(validNumber, fc.nat(89), between, (number, which, around) => {
        const wrong = spelt(oneDigitChanged(number)[which] ?? '', around);
        expect([wrong, parseNhsNumber(wrong)]).toEqual([wrong, null]);
        expect(looksLikeNhsNumber(wrong)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('S1: a digit lost, a digit typed twice, a letter for a digit, and two numbers in one text are refused', () => {
    fc.assert(
      fc.property(validNumber, validNumber, fc.nat(9), fc.constantFrom(...' -,/\n'), (number, other, place, mark) => {
        const [before, after] = [number.slice(0, place), number.slice(place + 1)];
        for (const text of [
          before + after,
          before + number[place] + number[place] + after,
          `${before}O${after}`,
          number + mark + other,
        ]) {
          expect([text, parseNhsNumber(text)]).toEqual([text, null]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/**
 * The weights 10 to 1 are all different and none is a multiple of 11, a prime. So a change of one digit shows, and so
 * does a swap of any two different digits: their places differ by 1 to 9 and so do they. Beyond that one mistake in
 * eleven goes unseen, which is why the birth date is compared as well.
 */
describe('S1: what modulus 11 guarantees', () => {
  test('each of the ninety changes of one digit is refused', () => {
    fc.assert(
      fc.property(validNumber, (number) => {
        const changed = oneDigitChanged(number);
        expect(changed).toHaveLength(90);
        expect(changed.filter((one) => parseNhsNumber(one) !== null)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('each swap of two different digits is refused, of neighbours and of digits far apart', () => {
    fc.assert(
      fc.property(validNumber, (number) => {
        expect(twoDigitsSwapped(number).filter((one) => parseNhsNumber(one) !== null)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(twoDigitsSwapped('0000029319')).toHaveLength(45 - 10 - 1);
  });

  test('two changed digits pass exactly if their weights cancel, which some do', () => {
    const change = fc.record({
      pair: fc.constantFrom(...pairsOfPlaces),
      first: fc.integer({ min: 1, max: 9 }),
      second: fc.integer({ min: 1, max: 9 }),
    });
    let unseen = 0;
    fc.assert(
      fc.property(validNumber, change, (number, { pair: [one = 0, other = 0], first, second }) => {
        const digits = digitsOf(number);
        const [a = 0, b = 0] = [digits[one], digits[other]];
        const [newA, newB] = [(a + first) % 10, (b + second) % 10];
        const changed = replaced(replaced(number, one, newA), other, newB);
        fc.pre(new Set(changed).size > 1);
        const cancels = ((newA - a) * (10 - one) + (newB - b) * (10 - other)) % 11 === 0;
        expect(parseNhsNumber(changed)).toBe(cancels ? changed : null);
        unseen += cancels ? 1 : 0;
      }),
      { numRuns: 10_000 },
    );
    expect(unseen).toBeGreaterThan(0);
  });

  test('a double digit that is mistaken for another double passes in the fifth and sixth place only', () => {
    fc.assert(
      fc.property(validNumber, fc.nat(8), fc.nat(9), (number, place, digit) => {
        const twin = (value: number) => replaced(replaced(number, place, value), place + 1, value);
        const before = places.map(twin).find((one) => parseNhsNumber(one) !== null);
        const after = twin(digit);
        fc.pre(before !== undefined && before !== after && new Set(after).size > 1);
        // Their weights are 6 and 5: together 11.
        expect(parseNhsNumber(after) !== null).toBe(place === 4);
      }),
      { numRuns: 5000 },
    );
  });
});
