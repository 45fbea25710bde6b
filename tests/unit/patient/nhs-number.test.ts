import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTestNhsNumber, looksLikeNhsNumber, parseNhsNumber } from '../../../utils/patient/nhs-number.ts';

/** Modulus 11 once more, from the NHS data dictionary's words and sharing nothing with the product. */
function passes(digits: string): boolean {
  const weighted = [...digits].map((digit, place) => Number(digit) * (10 - place));
  return weighted.reduce((sum, part) => sum + part, 0) % 11 === 0;
}

const allTheSame = (digits: string) => new Set(digits).size === 1;

/** Any valid number: nine digits by chance, the tenth the one that makes them pass. */
const valid = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((nine) => ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((tenth) => nine.join('') + tenth).find(passes))
  .filter((number) => number !== undefined)
  .filter((number) => !allTheSame(number));

const SEPARATORS = [
  '',
  ' ',
  '\u00a0',
  '\u2009',
  '\u202f',
  '\u200b',
  '\n',
  '\t',
  '-',
  '\u2010',
  '\u2011',
  '–',
  '.',
  '/',
];

describe('as the NHS Data Dictionary has it', () => {
  test.each([
    ['999 123 4567', 'the NHS’s own example: its check digit would be 10'],
    ['000 000 0000', 'passes the check and stands for nobody'],
    ['999 999 9999', 'ten times the same digit'],
    ['1111111111', 'ten times the same digit, and passes the check'],
    ['129 728 7652', 'the sample of the CUI banner'],
    ['900 000 0000', 'the invalid example of PDS'],
    ['1254413354', 'a prototype’s number'],
    ['485 777 3456 1', 'eleven digits'],
    ['99910451', 'eight digits'],
    ['NHS 9991045120', 'words around it'],
    ['9991045120 x2', 'more behind it'],
    ['９９９１０４５１２０', 'digits of another script'],
    ['999,104,5120', 'a separator nobody uses'],
    ['+999 104 5120', 'a telephone number'],
    ['', 'nothing'],
  ])('S1: %s is refused: %s', (text) => {
    expect(parseNhsNumber(text)).toBeNull();
  });

  test.each([
    ['000 002 9319', '0000029319'],
    ['900 000 0009', '9000000009'],
    ['9000000025', '9000000025'],
    ['900-000-0033', '9000000033'],
    ['9111231130', '9111231130'],
    [' 999 108 7109\n', '9991087109'],
  ])('%s is %s', (text, digits) => {
    expect(parseNhsNumber(text)).toBe(digits);
  });

  test('a wrong number looks like one, so that the page can be called wrong rather than empty', () => {
    expect(looksLikeNhsNumber('999 123 4567')).toBe(true);
    expect(looksLikeNhsNumber('999 123 456')).toBe(false);
    expect(looksLikeNhsNumber('Not known')).toBe(false);
  });

  test('only the 999 range stands for test patients', () => {
    expect(isTestNhsNumber('9991087109')).toBe(true);
    expect(isTestNhsNumber('9000000009')).toBe(false);
  });
});

describe('properties', () => {
  test('a valid number is read back whatever stands between its digits', () => {
    const spaced = fc.tuple(valid, fc.array(fc.constantFrom(...SEPARATORS), { minLength: 9, maxLength: 9 }));
    fc.assert(
      fc.property(spaced, ([number, between]) => {
        const text = [...number].map((digit, place) => digit + (between[place] ?? '')).join('');
        expect(parseNhsNumber(text)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  test('S1: with one digit changed it never passes', () => {
    fc.assert(
      fc.property(valid, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const digit = (Number(number[place]) + by) % 10;
        expect(parseNhsNumber(number.slice(0, place) + digit + number.slice(place + 1))).toBeNull();
      }),
      { numRuns: 5000 },
    );
  });

  test('S1: with two neighbours swapped it never passes', () => {
    fc.assert(
      fc.property(valid, fc.nat(8), (number, place) => {
        fc.pre(number[place] !== number[place + 1]);
        const swapped = `${number.slice(0, place)}${number[place + 1]}${number[place]}${number.slice(place + 2)}`;
        expect(parseNhsNumber(swapped)).toBeNull();
      }),
      { numRuns: 5000 },
    );
  });

  test('ten digits pass exactly if the dictionary’s sum does and they are not all the same', () => {
    const tenDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(tenDigits, (digits) => {
        const text = digits.join('');
        expect(parseNhsNumber(text)).toBe(passes(text) && !allTheSame(text) ? text : null);
      }),
      { numRuns: 20_000 },
    );
  });

  test('no text ever gives anything but ten digits that are in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = parseNhsNumber(text);
        expect(read === null || text.replace(/[^0-9]/g, '') === read).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
