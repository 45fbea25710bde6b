import type { Sighting } from '../page/sighting.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';

/**
 * Watches whose visit it is: it lasts until the tab shows nobody, or somebody else. A page that is just changing, or
 * cannot be read for a moment, ends nothing.
 *
 * @param ended whatever visit was open is over, unless it is of the patient who is named; also called where none was.
 *   The first patient who is seen is always named: who was seen before a page was loaded, or a background killed, only
 *   the book of visits knows
 */
export function visited(ended: (unless: PatientIdentity | null) => void): {
  readonly shows: (sighting: Sighting) => void;
} {
  let who: PatientIdentity | null = null;
  return {
    shows(sighting) {
      if (sighting.kind === 'unsettled' || sighting.kind === 'unreadable') return;
      const next = sighting.kind === 'patient' ? sighting.identity : null;
      const stays = next !== null && who !== null && isSame(who, next);
      if (!stays) ended(who === null ? next : null);
      // A page that leaves the birth date out for a moment does not make two people one.
      who = next && { ...next, birthDate: next.birthDate ?? (stays ? (who?.birthDate ?? null) : null) };
    },
  };
}

function isSame(one: PatientIdentity, other: PatientIdentity): boolean {
  const born = one.birthDate === null || other.birthDate === null || one.birthDate === other.birthDate;
  return one.nhsNumber === other.nhsNumber && born;
}
