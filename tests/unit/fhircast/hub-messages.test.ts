import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCurrentContext } from '../../../utils/fhircast/current-context.ts';
import { parseHubMessage } from '../../../utils/fhircast/hub-messages.ts';
import { isSameOne, patientInContext } from '../../../utils/fhircast/hub-patient.ts';
import { parseInstant } from '../../../utils/fhircast/instant.ts';
import { confirmationOf, contextAnswer, eventOf, heartbeatOf, okafor, patientOf, reed, UNNAMED } from './hub-words.ts';

const AT = Date.UTC(2026, 10, 26, 12);
const identityIn = (patient: object) => patientInContext([{ key: 'patient', resource: patient }])?.identity;

describe('what a hub says', () => {
  it('is an event about who is open, with its time', () => {
    const said = parseHubMessage(eventOf('patient-OPEN', patientOf(reed), { id: 'a', at: AT }));
    expect(said).toMatchObject({ kind: 'open', id: 'a', at: AT, patient: { identity: { ...reed } } });
  });

  it('is a confirmation only if opens and closes are granted', () => {
    expect(parseHubMessage(confirmationOf())).toEqual({
      kind: 'confirmed',
      topic: 'session-1',
      leaseMs: 7_200_000,
      heartbeats: true,
    });
    const granted = (events: string) => parseHubMessage(confirmationOf({ 'hub.events': events })).kind;
    expect(['patient-*', 'Patient-open, Patient-close', '*', '*-open,*-close'].map(granted)).toEqual(
      Array(4).fill('confirmed'),
    );
    expect(['Patient-open', 'Encounter-*', ''].map(granted)).toEqual(Array(3).fill('denied'));
  });

  it('is a denial, a heartbeat with its period, or some other event', () => {
    expect(parseHubMessage(JSON.stringify({ 'hub.mode': 'denied', 'hub.topic': 'x' }))).toEqual({ kind: 'denied' });
    expect(parseHubMessage(heartbeatOf('b', AT, 4))).toEqual({ kind: 'heartbeat', id: 'b', periodMs: 4_000 });
    expect(parseHubMessage(eventOf('Encounter-open', patientOf(reed), { id: 'c', at: AT }))).toEqual({
      kind: 'other',
      id: 'c',
    });
  });

  it('names nobody with two patients in it', () => {
    const context = [reed, okafor].map((one) => ({ key: 'patient', resource: patientOf(one) }));
    expect(patientInContext(context)).toBeNull();
    expect(parseCurrentContext({ context })).toEqual({ kind: 'unusable', patient: null });
  });

  it.each([
    ['without a number', UNNAMED],
    ['with a digit that is wrong', patientOf({ ...reed, nhsNumber: '9991087108' })],
    ['with a birth date that is none', patientOf({ ...reed, birthDate: '1938-02-30' })],
    ['with half a birth date', patientOf({ ...reed, birthDate: '1938' })],
  ])('names somebody %s who cannot be looked for', (_, patient) => {
    expect(identityIn(patient)).toBeNull();
    expect(parseCurrentContext(contextAnswer(patient))).toMatchObject({ kind: 'unusable' });
  });

  it('may leave out name and birth date, which are asked for then', () => {
    const { nhsNumber } = reed;
    const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber }];
    expect(identityIn({ resourceType: 'Patient', identifier })).toEqual({
      nhsNumber,
      birthDate: null,
      familyName: null,
      givenNames: '',
    });
  });

  it('is nothing that breaks anything, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (anything) => {
        expect(parseHubMessage(anything)).toHaveProperty('kind');
        expect(() => parseCurrentContext(anything)).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
    expect(parseCurrentContext({ context: [] })).toEqual({ kind: 'nobody' });
    expect([null, {}, 'x', { context: 'nobody' }].map(parseCurrentContext)).toEqual([null, null, null, null]);
  });
});

describe('whose a close is', () => {
  const named = (patient: object) => {
    const found = patientInContext([{ key: 'patient', resource: patient }]);
    if (!found) throw new Error('Nobody is named.');
    return found;
  };
  const only = (system: string, value: string, id?: string) =>
    named({ resourceType: 'Patient', ...(id ? { id } : {}), identifier: [{ system, value }] });
  const NHS = 'https://fhir.nhs.uk/Id/nhs-number';

  it.each([
    ['the same number, however it is written', only(NHS, '999 108 7109'), only(NHS, '9991087109'), 'same'],
    ['another number', only(NHS, '9991087109'), only(NHS, '9000000009'), 'other'],
    ['numbers of other kinds', only(NHS, '9991087109'), only('urn:x', '1'), 'cannotTell'],
    ['the same resource', only('urn:x', '1', 'a'), only('urn:y', '2', 'a'), 'same'],
    ['another resource alone, which hubs make anew', only('urn:x', '1', 'a'), only('urn:y', '2', 'b'), 'cannotTell'],
    ['the same number in another resource', only(NHS, '9991087109', 'a'), only(NHS, '9991087109', 'b'), 'same'],
    ['the same resource with another number', only(NHS, '9991087109', 'a'), only(NHS, '9000000009', 'a'), 'cannotTell'],
  ] as const)('%s', (_, one, other, is) => {
    expect([isSameOne(one, other), isSameOne(other, one)]).toEqual([is, is]);
  });
});

it.each([
  ['2026-11-26T12:00:00Z', AT],
  ['2026-11-26T12:00:00.14', AT + 140],
  ['2026-11-26T13:00:00+01:00', AT],
  ['2026-11-26T12:00:00.614989800Z', AT + 614.9898],
  ['2023-04-01T010:38:04.16', null],
  ['26 November 2026', null],
  ['', null],
])('the time %s', (text, at) => {
  const read = parseInstant(text);
  if (at === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(at, 3);
});
