import type { Person } from '../people/person.ts';

/** Whoever is open in a hub; `unnamed`: somebody without an NHS number. */
export type OpenInHub = Pick<Person, 'nhsNumber' | 'familyName' | 'givenNames' | 'birthDate'> | 'unnamed';

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
const RECORD_NUMBER = 'urn:oid:2.999.1';

export type HubEvent = { readonly timestamp: string; readonly id: string; readonly event: object };

/** As FHIRcast has it (3.3.1). */
export function patientResource(open: OpenInHub): object {
  if (open === 'unnamed') {
    return { resourceType: 'Patient', id: 'unnamed', identifier: [{ system: RECORD_NUMBER, value: 'R-0' }] };
  }
  const { nhsNumber, familyName, givenNames, birthDate } = open;
  return {
    resourceType: 'Patient',
    id: `p-${nhsNumber}`,
    identifier: [
      { system: NHS_NUMBER, value: nhsNumber },
      { system: RECORD_NUMBER, value: `R-${nhsNumber}` },
    ],
    name: [{ use: 'official', family: familyName, given: givenNames }],
    birthDate,
  };
}

/** An event about who is open, as a hub sends it. */
export function contextEvent(
  topic: string,
  name: 'Patient-open' | 'Patient-close',
  open: OpenInHub,
  at: number,
): HubEvent {
  return event(topic, name, [{ key: 'patient', resource: patientResource(open) }], at);
}

/** A sign of life (3.2.2). */
export function heartbeat(topic: string, seconds: number): object {
  return event(topic, 'Heartbeat', [{ key: 'period', decimal: String(seconds) }], Date.now());
}

function event(topic: string, name: string, context: readonly object[], at: number): HubEvent {
  return {
    timestamp: new Date(at).toISOString(),
    id: crypto.randomUUID(),
    event: { 'hub.topic': topic, 'hub.event': name, context },
  };
}

/** The answer to who is open (2.9). */
export function currentContext(open: OpenInHub | null, version: number): object {
  return {
    'context.type': open === null ? '' : 'Patient',
    'context.versionId': String(version),
    context: open === null ? [] : [{ key: 'patient', resource: patientResource(open) }],
  };
}

/** That a subscription holds (2.4). */
export function confirmation(topic: string, events: string, leaseSeconds: number): object {
  return { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.events': events, 'hub.lease_seconds': leaseSeconds };
}

/** That a subscription has ended (2.4). */
export function denial(topic: string): object {
  return { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.events': '', 'hub.reason': 'session over' };
}
