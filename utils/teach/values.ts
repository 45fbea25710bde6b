import { type DateOrder, parseBirthDate } from '../patient/birth-date.ts';
import { splitName } from '../patient/names.ts';
import { parseNhsNumber } from '../patient/nhs-number.ts';

const NUMBER = /(?<!\d)\d{3}[\s\u00a0.\-\u2010-\u2015]*\d{3}[\s\u00a0.\-\u2010-\u2015]*\d{4}(?!\d)/g;
const MONTH = '\\p{L}{3,10}\\.?';
const DATE = new RegExp(
  `(?<!\\d)(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?:[ .\\u2010-\\u2015-]+${MONTH}[ .,\\u2010-\\u2015-]+|([/. -])\\d{1,2}\\1)\\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?!\\d)`,
  'gu',
);

/** Where in a text something stands, word for word. */
export type FoundNumber = { readonly text: string; readonly nhsNumber: string };
export type FoundDate = { readonly text: string; readonly birthDate: string; readonly order: DateOrder };

/** The NHS numbers that stand in a text. */
export function numbersIn(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER)].flatMap(([found]) => {
    const nhsNumber = parseNhsNumber(found);
    return nhsNumber === null ? [] : [{ text: found, nhsNumber }];
  });
}

/** The dates in a text that somebody alive or lately dead may have been born on. */
export function datesIn(text: string): FoundDate[] {
  return [...text.matchAll(DATE)].flatMap(([found]) => {
    for (const order of ['dayFirst', 'monthFirst'] as const) {
      const birthDate = parseBirthDate(found, order);
      if (birthDate !== null && birthDate <= new Date().toISOString()) return [{ text: found, birthDate, order }];
    }
    return [];
  });
}

/** Whether a date in digits may be read in two ways. */
export function isAmbiguous(text: string): boolean {
  const other = parseBirthDate(text, 'monthFirst');
  return other !== null && parseBirthDate(text, 'dayFirst') !== null && other !== parseBirthDate(text, 'dayFirst');
}

/** Whether two texts name one person in one way. */
export function isSameName(text: string, familyName: string | null, givenNames: string): boolean {
  const parts = splitName(text);
  return parts !== null && parts.familyName === familyName && parts.givenNames === givenNames;
}
