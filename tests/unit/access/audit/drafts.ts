import type { AuditDraft, AuditFact } from '../../../../utils/access/audit/audit-draft.ts';
import type { AuditConnection } from '../../../../utils/access/audit/send-event.ts';

export const ACTOR = {
  issuer: 'https://sign-in.example',
  subject: 'subject-4711',
  name: 'Dr Priya Raman',
  role: 'General practitioner',
  roleId: '555021935107',
  odsCode: 'Y12345',
};

export const NHS_NUMBER = '9990548609';

export const VIEW: Extract<AuditFact, { kind: 'view' }> = {
  kind: 'view',
  plans: [{ planId: 'plan-77', version: '3' }],
  savedCopy: false,
  reason: null,
};

/** 25 November 2026, 10:00 UTC. */
export const NOON = Date.UTC(2026, 10, 25, 10);

/** What somebody did, with an id of its own. */
export function draftOf(fact: AuditFact = VIEW, id: string = crypto.randomUUID()): AuditDraft {
  return { id, at: NOON, fact, actor: ACTOR, nhsNumber: NHS_NUMBER, correlationId: crypto.randomUUID() };
}

export const CONNECTION: AuditConnection = {
  fhirBase: 'https://plans.example/fhir/R4',
  accessToken: 'token-1',
  odsCode: 'Y12345',
  roleId: '555021935107',
};
