import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import {
  ABOUT,
  documentOf,
  flag,
  type Json,
  NHS_NUMBER_SYSTEM,
  NUMBER,
  patientResource,
  snomed,
} from '../documents.ts';
import { byKind } from './by-kind.ts';
import { OTHERS, PATIENTS_ONLY, type Position, SUBJECTS } from './subject-positions.ts';

const OTHER = '9000000009';
const numbered = (value: string): Json => ({ identifier: { system: NHS_NUMBER_SYSTEM, value } });

type Named = readonly [name: string, who: Json];

/** Somebody else, named so that it can only be a patient. */
const AS_A_PATIENT: readonly Named[] = [
  ['by a relative address', { reference: 'Patient/other' }],
  ['by an absolute address', { reference: 'https://plans.example/fhir/Patient/other' }],
  ['by a version', { reference: 'Patient/other/_history/2' }],
  ['by a version of an absolute address', { reference: 'https://plans.example/fhir/Patient/other/_history/2' }],
  ['by their NHS number', numbered(OTHER)],
  ['by their NHS number beside the right address', { ...ABOUT, ...numbered(OTHER) }],
  ['by their NHS number and their type', { ...numbered(OTHER), type: 'Patient' }],
  ['by an address that is not there, as a Patient', { reference: 'urn:uuid:other', type: 'Patient' }],
  ['by a search for their NHS number', { reference: `Patient?identifier=${NHS_NUMBER_SYSTEM}|${OTHER}` }],
  ['by an address with a slash behind it', { reference: 'Patient/other/' }],
  [
    'by the number of another system, as a Patient',
    { type: 'Patient', identifier: { system: 'urn:ward', value: '1' } },
  ],
  ['by name alone, as a Patient', { type: 'Patient', display: 'John Smith' }],
  ['by name beside the right address', { ...ABOUT, display: 'SMITH, John' }],
];

/** Somebody else, named where nobody but a patient can stand. */
const AS_A_SUBJECT: readonly Named[] = [
  ...AS_A_PATIENT,
  ['by an address that is not there', { reference: 'urn:uuid:other' }],
  ['by the address of the plan itself', { reference: 'urn:uuid:plan' }],
  ['by an id that is not contained', { reference: '#other' }],
  ['by name alone', { display: 'John Smith' }],
  ['by the right name alone', { display: 'Margaret Reed' }],
  ['as nobody', {}],
];

/** This patient, in every way in which a document may name them. */
const RIGHT: readonly Named[] = [
  ['by address', ABOUT],
  ['by type and id', { reference: 'Patient/patient' }],
  ['by a version', { reference: 'Patient/patient/_history/3' }],
  ['by number', numbered(NUMBER)],
  ['by address, number and type', { ...ABOUT, ...numbered(NUMBER), type: 'Patient' }],
  ['by address and name', { ...ABOUT, display: 'REED, Margaret (Mrs)' }],
  ['by address and the word “Patient”', { ...ABOUT, display: 'Patient' }],
];

const all = (positions: readonly Position[], ways: readonly Named[]) =>
  positions.flatMap(({ name, place }) => ways.map(([way, who]) => [name, way, place(who)] as const));

/** Documents that should all be refused for this reason, or all be read, and are not: by the way somebody is named. */
function unlike(cases: readonly (readonly [string, string, Json])[], expected: string): readonly string[] {
  const faults = cases.flatMap(([position, way, document]) => {
    const outcome = outcomeOf(document);
    return outcome === expected ? [] : [[`${way}: ${outcome}`, position] as const];
  });
  return byKind(faults);
}

function outcomeOf(document: Json): string {
  const read = readDocument(JSON.parse(JSON.stringify(document)), NUMBER);
  return read.ok ? 'read' : read.why;
}

const count = (cases: readonly unknown[]) => `${cases.length} documents`;

describe('S1: somebody else', () => {
  const subjects = all([...SUBJECTS, ...PATIENTS_ONLY], AS_A_SUBJECT);
  test(`as what a resource is about: wrong patient (${count(subjects)})`, () => {
    expect(subjects.length).toBeGreaterThan(800);
    expect(unlike(subjects, 'wrongPatient')).toEqual([]);
  });

  const others = all(OTHERS, AS_A_PATIENT);
  test(`anywhere else a patient can be named: wrong patient (${count(others)})`, () => {
    expect(others.length).toBeGreaterThan(400);
    expect(unlike(others, 'wrongPatient')).toEqual([]);
  });
});

const right = all([...SUBJECTS, ...PATIENTS_ONLY, ...OTHERS], RIGHT);
test(`S1: the right patient in the same places is read (${count(right)})`, () => {
  expect(right.length).toBeGreaterThan(600);
  expect(unlike(right, 'read')).toEqual([]);
});

const somebody = patientResource({ id: 'other', identifier: [{ system: NHS_NUMBER_SYSTEM, value: OTHER }] });
const again = patientResource();
const contained = (patient: Json) => ({ contained: [patient] });
const nested = (...resources: Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

function withPatient(changes: Json): Json {
  const document = documentOf([{ title: 'CPR decision', entries: [flag(snomed('450476008'))] }]);
  const [composition, , ...rest] = document.entry as Json[];
  return {
    ...document,
    entry: [composition, { fullUrl: 'urn:uuid:patient', resource: patientResource(changes) }, ...rest],
  };
}

const numbers = (...values: readonly string[]) => values.map((value) => ({ system: NHS_NUMBER_SYSTEM, value }));

describe('S1: a second Patient resource', () => {
  test.each<[string, Json]>([
    ['as an entry', documentOf([], [somebody])],
    ['as an entry of a section', documentOf([{ title: 'Anything else', entries: [somebody] }])],
    ['that is the same once more', documentOf([], [again])],
    ['without a number', documentOf([], [{ resourceType: 'Patient', id: 'x' }])],
    ['that is nothing but a Patient', documentOf([], [{ resourceType: 'Patient' }])],
    ['contained in the Composition', documentOf([], [], contained(somebody))],
    ['contained in a Flag', documentOf([], [flag({ text: 'x' }, contained(somebody))])],
    ['contained in an Organization', documentOf([], [{ resourceType: 'Organization', ...contained(somebody) }])],
    ['contained in what is contained', documentOf([], [flag({}, contained(flag({}, contained(somebody))))])],
    ['in a nested Bundle', documentOf([], [nested(somebody)])],
    ['in a Bundle in a nested Bundle', documentOf([], [nested(nested(somebody))])],
    ['in Parameters', documentOf([], [{ resourceType: 'Parameters', parameter: [{ resource: somebody }] }])],
    ['contained in the Patient', withPatient(contained(somebody))],
    [
      'that the Patient names in an extension',
      withPatient({ extension: [{ url: 'x', valueReference: { reference: 'Patient/other' } }] }),
    ],
    [
      'as the subject that is contained',
      documentOf([], [flag({}, { ...contained(somebody), subject: { reference: '#other' } })]),
    ],
  ])('%s: wrong patient', (_name, document) => {
    expect(outcomeOf(document)).toBe('wrongPatient');
  });
});

describe('S1: the Patient', () => {
  test.each<[string, Json]>([
    ['has another number', { identifier: numbers(OTHER) }],
    ['has a second number', { identifier: numbers(NUMBER, OTHER) }],
    ['has a second number first', { identifier: numbers(OTHER, NUMBER) }],
    ['has the number with a letter more', { identifier: numbers(`${NUMBER}x`) }],
  ])('%s: wrong patient', (_name, changes) => {
    expect(outcomeOf(withPatient(changes))).toBe('wrongPatient');
  });

  test.each<[string, Json]>([
    ['has been replaced by another', { link: [{ type: 'replaced-by', other: { reference: 'Patient/other' } }] }],
    [
      'has been replaced, among other links',
      {
        link: [
          { type: 'seealso', other: {} },
          { type: 'replaced-by', other: {} },
        ],
      },
    ],
    ['has been replaced by nobody named', { link: [{ type: 'replaced-by' }] }],
    ['is no longer active', { active: false }],
  ])('%s: replaced number', (_name, changes) => {
    expect(outcomeOf(withPatient(changes))).toBe('replacedNumber');
  });

  test.each<[string, Json]>([
    ['has no number', { identifier: [] }],
    ['has a number of another system', { identifier: [{ system: 'urn:ward', value: NUMBER }] }],
  ])('%s: no NHS number', (_name, changes) => {
    expect(outcomeOf(withPatient(changes))).toBe('noNhsNumber');
  });

  test.each<[string, Json]>([
    [
      'has a number of another system besides',
      { identifier: [...numbers(NUMBER), { system: 'urn:ward', value: OTHER }] },
    ],
    ['replaces another record', { link: [{ type: 'replaces', other: { reference: 'Patient/other' } }] }],
    ['is seen elsewhere too', { link: [{ type: 'seealso', other: { reference: 'Patient/other' } }] }],
    ['names itself', { extension: [{ url: 'x', valueReference: ABOUT }] }],
    ['contains an organisation', contained({ resourceType: 'Organization', id: 'o' })],
  ])('%s: read', (_name, changes) => {
    expect(outcomeOf(withPatient(changes))).toBe('read');
  });
});

test('S1: several resources of which one is about somebody else', () => {
  const about = (subject: Json) => flag({ text: 'Two visitors' }, { subject });
  for (let wrong = 0; wrong < 30; wrong += 1) {
    const flags = Array.from({ length: 30 }, (_, at) => about(at === wrong ? { reference: 'urn:uuid:other' } : ABOUT));
    expect(outcomeOf(documentOf([{ title: 'Alerts and access to home', entries: flags }]))).toBe('wrongPatient');
  }
});
