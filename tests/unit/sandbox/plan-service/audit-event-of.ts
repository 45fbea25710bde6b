import type { AuditEvent, AuditEventEntity } from 'fhir/r4';

const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';
const ODS_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code';

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
    entity: [{ what: { identifier: { system: NHS_NUMBER_SYSTEM, value: nhsNumber } } }],
  };
}

/** Somebody as an event names them. */
export type Actor = { readonly issuer: string; readonly username: string; readonly odsCode?: string };

/** The same event, and who acted. */
export function actedBy(event: AuditEvent, { issuer, username, odsCode }: Actor): AuditEvent {
  const who = { identifier: { system: issuer, value: username }, display: `Somebody called ${username}` };
  const organisation = { requestor: false, who: { identifier: { system: ODS_CODE_SYSTEM, value: odsCode ?? '' } } };
  return { ...event, agent: [{ requestor: true, who }, ...(odsCode === undefined ? [] : [organisation])] };
}

/** How each reason travels: SCR-AlertType, SCR-AlertReason, v3-ActReason. */
export const GROUNDS = {
  permission: ['1', '6', 'TREAT'],
  emergency: ['2', '5', 'ETREAT'],
  publicInterest: ['1', '1', 'TREAT'],
  statute: ['1', '2', 'TREAT'],
  courtOrder: ['1', '3', 'TREAT'],
} as const;

export type Ground = keyof typeof GROUNDS;

/** An audit event that gives a reason first. */
export function accessReason(
  id: string,
  nhsNumber: string,
  by: Actor,
  text: string,
  ground: Ground = 'permission',
): AuditEvent {
  const [type, subtype, purpose] = GROUNDS[ground];
  const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: purpose }];
  return {
    ...actedBy(viewOf(id, nhsNumber), by),
    type: { system: 'https://fhir.nhs.uk/CodeSystem/SCR-AlertType', code: type },
    subtype: [{ system: 'https://fhir.nhs.uk/CodeSystem/SCR-AlertReason', code: subtype }],
    action: 'E',
    purposeOfEvent: [{ coding, text }],
  };
}

/** The entity by which an event says where it stands in the trail of its installation. */
export function trailEntity(installation: string, sequence: number, previous: string, missing?: string) {
  const said = { installation, sequence: String(sequence), previous, missing };
  const detail = Object.entries(said).flatMap(([type, valueString]) =>
    valueString === undefined ? [] : [{ type, valueString }],
  );
  return { name: 'Planside audit trail', detail } satisfies AuditEventEntity;
}

/** The same event with one more entity. */
export function withEntity(event: AuditEvent, entity: AuditEventEntity): AuditEvent {
  return { ...event, entity: [...(event.entity ?? []), entity] };
}
