/** Patient resources and FHIRcast events as a clinical system would declare them. */
export function patientResource(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    resourceType: 'Patient',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9991045120' }],
    birthDate: '1938-07-14',
    name: [{ use: 'official', family: 'Reed', given: ['Margaret', 'Ann'] }],
    ...changes,
  };
}

type Changes = {
  readonly timestamp?: unknown;
  readonly event?: unknown;
  readonly context?: unknown;
  /** Changes in the patient. */
  readonly resource?: Readonly<Record<string, unknown>>;
};

/** One event as JSON; what is given as `undefined` is left out. */
export function declaration(changes: Changes = {}): string {
  const context =
    'context' in changes ? changes.context : [{ key: 'patient', resource: patientResource(changes.resource) }];
  return JSON.stringify({
    timestamp: 'timestamp' in changes ? changes.timestamp : '2026-03-01T10:00:00Z',
    id: 'a-message',
    event: { 'hub.topic': 'a-session', 'hub.event': changes.event ?? 'Patient-open', context },
  });
}
