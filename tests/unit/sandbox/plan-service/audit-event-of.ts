import type { AuditEvent } from 'fhir/r4';

/** An audit event as a client sends it when a plan was shown. */
export function viewOf(id: string, nhsNumber: string): AuditEvent {
  return {
    resourceType: 'AuditEvent',
    id,
    type: {
      system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
      code: 'rest',
      display: 'RESTful Operation',
    },
    action: 'R',
    recorded: '2026-11-22T10:00:00.000Z',
    outcome: '0',
    agent: [{ requestor: true, who: { display: 'Somebody' } }],
    source: { observer: { display: 'Planside' } },
    entity: [{ what: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber } } }],
  };
}

/** An audit event that gives a reason first. */
export function accessReason(id: string, nhsNumber: string, text: string): AuditEvent {
  const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'ETREAT' }];
  return { ...viewOf(id, nhsNumber), purposeOfEvent: [{ coding, text }] };
}
