import { accessTo, alertedBy } from '../access.ts';
import type { StoredPatient } from '../store.ts';
import { alertIssue, Refusal } from './outcome.ts';
import type { FhirContext, Surroundings } from './surroundings.ts';

/**
 * Lets a request about a patient pass, or refuses it in the words of docs/plan-service.md. Where a reason would help, the
 * refusal names whom an emergency alerts.
 *
 * @throws Refusal 403 with `forbidden`, `suppressed` or `business-rule`
 */
export function permit(c: FhirContext, { store }: Surroundings, patient: StoredPatient): void {
  const role = c.get('role');
  const { username } = c.get('holder').account;
  const correlationId = c.req.header('x-correlation-id') ?? '';
  const access = accessTo(role, patient, {
    sharingRefused: patient.sharingRefused,
    reasonGiven: store.isOpened({ username, roleId: role.id, patientId: patient.id, correlationId, at: Date.now() }),
  });
  if (access === 'refusedToRole') throw new Refusal(403, 'forbidden', 'Plans are not for this role');
  if (access === 'notInThisHome') throw new Refusal(403, 'forbidden', 'Only for residents of your own home');
  if (access === 'sharingRefused') throw new Refusal(403, 'suppressed', 'The patient does not share this plan');
  if (access === 'reasonNeeded') {
    throw new Refusal(403, 'business-rule', 'A reason is needed first', {}, [alertIssue(alertedBy(role))]);
  }
}

/** Refuses a role that may see nobody before it learns whether there is somebody. */
export function permitRole(c: FhirContext): void {
  if (c.get('role').reach === 'nobody') throw new Refusal(403, 'forbidden', 'Plans are not for this role');
}

/** @throws Refusal 403 where the token was not issued for this */
export function needScope(c: FhirContext, scope: string): void {
  if (c.get('holder').scopes.has(scope)) return;
  throw new Refusal(403, 'forbidden', `The access token lacks ${scope}`, {
    'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"`,
  });
}
