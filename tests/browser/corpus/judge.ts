import { splitName } from '../../../utils/patient/names.ts';
import type { Shown } from '../harness/sidebar.ts';
import type { Answer, LabelledPerson } from './cases.ts';

/** Who the sidebar says is open, word for word; `birthDate` is `null` where it asks for it. */
export type Claim = { readonly nhsNumber: string; readonly name: string; readonly birthDate: string | null };

export type Verdict = 'right' | 'wrong' | 'miss';

/** The claim in what a person reads in the sidebar; `null`: it names nobody, or there is no sidebar. */
export function claimIn(shown: Shown | null): Claim | null {
  const digits = shown?.parts['nhs-number']?.replace(/\D/g, '');
  if (!shown || !digits) return null;
  return { nhsNumber: digits, name: shown.parts.name ?? '', birthDate: isoDate(shown.parts.born ?? '') };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14-Jul-1938 (88y)`, as the sidebar writes it. */
function isoDate(text: string): string | null {
  const [, day, month = '', year] = /(\d{2})-([A-Z][a-z]{2})-(\d{4})/.exec(text) ?? [];
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  return day === undefined ? null : `${year}-${number}-${day}`;
}

/**
 * Whether a claim names this person: the number, the birth date where both have one, and the name, ignoring case,
 * surrounding space, titles, and the kind of apostrophe, hyphen or space (tests/pages/README.md).
 */
export function isPerson(claim: Claim, person: LabelledPerson): boolean {
  return (
    claim.nhsNumber === person.nhsNumber &&
    (claim.birthDate === null || person.dob === undefined || claim.birthDate === person.dob) &&
    namesOf(person).includes(spoken(claim.name))
  );
}

/** A label may write a name as shown, in its parts, or both. */
function namesOf({ name, familyName, givenName = '' }: LabelledPerson): string[] {
  const inParts = familyName === undefined ? undefined : `${familyName}, ${givenName}`;
  const names = [name, inParts].flatMap((one) => (one === undefined ? [] : [spoken(one)]));
  return names.length > 0 ? names : [''];
}

/** Given names, then family name. */
function spoken(shown: string): string {
  const parts = splitName(shown.replace(/^No name on this page$/, ''));
  return `${parts?.givenNames ?? ''} ${parts?.familyName ?? ''}`
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Judges the answer at one moment by its label. */
export function judge(claim: Claim | null, { expected, acceptable }: Answer): Verdict {
  const right = [expected, ...acceptable].some((one) =>
    one === null ? claim === null : claim !== null && isPerson(claim, one),
  );
  if (right) return 'right';
  return claim === null ? 'miss' : 'wrong';
}

/** Whether one patient had to be claimed: a cautious answer would have been a miss. */
export function isClaimable({ expected, acceptable }: Answer): boolean {
  return expected !== null && !acceptable.includes(null);
}

/**
 * Whether a claim mixes people: it has the number, the birth date or the name of somebody of this case, and not the
 * rest of them. At no instant may there be one.
 */
export function isMixture(claim: Claim, people: readonly LabelledPerson[]): boolean {
  if (people.some((person) => isPerson(claim, person))) return false;
  return people.some(
    (person) =>
      claim.nhsNumber === person.nhsNumber ||
      (claim.birthDate !== null && claim.birthDate === person.dob) ||
      namesOf(person).includes(spoken(claim.name)),
  );
}
