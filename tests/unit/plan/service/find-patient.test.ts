import { describe, expect, test } from 'vitest';
import { judgePatient } from '../../../../utils/plan/service/find-patient.ts';
import { type Json, NHS_NUMBER_SYSTEM, NUMBER, patientResource, searchsetOf } from '../documents.ts';
import { answered } from './asking.ts';

const OTHER = '9000000009';
/** By way of JSON, as it would come. */
const judge = (body: unknown) => judgePatient(answered(200, JSON.parse(JSON.stringify(body))), NUMBER);
const numbers = (...values: string[]) => values.map((value) => ({ system: NHS_NUMBER_SYSTEM, value }));
const link = (type: string, value?: string) => [
  { type, other: value ? { identifier: { system: NHS_NUMBER_SYSTEM, value } } : { reference: 'Patient/other' } },
];

test('one Patient that holds the number asked for is the patient', () => {
  const value = { kind: 'patient', id: 'patient', birthDate: '1938-07-14' };
  expect(judge(searchsetOf([patientResource()]))).toEqual({ ok: true, value });
  // A year is no birth date that anything could be compared with.
  const undated = { kind: 'patient', id: 'patient' };
  expect(judge(searchsetOf([patientResource({ birthDate: '1938' })]))).toEqual({ ok: true, value: undated });
  expect(judge(searchsetOf([patientResource({ active: undefined })]))).toMatchObject({ ok: true });
  expect(judge(searchsetOf([patientResource({ identifier: numbers('999 108 7109') })]))).toMatchObject({ ok: true });
});

test('S4: a validated answer without a Patient is “nobody”, and nothing else is', () => {
  expect(judge(searchsetOf([]))).toMatchObject({ ok: true, value: { kind: 'nobody' } });
});

describe('S1 S4: refused', () => {
  test.each<[string, Json, string, string]>([
    ['two Patients', searchsetOf([patientResource(), patientResource()]), 'severalRecords', 'PLN-SEVERAL'],
    ['one Patient of two', searchsetOf([patientResource()], { total: 2 }), 'severalRecords', 'PLN-SEVERAL'],
    [
      'one Patient and a next page',
      searchsetOf([patientResource()], { link: [{ relation: 'next', url: 'https://plans.example/fhir?page=2' }] }),
      'severalRecords',
      'PLN-SEVERAL',
    ],
    [
      'nobody and a next page',
      searchsetOf([], { link: [{ relation: 'next', url: 'https://plans.example/fhir?page=2' }] }),
      'unexpectedAnswer',
      'PLN-EMPTY-PAGE',
    ],
    ['announced and not sent', searchsetOf([], { total: 1 }), 'unexpectedAnswer', 'PLN-EMPTY-PAGE'],
    [
      'another number',
      searchsetOf([patientResource({ identifier: numbers(OTHER) })]),
      'wrongPatient',
      'PLN-WRONG-PATIENT',
    ],
    ['no number', searchsetOf([patientResource({ identifier: [] })]), 'wrongPatient', 'PLN-WRONG-PATIENT'],
    [
      'two numbers',
      searchsetOf([patientResource({ identifier: numbers(NUMBER, OTHER) })]),
      'wrongPatient',
      'PLN-WRONG-PATIENT',
    ],
    [
      'the number of another system',
      searchsetOf([patientResource({ identifier: [{ system: 'urn:hospital', value: NUMBER }] })]),
      'wrongPatient',
      'PLN-WRONG-PATIENT',
    ],
    [
      'the new number of a replaced one',
      searchsetOf([patientResource({ identifier: numbers(OTHER), link: link('replaces', NUMBER) })]),
      'replacedNumber',
      'PLN-REPLACED',
    ],
    [
      'a record that has been replaced',
      searchsetOf([patientResource({ link: link('replaced-by') })]),
      'replacedNumber',
      'PLN-REPLACED',
    ],
    [
      'another record that replaces one it names by its address',
      searchsetOf([patientResource({ identifier: numbers(OTHER), link: link('replaces') })]),
      'replacedNumber',
      'PLN-REPLACED',
    ],
    [
      'the old record and the new one',
      searchsetOf([
        patientResource({ active: false, link: link('replaced-by') }),
        patientResource({ id: 'new', identifier: numbers(OTHER), link: link('replaces', NUMBER) }),
      ]),
      'replacedNumber',
      'PLN-REPLACED',
    ],
    [
      'a record beside one that was merged into it',
      searchsetOf([patientResource(), patientResource({ id: 'old', active: false, link: link('replaced-by') })]),
      'severalRecords',
      'PLN-SEVERAL',
    ],
    [
      'a number that the record calls an old one',
      searchsetOf([patientResource({ identifier: [{ ...numbers(NUMBER)[0], use: 'old' }, ...numbers(OTHER)] })]),
      'replacedNumber',
      'PLN-REPLACED',
    ],
    [
      'another number that replaces a third',
      searchsetOf([patientResource({ identifier: numbers(OTHER), link: link('replaces', '9000000025') })]),
      'wrongPatient',
      'PLN-WRONG-PATIENT',
    ],
    ['not active', searchsetOf([patientResource({ active: false })]), 'unexpectedAnswer', 'PLN-INACTIVE'],
    ['without an id', searchsetOf([patientResource({ id: undefined })]), 'unexpectedAnswer', 'PLN-INACTIVE'],
    [
      'names that are no list',
      searchsetOf([patientResource({ name: 'Reed' })]),
      'unexpectedAnswer',
      'PLN-PATIENT-SHAPE',
    ],
    [
      'a birth date in words',
      searchsetOf([patientResource({ birthDate: '14 Jul 1938' })]),
      'unexpectedAnswer',
      'PLN-PATIENT-SHAPE',
    ],
    ['a RelatedPerson', searchsetOf([{ resourceType: 'RelatedPerson' }]), 'unexpectedAnswer', 'PLN-PATIENT-SHAPE'],
  ])('%s', (_name, body, cause, code) => {
    expect(judge(body)).toMatchObject({
      ok: false,
      failure: { kind: 'couldNotCheck', cause, code },
    });
  });
});

test('a patient whose number or record replaced an older one is that patient', () => {
  expect(judge(searchsetOf([patientResource({ link: link('replaces') })]))).toMatchObject({ ok: true });
  expect(judge(searchsetOf([patientResource({ link: link('replaces', OTHER) })]))).toMatchObject({ ok: true });
});
