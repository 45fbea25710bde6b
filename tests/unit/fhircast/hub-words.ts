/** What a hub writes, as FHIRcast STU3 has it (2.4, 2.5, 2.9, 3.2). */
export type Named = {
  readonly nhsNumber: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: string;
};

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
export const TOPIC = 'session-1';

export const reed: Named = {
  nhsNumber: '9991087109',
  familyName: 'Reed',
  givenNames: 'Margaret',
  birthDate: '1938-07-14',
};
export const okafor: Named = {
  nhsNumber: '9000000025',
  familyName: 'Okafor',
  givenNames: 'Daniel',
  birthDate: '1951-02-03',
};
export const pugh: Named = { nhsNumber: '9000000009', familyName: 'Pugh', givenNames: 'Gwen', birthDate: '1944-11-30' };

export function patientOf({ nhsNumber, familyName, givenNames, birthDate }: Named): object {
  return {
    resourceType: 'Patient',
    id: `hub-${nhsNumber}`,
    identifier: [
      { system: NHS_NUMBER, value: nhsNumber },
      { system: 'urn:oid:2.999.1', value: `MRN-${nhsNumber}` },
    ],
    name: [{ use: 'official', family: familyName, given: [givenNames] }],
    birthDate,
  };
}

/** Somebody without an NHS number. */
export const UNNAMED = {
  resourceType: 'Patient',
  id: 'hub-unnamed',
  identifier: [{ system: 'urn:oid:2.999.1', value: 'MRN-9' }],
};

export function eventOf(
  name: string,
  patient: object,
  { id, at }: { readonly id: string; readonly at: number },
): string {
  const context = [{ key: 'patient', resource: patient }];
  return JSON.stringify({
    timestamp: new Date(at).toISOString(),
    id,
    event: { 'hub.topic': TOPIC, 'hub.event': name, context },
  });
}

export function heartbeatOf(id: string, at: number, period = 10): string {
  const context = [{ key: 'period', decimal: String(period) }];
  return JSON.stringify({
    timestamp: new Date(at).toISOString(),
    id,
    event: { 'hub.topic': TOPIC, 'hub.event': 'Heartbeat', context },
  });
}

export function confirmationOf(more: object = {}): string {
  return JSON.stringify({
    'hub.mode': 'subscribe',
    'hub.topic': TOPIC,
    'hub.events': 'Patient-open,Patient-close,Heartbeat',
    'hub.lease_seconds': 7200,
    ...more,
  });
}

export function contextAnswer(patient: object | null): object {
  return patient
    ? { 'context.type': 'Patient', 'context.versionId': '1', context: [{ key: 'patient', resource: patient }] }
    : { 'context.type': '', context: [] };
}
