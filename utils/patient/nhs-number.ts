/** What people type or print between the digits: spaces of every width, hyphens, dots, slashes. */
const SEPARATORS = /[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff.\-\u2010-\u2015/]/g;

/**
 * Reads one NHS number from a text that holds nothing else.
 *
 * @param text ten digits, with or without separators (`999 104 5120`, `999-104-5120`)
 * @returns the ten digits, or `null` if it is not an NHS number: wrong length, other characters, check digit
 *   wrong (modulus 11, NHS data dictionary NHS_NUMBER), or ten times the same digit (which can pass the check)
 */
export function parseNhsNumber(text: string): string | null {
  const digits = text.replace(SEPARATORS, '');
  if (!/^[0-9]{10}$/.test(digits) || /^(.)\1{9}$/.test(digits)) return null;
  return checkDigit(digits) === Number(digits[9]) ? digits : null;
}

/**
 * Whether a text has the shape of an NHS number, valid or not: so that a page with a wrong check digit can be
 * told from a page with no number at all.
 */
export function looksLikeNhsNumber(text: string): boolean {
  return /^[0-9]{10}$/.test(text.replace(SEPARATORS, ''));
}

/** Whether a valid number lies in the range that is never issued and stands for a test patient. */
export function isTestNhsNumber(nhsNumber: string): boolean {
  return nhsNumber.startsWith('999');
}

/** Modulus 11: weights 10 to 2; 11 counts as 0, and a 10 fits no digit, so such numbers are never valid. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  return (11 - (sum % 11)) % 11;
}
