import fc from 'fast-check';
import { withCheckDigit } from '../../sandbox/people/nhs-number.ts';

/** Any valid NHS number; the check digit is the sandbox's, which shares nothing with the product. */
export const validNumber: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((nine) => withCheckDigit(String(nine).padStart(9, '0')))
  .filter((number) => number !== undefined)
  .filter((number) => new Set(number).size > 1);
