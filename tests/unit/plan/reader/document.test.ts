import { describe, expect, test } from 'vitest';
import { openDocument } from '../../../../utils/plan/reader/document.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { sectionContent } from '../../../../utils/plan/reader/sections.ts';
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

const OTHER = '9000000009';
const why = (raw: unknown, number = NUMBER) => {
  const opened = openDocument(raw, number);
  return opened.ok ? 'ok' : opened.why;
};
const whole = documentOf([{ title: 'CPR decision', entries: [flag(snomed('450476008'))] }]);
type Entry = { fullUrl?: string; resource?: Json };
const entriesOf = (document: Json) => document.entry as Entry[];
const withEntries = (change: (entries: Entry[]) => Entry[]): Json => ({
  ...whole,
  entry: change([...entriesOf(whole)]),
});

test('a document about one Patient is opened', () => {
  expect(why(whole)).toBe('ok');
});

describe('not a document', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', '<html>'],
    ['a list', []],
    ['a Patient', patientResource()],
    ['an OperationOutcome', { resourceType: 'OperationOutcome', issue: [] }],
    ['a searchset', { ...whole, type: 'searchset' }],
    ['a collection', { ...whole, type: 'collection' }],
    ['no entries', { ...whole, entry: [] }],
    ['the Composition in second place', withEntries(([first = {}, second = {}, ...rest]) => [second, first, ...rest])],
    ['no Composition', withEntries(([, ...rest]) => rest)],
    ['no Patient', withEntries((entries) => entries.filter(({ resource }) => resource?.resourceType !== 'Patient'))],
    ['a Composition of an unknown status', documentOf([], [], { status: 'cancelled' })],
    ['a Composition without a date', documentOf([], [], { date: '' })],
    [
      'a Patient whose birth date is no date',
      withEntries(([first = {}, , ...rest]) => [first, { resource: patientResource({ birthDate: 1938 }) }, ...rest]),
    ],
  ])('S6: %s', (_name, raw) => {
    expect(why(raw)).toBe('notADocument');
  });
});

test('S11: a document whose author forbids to use it without knowing an extension', () => {
  const modifierExtension = [{ url: 'https://example.org/negated', valueBoolean: true }];
  expect(why(documentOf([], [], { modifierExtension }))).toBe('notUnderstood');
  expect(why(documentOf([], [], { extension: modifierExtension }))).toBe('ok');
  expect(why(documentOf([], [], { implicitRules: 'urn:rules' }))).toBe('notUnderstood');
  expect(why({ ...documentOf([]), implicitRules: 'urn:rules' })).toBe('notUnderstood');
});

test('S1: a resource that does not say whom it is about is not used, and named', () => {
  const { subject: _subject, ...nobodys } = flag(snomed('450475007'));
  const read = readDocument(documentOf([{ title: 'CPR decision', entries: [nobodys] }]), NUMBER);
  expect(read.ok && read.plan).toMatchObject({ cprDecision: { state: 'unreadable' }, unreadable: ['CPR decision'] });
});

test('S1: a subject is called by their own name, not by a relative’s', () => {
  const called = (display: string) => why(documentOf([], [], { subject: { ...ABOUT, display } }));
  for (const name of ['Margaret Reed', 'REED, Margaret (Mrs)', 'Mrs Reed', 'M Reed', 'Patient', ''])
    expect(called(name)).toBe('ok');
  for (const name of ['REED, John', 'John Reed', 'Patrick Doyle', 'Master J Reed junior'])
    expect(called(name)).toBe('wrongPatient');
});

test('S6: a document nested too deep is none, whatever it holds', () => {
  let deep: Json = {};
  for (let level = 0; level < 2_000; level += 1) deep = { item: [deep] };
  expect(why(documentOf([], [{ resourceType: 'QuestionnaireResponse', subject: ABOUT, ...deep }]))).toBe(
    'notADocument',
  );
});

test('H05: a document that was revoked is never read, though its status is final', () => {
  const url = 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-document-revoke-status';
  expect(why(documentOf([], [], { extension: [{ url, valueCode: 'deprecated' }] }))).toBe('revoked');
});

test('H05: a document that was entered in error is never read', () => {
  expect(why(documentOf([], [], { status: 'entered-in-error' }))).toBe('enteredInError');
  expect(readDocument(documentOf([], [], { status: 'entered-in-error' }), NUMBER)).toEqual({
    ok: false,
    why: 'enteredInError',
  });
});

describe('S1: about somebody else', () => {
  const second = { fullUrl: 'urn:uuid:other', resource: patientResource({ id: 'other' }) };
  const withPatient = (changes: Json) =>
    withEntries(([first = {}, , ...rest]) => [
      first,
      { fullUrl: 'urn:uuid:patient', resource: patientResource(changes) },
      ...rest,
    ]);

  test('another number than was asked for', () => {
    expect(why(whole, OTHER)).toBe('wrongPatient');
  });

  test('the number is the same however often and with what spaces it is written', () => {
    const written = [NUMBER, '999 108-7109', '999\u00a0108 7109'];
    const identifier = written.map((value) => ({ system: NHS_NUMBER_SYSTEM, value }));
    expect(why(withPatient({ identifier }))).toBe('ok');
  });

  test.each<[string, Json]>([
    ['two Patients', withEntries((entries) => [...entries, second])],
    ['the same Patient twice', withEntries((entries) => [...entries, entries[1] ?? {}])],
    ['a Patient with another number', withPatient({ identifier: [{ system: NHS_NUMBER_SYSTEM, value: OTHER }] })],
    [
      'a Patient with two numbers',
      withPatient({ identifier: [NUMBER, OTHER].map((value) => ({ system: NHS_NUMBER_SYSTEM, value })) }),
    ],
    ['a Composition about nobody', documentOf([], [], { subject: {} })],
    ['a Composition about somebody outside', documentOf([], [], { subject: { reference: 'Patient/other' } })],
    ['a Composition about somebody named in words', documentOf([], [], { subject: { display: 'Margaret Reed' } })],
  ])('%s', (_name, raw) => {
    expect(why(raw)).toBe('wrongPatient');
  });

  test('a Patient without a number cannot be compared with the page', () => {
    expect(why(withPatient({ identifier: [] }))).toBe('noNhsNumber');
    expect(why(withPatient({ identifier: undefined }))).toBe('noNhsNumber');
  });

  test('H10: a Patient whose record has been replaced', () => {
    expect(why(withPatient({ link: [{ type: 'replaced-by', other: { reference: 'Patient/other' } }] }))).toBe(
      'replacedNumber',
    );
    expect(why(withPatient({ active: false }))).toBe('replacedNumber');
    expect(why(withPatient({ link: [{ type: 'seealso', other: { reference: 'Patient/other' } }] }))).toBe('ok');
  });

  const elsewhere = { reference: 'urn:uuid:somebody-else' };
  test.each<[string, Json]>([
    ['Flag', flag(snomed('450476008'), { subject: elsewhere })],
    ['CarePlan', { resourceType: 'CarePlan', status: 'active', subject: elsewhere }],
    ['Observation', { resourceType: 'Observation', status: 'final', code: {}, subject: elsewhere }],
    ['QuestionnaireResponse', { resourceType: 'QuestionnaireResponse', status: 'completed', subject: elsewhere }],
    ['RelatedPerson', { resourceType: 'RelatedPerson', patient: elsewhere }],
    ['AllergyIntolerance', { resourceType: 'AllergyIntolerance', patient: elsewhere }],
    ['Procedure', { resourceType: 'Procedure', status: 'completed', subject: elsewhere }],
    ['Condition about a Group', { resourceType: 'Condition', code: {}, subject: { reference: 'Group/1' } }],
    ['Condition with the name alone', { resourceType: 'Condition', code: {}, subject: { display: 'Margaret Reed' } }],
    ['Condition with one subject of two', { resourceType: 'Condition', code: {}, subject: [ABOUT, elsewhere] }],
    ['Condition contained in itself', { resourceType: 'Condition', code: {}, subject: { reference: '#patient' } }],
  ])('a %s, in a section or beside all of them', (_name, resource) => {
    expect(why(documentOf([{ title: 'CPR decision', entries: [resource] }]))).toBe('wrongPatient');
    expect(why(documentOf([], [resource]))).toBe('wrongPatient');
  });
});

describe('references', () => {
  const opened = (raw: unknown) => {
    const result = openDocument(raw, NUMBER);
    if (!result.ok) throw new Error(result.why);
    return result.document;
  };

  test('resolve by address and by type and id, and to nothing else', () => {
    const { resolve } = opened(whole);
    expect(resolve({ reference: 'urn:uuid:patient' })?.resourceType).toBe('Patient');
    expect(resolve({ reference: 'Patient/patient' })?.resourceType).toBe('Patient');
    for (const reference of ['patient', 'Patient/', 'Patient/other', 'Flag/patient', 'urn:uuid:nobody', '']) {
      expect(resolve({ reference })).toBeUndefined();
    }
    expect(resolve(undefined)).toBeUndefined();
    expect(resolve({ display: 'Patient/patient' })).toBeUndefined();
  });

  test.each<[string, Json, boolean]>([
    ['whole', { title: 'CPR decision', entry: [{ reference: 'urn:uuid:0' }] }, false],
    ['with another case in its title', { title: ' cpr Decision ', entry: [{ reference: 'urn:uuid:0' }] }, false],
    ['that names a resource that is not there', { title: 'CPR decision', entry: [{ reference: 'Flag/9' }] }, true],
    [
      'that names a resource of another type',
      { title: 'CPR decision', entry: [{ reference: 'urn:uuid:patient' }] },
      true,
    ],
    ['with words and no entries', { title: 'CPR decision', text: { div: '<p>Not for CPR</p>' } }, true],
    ['with another section inside', { title: 'CPR decision', section: [{ title: 'More' }] }, false],
    ['that is unavailable', { title: 'CPR decision', emptyReason: { coding: [{ code: 'unavailable' }] } }, true],
    [
      'that is stated to be empty, in words too',
      { title: 'CPR decision', text: { div: '<p>None</p>' }, emptyReason: { coding: [{ code: 'nilknown' }] } },
      false,
    ],
  ])('S11: a section %s: damaged %s', (_name, section, damaged) => {
    const document = opened(documentOf([], [flag(snomed('450476008'))], { section: [section] }));
    expect(sectionContent(document, 'cpr', ['Flag']).damaged).toBe(damaged);
  });

  test('S11: the same section twice is damaged', () => {
    const twice = { title: 'CPR decision' };
    const document = opened(documentOf([], [], { section: [twice, twice] }));
    expect(sectionContent(document, 'cpr', ['Flag']).damaged).toBe(true);
  });
});
