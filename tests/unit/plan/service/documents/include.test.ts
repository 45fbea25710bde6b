import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchByInclude } from '../../../../../utils/plan/service/documents/include.ts';
import { type Json, patientResource, searchsetOf, snomed } from '../../documents.ts';
import { type Answers, answeringService, askedOf } from '../answering-service.ts';
import { anAsking, BASE, outcome } from '../asking.ts';

afterEach(() => vi.unstubAllGlobals());

const to = (reference: string): Json => ({ reference });
const SUBJECT = to('Patient/patient');
const patient = patientResource();
const composition = (entries: readonly string[], changes: Json = {}): Json => ({
  resourceType: 'Composition',
  id: 'plan',
  status: 'final',
  type: snomed('1382601000000107'),
  subject: SUBJECT,
  date: '2026-05-01',
  author: [to('PractitionerRole/role')],
  section: [{ title: 'CPR decision', entry: entries.map(to) }],
  ...changes,
});
const flag = (id: string, changes: Json = {}): Json => ({ resourceType: 'Flag', id, subject: SUBJECT, ...changes });
const role: Json = { resourceType: 'PractitionerRole', id: 'role', practitioner: to('Practitioner/doctor') };
const doctor: Json = { resourceType: 'Practitioner', id: 'doctor' };

/** A search that brings these along. */
const withIncluded = (match: Json, ...included: readonly Json[]): Json => ({
  ...searchsetOf([]),
  total: 1,
  entry: [
    { resource: match, search: { mode: 'match' } },
    ...included.map((resource) => ({ resource, search: { mode: 'include' } })),
  ],
});

const usual: Answers = {
  'Patient/patient': patient,
  'Flag/cpr': flag('cpr'),
  'PractitionerRole/role': role,
  'Practitioner/doctor': doctor,
};

async function fetched(answers: Answers) {
  const requests = answeringService(BASE, { ...usual, ...answers });
  const result = await fetchByInclude(anAsking(), 'plan');
  const { document } = result.kind === 'document' ? result : { document: {} };
  const { entry = [] } = document as { entry?: readonly { readonly fullUrl: string }[] };
  return {
    result,
    asked: askedOf(BASE, requests),
    requests,
    names: entry.map(({ fullUrl }) => fullUrl.replace(`${BASE}/`, '')),
  };
}

test('asks for the Composition with what it names, and makes a document of it', async () => {
  const search = withIncluded(composition(['Flag/cpr']), patient, role, flag('cpr'));
  const { result, names, asked, requests } = await fetched({ 'Composition/_search': search });
  expect([...new URLSearchParams(requests[0]?.body)]).toEqual([
    ['_id', 'plan'],
    ['_include', 'Composition:subject'],
    ['_include', 'Composition:author'],
    ['_include', 'Composition:attester'],
    ['_include', 'Composition:entry'],
  ]);
  expect(names).toEqual([
    'Composition/plan',
    'Patient/patient',
    'PractitionerRole/role',
    'Flag/cpr',
    'Practitioner/doctor',
  ]);
  expect(result).toMatchObject({
    document: { resourceType: 'Bundle', type: 'document', entry: [{ resource: { id: 'plan' } }, {}, {}, {}, {}] },
  });
  // What came along is not asked for again.
  expect(asked).toEqual(['Composition/_search', 'Practitioner/doctor']);
});

test('gathers everything one by one where the service refuses to bring it along', async () => {
  const refused = Response.json(outcome('not-supported'), { status: 400 });
  const { names, asked } = await fetched({
    'Composition/_search': refused,
    'Composition/plan': composition([`${BASE}/Flag/cpr`, 'Flag/cpr']),
  });
  expect(new Set(names)).toEqual(
    new Set(['Composition/plan', 'Patient/patient', 'Flag/cpr', 'PractitionerRole/role', 'Practitioner/doctor']),
  );
  expect(asked.slice(0, 2)).toEqual(['Composition/_search', 'Composition/plan']);
  expect(new Set(asked).size).toBe(asked.length);
});

const searched = (entries: readonly string[], changes: Json = {}) => ({
  'Composition/_search': searchsetOf([composition(entries, changes)]),
});

describe('S11: what the service does not have is missing, and the reader names it', () => {
  test.each([404, 410, 400, 405, 501])('%i', async (status) => {
    const { result, names } = await fetched({
      ...searched(['Flag/cpr', 'Flag/gone']),
      'Flag/gone': new Response('', { status }),
    });
    expect(result.kind).toBe('document');
    expect(names).toContain('Flag/cpr');
    expect(names).not.toContain('Flag/gone');
  });
});

describe('S4: anything else that goes wrong with one of them fails the whole', () => {
  test.each<[string, Response, object]>([
    ['401', new Response('', { status: 401 }), { kind: 'signedOut' }],
    ['403', new Response('', { status: 403 }), { kind: 'accessRefused' }],
    ['500', new Response('', { status: 500 }), { cause: 'serviceDown' }],
    ['503, three times', new Response('', { status: 503 }), { cause: 'serviceDown', tries: 3 }],
    ['a web page', new Response('<html>'), { cause: 'notFhir' }],
    ['another resource', Response.json(flag('other')), { code: 'PLN-OTHER-RESOURCE' }],
    ['another type', Response.json({ resourceType: 'Basic', id: 'bad' }), { code: 'PLN-OTHER-RESOURCE' }],
    ['no resource', Response.json([]), { code: 'PLN-OTHER-RESOURCE' }],
  ])('%s', async (_name, answer, failure) => {
    const { result } = await fetched({ ...searched(['Flag/cpr', 'Flag/bad']), 'Flag/bad': answer });
    expect(result).toMatchObject({ kind: 'failed', failure });
  });
});

describe('what is never fetched', () => {
  test.each([
    'urn:uuid:1',
    '#contained',
    'https://evil.example/fhir/Flag/1',
    'Flag?identifier=1',
    'Flag/1/_history/2',
    'Flag/..',
    'Composition/older',
    'Bundle/older',
    'Patient/other',
  ])('%s', async (reference) => {
    const { asked } = await fetched(searched([reference]));
    expect(new Set(asked)).toEqual(
      new Set(['Composition/_search', 'Patient/patient', 'PractitionerRole/role', 'Practitioner/doctor']),
    );
  });

  test('S1: the records a patient is linked to', async () => {
    const link = [{ type: 'replaces', other: to('Patient/old') }];
    const { asked } = await fetched({ ...searched([]), 'Patient/patient': patientResource({ link }) });
    expect(asked).not.toContain('Patient/old');
  });

  test('more than sixty, or deeper than three', async () => {
    const many = Array.from({ length: 100 }, (_, id) => `Flag/${id}`);
    const { asked } = await fetched(searched(many));
    expect(asked).toHaveLength(61);
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, id) => [`Flag/${id}`, flag(String(id), { encounter: to(`Flag/${id + 1}`) })]),
    );
    const deep = await fetched({ ...searched(['Flag/0']), ...chain });
    expect(deep.names.filter((name) => name.startsWith('Flag/'))).toEqual(['Flag/0', 'Flag/1', 'Flag/2']);
  });

  test('in circles', async () => {
    const round = {
      'Flag/a': flag('a', { encounter: to('Flag/b') }),
      'Flag/b': flag('b', { encounter: to('Flag/a') }),
    };
    const { asked } = await fetched({ ...searched(['Flag/a']), ...round });
    expect(asked.filter((address) => address.startsWith('Flag/'))).toEqual(['Flag/a', 'Flag/b']);
  });
});

describe('S4: half a Composition is none', () => {
  test.each<[string, Answers, string]>([
    ['without sections', searched([], { section: undefined }), 'PLN-PART-ONLY'],
    ['with an empty list of sections', searched([], { section: [] }), 'PLN-PART-ONLY'],
    ['from which something was left out', searched([], { meta: { tag: [{ code: 'SUBSETTED' }] } }), 'PLN-PART-ONLY'],
    ['another one', searched([], { id: 'other' }), 'PLN-OTHER-PLAN'],
    ['two', { 'Composition/_search': searchsetOf([composition([]), composition([], { id: 'b' })]) }, 'PLN-OTHER-PLAN'],
    ['none', { 'Composition/_search': searchsetOf([]) }, 'PLN-OTHER-PLAN'],
    ['none at its own address', { 'Composition/_search': new Response('', { status: 400 }) }, 'PLN-404'],
    [
      'something else there',
      { 'Composition/_search': new Response('', { status: 400 }), 'Composition/plan': [] },
      'PLN-OTHER-PLAN',
    ],
    ['a search that fails', { 'Composition/_search': new Response('', { status: 500 }) }, 'PLN-500'],
  ])('%s', async (_name, answers, code) => {
    const { result } = await fetched(answers);
    expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'couldNotCheck', code } });
  });
});
