import type { Random } from './random.ts';

/**
 * NHS numbers of the 999 test range. The sandbox makes its own check digits and shares nothing with the product,
 * so that a fault in the one cannot hide in the other. Modulus 11 as in the NHS Data Dictionary, NHS NUMBER:
 * weights 10 to 2, check digit 11 minus the remainder, 11 written as 0, 10 never issued.
 */

/** The ten digits for nine, or `undefined` where the check digit would be 10. */
export function withCheckDigit(nineDigits: string): string | undefined {
  const sum = [...nineDigits].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : `${nineDigits}${check}`;
}

/** Hands out numbers of the 999 range, none of them twice. */
export type NhsNumbers = {
  readonly fresh: () => string;
  /** The nearest free number above, so that two people differ in the last digits only. */
  readonly nextTo: (nhsNumber: string) => string;
};

/** All the same digit is a placeholder in real records, so nobody is given 9999999999. */
const PLACEHOLDER = '9999999999';

/** Numbers from the seed; `reserved` ones are never handed out. */
export function nhsNumbers(random: Random, reserved: readonly string[]): NhsNumbers {
  const used = new Set([...reserved, PLACEHOLDER]);
  const claim = (six: number): string | undefined => {
    const number = withCheckDigit(`999${String(six % 1_000_000).padStart(6, '0')}`);
    if (number === undefined || used.has(number)) return undefined;
    used.add(number);
    return number;
  };
  const from = (start: number): string => {
    let six = start;
    let number = claim(six);
    while (number === undefined) number = claim(++six);
    return number;
  };
  return {
    fresh: () => from(random.integer(0, 999_999)),
    nextTo: (nhsNumber) => from(Number(nhsNumber.slice(3, 9)) + 1),
  };
}
