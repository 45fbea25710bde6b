import type { Sighting } from '../page/sighting.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';

/**
 * Watches whose visit it is: it lasts until the tab shows nobody, or somebody else. A page that is just changing, or
 * cannot be read for a moment, ends nothing.
 *
 * @param ended whatever visit was open is over; also called where none was
 */
export function visited(ended: () => void): { readonly shows: (sighting: Sighting) => void } {
  let who: PatientIdentity | null = null;
  return {
    shows(sighting) {
      if (sighting.kind === 'unsettled' || sighting.kind === 'unreadable') return;
      const next = sighting.kind === 'patient' ? sighting.identity : null;
      if (!next || (who && !isSame(who, next))) ended();
      who = next;
    },
  };
}

function isSame(one: PatientIdentity, other: PatientIdentity): boolean {
  const born = one.birthDate === null || other.birthDate === null || one.birthDate === other.birthDate;
  return one.nhsNumber === other.nhsNumber && born;
}
