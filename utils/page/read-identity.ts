import { type DateOrder, parseBirthDate } from '../patient/birth-date.ts';
import { splitName } from '../patient/names.ts';
import { looksLikeNhsNumber, parseNhsNumber } from '../patient/nhs-number.ts';
import type { Reading } from './sighting.ts';

/** The texts of one identity region, as found; `null` where there is nothing. */
export type IdentityTexts = {
  readonly nhsNumber: string | null;
  readonly birthDate: string | null;
  readonly birthDateOrder?: DateOrder | undefined;
  readonly name: { readonly whole: string } | { readonly family: string; readonly given: string } | null;
};

/**
 * Turns the texts of one identity region into a reading.
 *
 * @returns `patient` only with a valid NHS number and a name; a birth date that is missing is `null` (the person at
 *   the screen is asked), one that is there but cannot be read makes the page unreadable; a region that is still
 *   empty is nobody.
 */
export function readIdentity(texts: IdentityTexts): Reading {
  const { nhsNumber: numberText, birthDate: dateText } = texts;
  const name = nameParts(texts);
  if (!numberText && !dateText && !name) return { kind: 'none' };
  if (!numberText) return { kind: 'unreadable', cause: 'incomplete' };
  const nhsNumber = parseNhsNumber(numberText);
  if (nhsNumber === null) {
    return { kind: 'unreadable', cause: looksLikeNhsNumber(numberText) ? 'nhsNumberInvalid' : 'incomplete' };
  }
  const birthDate = dateText ? parseBirthDate(dateText, texts.birthDateOrder) : null;
  if (dateText && birthDate === null) return { kind: 'unreadable', cause: 'birthDateUnreadable' };
  if (!name) return { kind: 'unreadable', cause: 'incomplete' };
  return { kind: 'patient', identity: { nhsNumber, birthDate, ...name } };
}

function nameParts({ name }: IdentityTexts): { familyName: string; givenNames: string } | null {
  if (name === null) return null;
  const whole = 'whole' in name ? name.whole : name.family && `${name.family}, ${name.given}`;
  const parts = splitName(whole);
  return parts && { familyName: parts.familyName, givenNames: parts.givenNames };
}
