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
      'do not perform: Intubation',
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
      'refuted: Asthma',
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
    [
      'words in extensions, however deep',
      {
        resourceType: 'Basic',
        subject: ABOUT,
        extension: [
          { url: 'urn:a', valueCode: 'home-only' },
          { url: 'urn:b', extension: [{ url: 'c', valueMarkdown: 'Key with **Ana**' }] },
          { url: 'urn:d', valueCodeableConcept: { text: 'No blood' } },
          { url: 'urn:e', valueCoding: { system: 'urn:x', code: '1', display: 'No tubes' } },
          { url: 'urn:f', valueBoolean: true },
        ],
      },
      'home-only; Key with **Ana**; No blood; No tubes',
    ],
    [
      'a condition on it that nobody here knows',
      about('Goal', {
        lifecycleStatus: 'active',
        description: { text: 'Hospital' },
        modifierExtension: [{ url: 'urn:x', valueString: 'only by day' }],
      }),
      'Hospital; with a condition that Planside does not know; only by day',
    ],
    [
      'of what kind it is, in words alone',
      { resourceType: 'Consent', status: 'draft', patient: ABOUT, category: [{ text: 'Tube: still thinking' }] },
      'draft: Tube: still thinking',
    ],
    [
      'of what kind it is, where it says nothing else',
      { resourceType: 'Consent', status: 'active', patient: ABOUT, category: [concept('Organ donation')] },
      'Organ donation',
    ],
    [
      'from when, until when',
      about('Condition', { code: concept('Delirium'), onsetPeriod: { start: '2026-01-02T10:00:00Z', end: '2026-02' } }),
      'Delirium; 2026-01-02 – 2026-02',
    ],
    [
      'from when',
      about('Condition', { code: concept('Delirium'), onsetPeriod: { start: '2026-01-02' } }),
      'Delirium; from 2026-01-02',
    ],
  ])('%s', (_name, resource, line) => {
    expect(coded(resource)).toEqual([line]);
  });

  test('nothing that was entered in error', () => {
    const asthma = about('Condition', { code: concept('Asthma') });
    const wrong = { verificationStatus: { coding: [{ code: 'entered-in-error' }] } };
    expect(coded({ ...asthma, ...wrong }, about('Condition', { code: concept('Gout') }))).toEqual(['Gout']);
    const paper = about('DocumentReference', { status: 'current', description: 'Donor card' });
    expect(coded(paper, { ...paper, description: 'Other', docStatus: 'entered-in-error' })).toEqual(['Donor card']);
  });

  test('the title of a list, its note, and what was taken off it', () => {
    const goals = ['Home', 'Hospice'].map((text, at) =>
      about('Goal', { id: `g${at}`, lifecycleStatus: 'active', description: { text } }),
    );
    const list = about('List', {
      status: 'current',
      mode: 'changes',
      title: 'Places',
      note: [{ text: 'Changed in May' }],
      entry: [{ item: { reference: 'Goal/g0' } }, { deleted: true, item: { reference: 'Goal/g1' } }],
    });
    expect(shown([list], {}, goals).coded).toEqual([
      'Places',
      'Home',
      'Hospice; taken off this list',
      'Changed in May',
    ]);
  });

  test('what is written into the section itself, and in one that is stated to be empty', () => {
    expect(shown([], { extension: [{ url: 'urn:x', valueString: 'Ring twice' }] }).paragraphs).toEqual(['Ring twice']);
    const text = { status: 'generated', div: '<div><p>None known to this practice</p></div>' };
    const none = { emptyReason: { coding: [{ code: 'nilknown' }] }, text };
    expect(shown([], none)).toMatchObject({ state: 'statedNone', paragraphs: ['None known to this practice'] });
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
