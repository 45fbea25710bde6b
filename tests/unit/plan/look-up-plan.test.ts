import { afterEach, expect, test, vi } from 'vitest';
import { REVOKED_EXTENSION } from '../../../utils/plan/codes.ts';
import { lookUpPlan } from '../../../utils/plan/look-up-plan.ts';
import { documentOf, type Json, NUMBER, patientResource, searchsetOf } from './documents.ts';

const BASE = 'https://plans.example/fhir';
const asking = {
  fhirBase: BASE,
  accessToken: 'token',
  odsCode: 'X26',
  correlationId: crypto.randomUUID(),
  signal: new AbortController().signal,
};
const pointer = { resourceType: 'DocumentReference', status: 'current', custodian: { display: 'Elsewhere' } };

function composition(id: string, changes: Json = {}): Json {
  const type = { coding: [] };
  const subject = { reference: 'Patient/patient' };
  return { resourceType: 'Composition', id, status: 'final', type, subject, date: '2026-05-01', ...changes };
}
const documentNamed = (id: string, changes: Json = {}) => documentOf([], [], { id, ...changes });

/** What the service answers, by what the address ends in; a `Response` as it is, everything else as JSON. */
type Answers = Readonly<Record<string, unknown>>;
const usual: Answers = {
  'Patient/_search': searchsetOf([patientResource()]),
  'Composition/_search': searchsetOf([composition('plan')]),
  'DocumentReference/_search': searchsetOf([pointer]),
  'Composition/plan/$document': documentNamed('plan'),
};
let addresses: string[] = [];

function lookUp(changes: Answers) {
  addresses = [];
  const answers = { ...usual, ...changes };
  vi.stubGlobal('fetch', async (address: string) => {
    addresses.push(address);
    const found = answers[address.replace(`${BASE}/`, '')];
    if (found === undefined) return Response.json({}, { status: 404 });
    return found instanceof Response ? found : Response.json(found);
  });
  return lookUpPlan(asking, NUMBER);
}
afterEach(() => vi.unstubAllGlobals());

test('finds the plan, and what is held elsewhere', async () => {
  const found = await lookUp({});
  expect(found).toMatchObject({ kind: 'found', plans: [{ patient: { nhsNumber: NUMBER } }], newerDraft: null });
  expect(found).toMatchObject({ elsewhere: [{ title: 'Plan', custodian: 'Elsewhere' }] });
  // S7
  for (const address of addresses) expect(address).not.toContain(NUMBER);
});

test('S4: “no plan found” only where the service says, validly, that there is nothing', async () => {
  expect(await lookUp({ 'Patient/_search': searchsetOf([]) })).toMatchObject({ kind: 'noPlanFound' });
  expect(await lookUp({ 'Composition/_search': searchsetOf([]) })).toMatchObject({ kind: 'noPlanFound' });
});

test('S4: a list of plans elsewhere that cannot be had, or goes on, is not an empty one', async () => {
  const goesOn = { ...searchsetOf([pointer]), link: [{ relation: 'next', url: `${BASE}/more` }] };
  for (const broken of [
    new Response('', { status: 503 }),
    searchsetOf([{ resourceType: 'DocumentReference' }]),
    {},
    goesOn,
  ]) {
    expect(await lookUp({ 'DocumentReference/_search': broken })).toMatchObject({ kind: 'found', elsewhere: null });
  }
});

const next = (url: string) => searchsetOf([composition('plan')], { total: 2, link: [{ relation: 'next', url }] });
const ofPlan = (answer: unknown): Answers => ({ 'Composition/plan/$document': answer });
const two = { 'Composition/_search': searchsetOf([composition('plan'), composition('other')]) };

test.each<[string, Answers, string]>([
  ['a next page by a relative address', { 'Composition/_search': next('Composition?page=2') }, 'PLN-ORIGIN'],
  ['a next page on another origin', { 'Composition/_search': next('https://evil.example/fhir?page=2') }, 'PLN-ORIGIN'],
  ['a next page that is not there', { 'Composition/_search': next(`${BASE}/Composition?page=2`) }, 'PLN-404'],
  ['pages in a circle', { 'Composition/_search': next(`${BASE}/page`), page: next(`${BASE}/page`) }, 'PLN-PAGES'],
  [
    'fewer plans than announced',
    { 'Composition/_search': searchsetOf([composition('plan')], { total: 2 }) },
    'PLN-MISSING-PLANS',
  ],
  [
    'a plan of somebody else',
    { 'Composition/_search': searchsetOf([composition('plan', { subject: { reference: 'Patient/x' } })]) },
    'PLN-WRONG-PATIENT',
  ],
  [
    'a plan without an id',
    { 'Composition/_search': searchsetOf([JSON.parse(JSON.stringify(composition('plan', { id: undefined })))]) },
    'PLN-PLAN-SHAPE',
  ],
  [
    'four current plans',
    { 'Composition/_search': searchsetOf(['a', 'b', 'c', 'd'].map((id) => composition(id))) },
    'PLN-TOO-MANY-PLANS',
  ],
  ['the document of another plan', ofPlan(documentNamed('other')), 'PLN-OTHER-PLAN'],
  [
    'H05: a document that is a draft by now',
    ofPlan(documentNamed('plan', { status: 'preliminary' })),
    'PLN-OTHER-PLAN',
  ],
  [
    'H05: a document that is revoked by now',
    ofPlan(documentNamed('plan', { extension: [{ url: REVOKED_EXTENSION }] })),
    'PLN-OTHER-PLAN',
  ],
  [
    'H05: a document entered in error by now',
    ofPlan(documentNamed('plan', { status: 'entered-in-error' })),
    'PLN-NOT-DOCUMENT',
  ],
  [
    'S1: a document about somebody else',
    ofPlan(documentNamed('plan', { subject: { reference: 'Patient/x' } })),
    'PLN-WRONG-PATIENT',
  ],
  ['a document that is none', ofPlan(searchsetOf([])), 'PLN-NOT-DOCUMENT'],
  ['a document that is gone', ofPlan(new Response('', { status: 410 })), 'PLN-410'],
  ['S11: one of two current plans that cannot be had', two, 'PLN-404'],
])('S4: %s is “could not check”', async (_name, answers, code) => {
  expect(await lookUp(answers)).toMatchObject({ kind: 'couldNotCheck', code });
});

test('drafts alone, or withdrawn plans alone, are no current plan', async () => {
  const only = (changes: Json) => ({ 'Composition/_search': searchsetOf([composition('plan', changes)]) });
  expect(await lookUp(only({ status: 'preliminary' }))).toMatchObject({ kind: 'noCurrentPlan', found: 'draft' });
  expect(await lookUp(only({ status: 'entered-in-error' }))).toMatchObject({
    kind: 'noCurrentPlan',
    found: 'withdrawn',
  });
  expect(await lookUp(only({ extension: [{ url: REVOKED_EXTENSION }] }))).toMatchObject({ found: 'withdrawn' });
});

test('S11: a newer draft is named with its author', async () => {
  const draft = composition('draft', { status: 'preliminary', date: '2026-06-01', author: [{ display: 'Dr Rao' }] });
  const found = await lookUp({ 'Composition/_search': searchsetOf([composition('plan'), draft]) });
  expect(found).toMatchObject({ kind: 'found', newerDraft: { startedAt: '2026-06-01', by: 'Dr Rao' } });
});
