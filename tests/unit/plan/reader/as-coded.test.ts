import { describe, expect, test } from 'vitest';
import type { NarrativeSection } from '../../../../utils/plan/plan.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { ABOUT, documentOf, form, type Json, NUMBER, patientResource } from '../documents.ts';

const RESTRICTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };

/** What a section that nobody knows is shown as. */
function shown(entries: readonly Json[], section: Json = {}, beside: readonly Json[] = [], patient: Json = {}) {
  const document = documentOf([{ title: 'Something else', entries, section }], beside);
  const entry = (document.entry as Json[]).map((one) =>
    one.fullUrl === 'urn:uuid:patient' ? { ...one, resource: patientResource(patient) } : one,
  );
  const read = readDocument({ ...document, entry }, NUMBER);
  if (!read.ok) throw new Error(read.why);
  return read.plan.otherSections[0] as NarrativeSection;
}
const about = (resourceType: string, more: Json): Json => ({ resourceType, subject: ABOUT, ...more });
const coded = (resource: Json, ...others: readonly Json[]) => shown([resource, ...others]).coded;
const concept = (display: string, text?: string): Json => ({ coding: [{ system: 'urn:x', code: '1', display }], text });

describe('S11: a section Planside does not know shows what its entries say', () => {
  test.each<[string, Json, string]>([
    [
      'a condition since a day',
      about('Condition', { code: concept('Asthma'), onsetDateTime: '2019' }),
      'Asthma; since 2019',
    ],
    [
      'a value with its unit',
      about('Observation', { status: 'final', code: concept('Weight'), valueQuantity: { value: 61.5, unit: 'kg' } }),
      'Weight; 61.5 kg',
    ],
    [
      'yes and no',
      about('Observation', { status: 'final', code: concept('Smokes'), valueBoolean: false }),
      'Smokes; No',
    ],
    [
      'an order not to do something',
      about('ServiceRequest', { status: 'active', intent: 'order', code: concept('Intubation'), doNotPerform: true }),
      'Intubation; do not perform',
    ],
    [
      'a consent that denies',
      {
        resourceType: 'Consent',
        status: 'active',
        patient: ABOUT,
        provision: { type: 'deny', code: [concept('Ventilation')] },
      },
      'deny: Ventilation',
    ],
    [
      'what was refuted, with that word',
      about('Condition', { code: concept('Asthma'), verificationStatus: { coding: [{ code: 'refuted' }] } }),
      'Asthma; refuted',
    ],
    [
      'a relative and their number',
      {
        resourceType: 'RelatedPerson',
        patient: ABOUT,
        name: [{ text: 'Helen Reed' }],
        telecom: [{ system: 'phone', value: '01632 960123' }],
      },
      'Helen Reed; 01632 960123',
    ],
    [
      'a text that says more than the fields',
      about('Goal', {
        lifecycleStatus: 'active',
        description: { text: 'Home' },
        text: { status: 'additional', div: '<div><p>With the cat.</p></div>' },
      }),
      'Home; With the cat.',
    ],
  ])('%s', (_name, resource, line) => {
    expect(coded(resource)).toEqual([line]);
  });

  test('each answer of a form with its question', () => {
    const answered = {
      ...form([]),
      item: [
        { linkId: '1', text: 'For antibiotics', answer: [{ valueBoolean: true }] },
        {
          linkId: '2',
          text: 'For drips',
          answer: [{ valueBoolean: false }],
          item: [{ linkId: '2.1', answer: [{ valueString: 'Tablets only' }] }],
        },
        { linkId: '3', text: 'Nothing answered' },
      ],
    };
    expect(coded(answered)).toEqual(['For antibiotics: Yes', 'For drips: No', '2.1: Tablets only']);
  });

  test('what a list names, and a medicine by its own resource', () => {
    const list = about('List', {
      status: 'current',
      mode: 'snapshot',
      entry: [{ item: { reference: 'MedicationStatement/m' } }],
    });
    const statement = about('MedicationStatement', {
      id: 'm',
      status: 'active',
      medicationReference: { reference: '#a' },
      contained: [{ resourceType: 'Medication', id: 'a', code: { text: 'Oramorph 10mg/5ml' } }],
      dosage: [{ text: '5 ml when needed' }],
    });
    expect(shown([list], {}, [statement]).coded).toEqual(['Oramorph 10mg/5ml; 5 ml when needed']);
  });

  test('not twice: what the author’s text says already', () => {
    const text = { text: { status: 'generated', div: '<div><p>Asthma, since 2019.</p></div>' } };
    expect(shown([about('Condition', { code: concept('Asthma'), onsetDateTime: '2019' })], text)).toEqual({
      title: 'Something else',
      state: 'recorded',
      paragraphs: ['Asthma, since 2019.'],
    });
  });

  test('why it is empty, and what it calls an item that is missing, in its own words', () => {
    expect(
      shown([], { emptyReason: { coding: [{ code: 'unavailable' }], text: 'Ask again in spring' } }).paragraphs,
    ).toEqual(['Ask again in spring']);
    expect(shown([], { entry: [{ reference: 'Condition/9', display: 'Asthma' }] }).paragraphs).toEqual(['Asthma']);
  });

  test('S7: of a restricted patient no relatives, numbers or addresses', () => {
    const relative = { resourceType: 'RelatedPerson', patient: ABOUT, name: [{ text: 'Helen Reed' }] };
    const team = about('CareTeam', { name: 'Night team', telecom: [{ system: 'phone', value: '01632 960123' }] });
    const section = shown([relative, team], {}, [], { meta: { security: [RESTRICTED] } });
    expect(section.coded).toEqual(['Night team']);
  });
});
