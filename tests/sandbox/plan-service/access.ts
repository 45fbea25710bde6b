import type { Person } from '../people/person.ts';
import type { Account } from './accounts.ts';

/** Whether an account may see somebody's plans, and why not. */
export type Access = 'allowed' | 'refusedToRole' | 'notInThisHome' | 'sharingRefused' | 'reasonNeeded';

/**
 * Decides who may see whose plans. A patient's refusal comes before the question for a reason, because no reason
 * would help; a role that may see nobody comes first of all, so that it learns nothing about the patient.
 *
 * @param person the patient, without clinical content
 * @param circumstances `sharingRefused`: the patient refused; `reasonGiven`: this account gave a reason for this patient
 */
export function accessTo(
  account: Account,
  person: Pick<Person, 'gpList' | 'careHome'>,
  circumstances: { readonly sharingRefused: boolean; readonly reasonGiven: boolean },
): Access {
  if (account.reach === 'nobody') return 'refusedToRole';
  if (account.reach === 'ownHome' && person.careHome !== account.careHome) return 'notInThisHome';
  if (circumstances.sharingRefused) return 'sharingRefused';
  if (account.reach === 'practiceList' && !person.gpList && !circumstances.reasonGiven) return 'reasonNeeded';
  return 'allowed';
}
