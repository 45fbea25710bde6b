import { withCheckDigit } from '../../people/nhs-number.ts';
import { randomFrom } from '../../people/random.ts';

const FAMILY_NAMES = [
  'Lindqvist',
  'Okonjo',
  'Pritchard',
  'Venkat',
  'Halloran',
  'Marchetti',
  'Dunmore',
  'Sadiq',
] as const;
const INITIALS = 'ABCEHJKMNRST';

/** A doctor of the sandbox, the same one for the same key. */
export function doctorFor(key: string): { readonly name: string; readonly registration: string } {
  const random = randomFrom(1, `doctor:${key}`);
  const name = `Dr ${INITIALS.charAt(random.integer(0, INITIALS.length - 1))} ${random.pick(FAMILY_NAMES)}`;
  return { name, registration: registrationNumber(name) };
}

/**
 * A professional's registration number: ten digits that also pass modulus 11, as one in eleven does by chance, so that
 * only its label tells it from an NHS number. Of the 998 range, which is never issued as one.
 */
export function registrationNumber(name: string): string {
  const random = randomFrom(1, `registration:${name}`);
  let number: string | undefined;
  while (number === undefined) number = withCheckDigit(`998${String(random.integer(0, 999_999)).padStart(6, '0')}`);
  return number;
}
