import { daysOfShortYear, parseBirthDate } from '../patient/birth-date.ts';
import { splitName } from '../patient/names.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { canBeOneName } from '../patient/same-person.ts';
import { bestNames, type RegionName, type RegionTexts } from './read-region.ts';
import type { Reading } from './sighting.ts';

/** `isSure`: the page says which word is the family name. */
type Name = Pick<PatientIdentity, 'givenNames'> & { readonly familyName: string; readonly isSure: boolean };

/**
 * One person from all regions with the same NHS number. They may say more or less of the name and the birth date, but
 * nothing else.
 */
export function mergeRegions(nhsNumber: string, regions: readonly RegionTexts[]): Reading {
  const texts = regions.flatMap(({ birthDates }) => birthDates.map(({ text }) => text));
  const short = texts.map(daysOfShortYear).filter((days) => days.length > 0);
  const dates = new Set(texts.filter((text) => daysOfShortYear(text).length === 0).map((text) => parseBirthDate(text)));
  if (dates.has(null)) return { kind: 'unreadable', cause: 'birthDateUnreadable' };
  const names = regions
    .flatMap((region) => bestNames(region.names))
    .map(split)
    .filter((name) => name !== null);
  const best = names.find(({ isSure }) => isSure) ?? names[0];
  if (!best) return { kind: 'unreadable', cause: 'incomplete' };
  // A year of two digits makes no birth date, but it must not be another one's.
  const days = dates.size > 0 ? [...dates] : (short[0] ?? []);
  const isOther = short.length > 0 && !days.some((day) => day !== null && short.every((one) => one.includes(day)));
  if (dates.size > 1 || isOther || names.some((name) => !canBeOneName(best, name))) return { kind: 'several' };
  const [birthDate = null] = dates;
  return {
    kind: 'patient',
    identity: { nhsNumber, birthDate, familyName: best.familyName, givenNames: best.givenNames },
  };
}

function split({ name }: RegionName): Name | null {
  if ('family' in name) return { familyName: name.family, givenNames: name.given, isSure: true };
  const parts = splitName(name.whole);
  return parts && { familyName: parts.familyName, givenNames: parts.givenNames, isSure: name.whole.includes(',') };
}
