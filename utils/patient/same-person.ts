import { foldedWords } from './names.ts';
import type { PatientIdentity } from './patient-identity.ts';

type Named = Pick<PatientIdentity, 'familyName' | 'givenNames'>;

/**
 * Whether two names a page shows can be one person's. One may leave out given names of the other; what both have is
 * the same after folding, in whatever order: `PACOCHA, Juanita Maria` and `Juanita Pacocha`. A name of one word is the
 * other only whole.
 */
export function canBeOneName(one: Named, other: Named): boolean {
  const [less, more] = [one, other]
    .map(({ familyName, givenNames }) => foldedWords(`${familyName ?? ''} ${givenNames}`))
    .sort((a, b) => a.length - b.length) as [string[], string[]];
  if (less.join('') === more.join('')) return true;
  return less.length > 1 && isAmong(less, more);
}

/** Whether every word is there, as often as it stands. */
function isAmong(words: readonly string[], more: readonly string[]): boolean {
  const left = [...more];
  return words.every((word) => left.includes(word) && left.splice(left.indexOf(word), 1).length > 0);
}

/**
 * Several identities shown at once, as one person: every two must have the same number, no birth date or the same, and
 * names that can be one. The fullest is taken, whatever the order.
 *
 * @returns `null`: they are not one person, or there is none
 */
export function asOnePerson(identities: readonly PatientIdentity[]): PatientIdentity | null {
  const fits = identities.every((one) => identities.every((other) => canBeOne(one, other)));
  const [fullest] = [...identities].sort(byFullness);
  if (!fits || !fullest) return null;
  const birthDate = identities.map((one) => one.birthDate).find((date) => date !== null) ?? null;
  return { ...fullest, birthDate };
}

function canBeOne(one: PatientIdentity, other: PatientIdentity): boolean {
  const sameDay = one.birthDate === null || other.birthDate === null || one.birthDate === other.birthDate;
  const sameName = one.familyName === null || other.familyName === null || canBeOneName(one, other);
  return one.nhsNumber === other.nhsNumber && sameDay && sameName;
}

function byFullness(one: PatientIdentity, other: PatientIdentity): number {
  const [a, b] = [one, other].map(({ familyName, givenNames }) => `${familyName ?? ''}|${givenNames}`) as [
    string,
    string,
  ];
  return b.length - a.length || (a < b ? -1 : a > b ? 1 : 0);
}
