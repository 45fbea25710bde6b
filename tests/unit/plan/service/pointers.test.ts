import { afterEach, describe, expect, test, vi } from 'vitest';
import { findPointers, type Pointer, sortPointers } from '../../../../utils/plan/service/pointers.ts';
import { NHS_NUMBER_SYSTEM, NUMBER, searchsetOf } from '../documents.ts';
import { answeringService } from './answering-service.ts';
import { anAsking, BASE } from './asking.ts';

afterEach(() => vi.unstubAllGlobals());

const OTHER = '9000000009';
const about = (value: string) => ({ identifier: { system: NHS_NUMBER_SYSTEM, value } });
const pointer = (changes: Partial<Pointer> = {}): Pointer => ({
  resourceType: 'DocumentReference',
  status: 'current',
  subject: about(NUMBER),
  custodian: { display: 'A hospice' },
  content: [{ attachment: { url: 'ssp://proxy.example/x', title: 'ReSPECT form', creation: '2026-02-01' } }],
  ...changes,
});
const at = (url: string) => ({ content: [{ attachment: { url } }] });
const sort = (pointers: readonly Pointer[], patientId: string | null = 'patient') => {
  const sorted = sortPointers(pointers, { nhsNumber: NUMBER, patientId, fhirBase: BASE });
  return sorted.ok ? sorted.value : sorted.failure;
};

test('says what a plan elsewhere is called, who holds it and of when it is', () => {
  expect(sort([pointer()])).toEqual({
    elsewhere: [{ title: 'ReSPECT form', custodian: 'A hospice', date: '2026-02-01' }],
    stored: [],
    storedWithdrawn: false,
  });
  const bare = pointer({ custodian: { identifier: { value: 'ZZ900' } }, content: [], type: { text: 'Plan of care' } });
  expect(sort([{ ...bare, date: '2026-03-01' }])).toMatchObject({
    elsewhere: [{ title: 'Plan of care', custodian: 'ZZ900', date: '2026-03-01' }],
  });
});

test('leaves out what is superseded or was entered in error', () => {
  const gone = [
    pointer({ status: 'superseded' }),
    pointer({ status: 'entered-in-error' }),
    pointer({ docStatus: 'entered-in-error' }),
  ];
  expect(sort(gone)).toEqual({ elsewhere: [], stored: [], storedWithdrawn: false });
});

describe('S1: one pointer about somebody else, or about nobody, and none is believed', () => {
  test.each<[string, Pointer['subject']]>([
    ['another number', about(OTHER)],
    ['another number and this record', { ...about(OTHER), reference: 'Patient/patient' }],
    ['another record', { reference: 'Patient/other' }],
    ['another record by its whole address', { reference: `${BASE}/Patient/other` }],
    ['this number and another record', { ...about(NUMBER), reference: 'Patient/other' }],
    ['a record elsewhere', { reference: 'https://elsewhere.example/Patient/patient' }],
    ['the number of another system', { identifier: { system: 'urn:hospital', value: NUMBER } }],
    ['nobody', {}],
    ['no subject', undefined],
  ])('%s', (_name, subject) => {
    const { subject: _ours, ...rest } = pointer();
    const wrong = subject === undefined ? rest : { ...rest, subject };
    expect(sort([pointer(), wrong])).toMatchObject({ kind: 'couldNotCheck', cause: 'wrongPatient' });
  });

  test.each<[string, Pointer['subject']]>([
    ['the number', about(NUMBER)],
    ['the record', { reference: 'Patient/patient' }],
    ['the record by its whole address', { reference: `${BASE}/Patient/patient` }],
    ['a version of the record', { reference: 'Patient/patient/_history/2' }],
    ['both', { ...about(NUMBER), reference: 'Patient/patient' }],
    [
      'the number and the custodian’s own record',
      { ...about(NUMBER), reference: 'https://elsewhere.example/Patient/7' },
    ],
  ])('about them by %s', (_name, subject) => {
    expect(sort([pointer(subject ? { subject } : {})])).toMatchObject({ elsewhere: [{}] });
  });

  test('where the service knows no such patient, the number has to say it', () => {
    expect(sort([pointer()], null)).toMatchObject({ elsewhere: [{}] });
    expect(sort([pointer({ subject: { reference: 'Patient/patient' } })], null)).toMatchObject({
      cause: 'wrongPatient',
    });
  });
});

describe('documents that the service itself holds', () => {
  test.each(['Bundle/1', `${BASE}/Bundle/1`, 'Bundle/1/_history/2'])('are not elsewhere: %s', (url) => {
    expect(sort([pointer(at(url))])).toEqual({ elsewhere: [], stored: [`${BASE}/Bundle/1`], storedWithdrawn: false });
  });

  test.each([
    'https://elsewhere.example/fhir/Bundle/1',
    'Binary/1',
    'Bundle',
    'Bundle/1?x=y',
    'Bundle/../Patient',
    `${BASE}x/Bundle/1`,
  ])('others are: %s', (url) => expect(sort([pointer(at(url))])).toMatchObject({ elsewhere: [{}], stored: [] }));

  test('count once, and are known of where they are withdrawn', () => {
    const twice = [pointer(at('Bundle/1')), pointer(at(`${BASE}/Bundle/1`))];
    expect(sort([...twice, pointer({ ...at('Bundle/2'), status: 'superseded' })])).toEqual({
      elsewhere: [],
      stored: [`${BASE}/Bundle/1`],
      storedWithdrawn: true,
    });
  });
});

test('S7: are searched for by POST, page by page', async () => {
  const next = (url: string) => ({ link: [{ relation: 'next', url }] });
  const requests = answeringService(BASE, {
    'DocumentReference/_search': searchsetOf([{ ...pointer(), id: 'a' }], { total: 2, ...next(`${BASE}/page`) }),
    page: searchsetOf([{ ...pointer(), id: 'b' }], { total: 2 }),
  });
  expect(await findPointers(anAsking(), NUMBER)).toMatchObject({ ok: true, value: [{}, {}] });
  expect(new URLSearchParams(requests[0]?.body).get('subject:identifier')).toBe(`${NHS_NUMBER_SYSTEM}|${NUMBER}`);
  for (const { address } of requests) expect(address).not.toContain(NUMBER);
});

test('S4: one that cannot be read makes all of them unread', async () => {
  answeringService(BASE, {
    'DocumentReference/_search': searchsetOf([{ ...pointer() }, { resourceType: 'DocumentReference' }]),
  });
  expect(await findPointers(anAsking(), NUMBER)).toMatchObject({ ok: false, failure: { code: 'PLN-POINTER-SHAPE' } });
});
