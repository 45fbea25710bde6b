import type { Person } from '../people/person.ts';
import type { Role } from './accounts.ts';

/** Whether a role may see somebody's plans, and why not. */
export type Access = 'allowed' | 'refusedToRole' | 'notInThisHome' | 'sharingRefused' | 'reasonNeeded';

/**
 * Decides who may see whose plans. A patient's refusal comes before the question for a reason, because no reason
 * would help; a role that may see nobody comes first of all, so that it learns nothing about the patient.
 *
 * @param role the one that acts
 * @param person the patient, without clinical content
 * @param circumstances `sharingRefused`: the patient refused; `reasonGiven`: a reason opens this patient to this account,
 *   role and request
 */
export function accessTo(
  role: Pick<Role, 'reach' | 'careHome'>,
  person: Pick<Person, 'gpList' | 'careHome'>,
  circumstances: { readonly sharingRefused: boolean; readonly reasonGiven: boolean },
): Access {
  if (role.reach === 'nobody') return 'refusedToRole';
  if (role.reach === 'ownHome' && person.careHome !== role.careHome) return 'notInThisHome';
  if (circumstances.sharingRefused) return 'sharingRefused';
  if (role.reach === 'practiceList' && !person.gpList && !circumstances.reasonGiven) return 'reasonNeeded';
  return 'allowed';
}

/** Whom an emergency access in this role alerts, as people call them. */
export function alertedBy({ organisation }: Pick<Role, 'organisation'>): string {
  return `the privacy officer of ${organisation}`;
}
