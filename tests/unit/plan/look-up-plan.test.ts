import { afterEach, describe, expect, test, vi } from 'vitest';
import { REVOKED_EXTENSION } from '../../../utils/plan/codes.ts';
import { lookUpPlan } from '../../../utils/plan/look-up-plan.ts';
import { documentOf, type Json, NHS_NUMBER_SYSTEM, NUMBER, patientResource, searchsetOf, snomed } from './documents.ts';
import { type Answers, answeringService, askedOf, NEVER } from './service/answering-service.ts';
import { anAsking, BASE, freshBase, OFFERS_OPERATION } from './service/asking.ts';

const pointer: Json = {
  resourceType: 'DocumentReference',
  status: 'current',
  subject: { identifier: { system: NHS_NUMBER_SYSTEM, value: NUMBER } },
  custodian: { display: 'Elsewhere' },
};

function composition(id: string, changes: Json = {}): Json {
  const type = snomed('1382601000000107');
  const subject = { reference: 'Patient/patient' };
  return { resourceType: 'Composition', id, status: 'final', type, subject, date: '2026-05-01', ...changes };
}
const documentNamed = (id: string, changes: Json = {}) => documentOf([], [], { id, ...changes });

const usual: Answers = {
  metadata: OFFERS_OPERATION,
  'Patient/_search': searchsetOf([patientResource()]),
  'Composition/_search': searchsetOf([composition('plan')]),
  'DocumentReference/_search': searchsetOf([pointer]),
  'Composition/plan/$document': documentNamed('plan'),
};
let addresses: readonly string[] = [];

async function lookUp(changes: Answers) {
  const requests = answeringService(BASE, { ...usual, ...changes });
  const found = await lookUpPlan(anAsking(), NUMBER);
  addresses = askedOf(BASE, requests);
  return found;
}
afterEach(() => vi.unstubAllGlobals());

test('finds the plan, and what is held elsewhere', async () => {
  const found = await lookUp({});
  expect(found).toMatchObject({ kind: 'found', plans: [{ patient: { nhsNumber: NUMBER } }], newerDraft: null });
  expect(found).toMatchObject({ elsewhere: [{ title: 'Plan', custodian: 'Elsewhere' }] });
  expect(found).toMatchObject({ clockAhead: null });
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
    'PLN-MISSING-RESULTS',
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
    'PLN-OTHER-PLAN',
  ],
  [
    'S1: a document about somebody else',
    ofPlan(documentNamed('plan', { subject: { reference: 'Patient/x' } })),
    'PLN-WRONG-PATIENT',
  ],
  [
    'H05: a document older than the plan that was found',
    ofPlan(documentNamed('plan', { date: '2026-04-30' })),
    'PLN-OLD-DOCUMENT',
  ],
  [
    'a plan of a kind nobody asked for',
    { 'Composition/_search': searchsetOf([composition('plan', { type: snomed('1') })]) },
    'PLN-OTHER-TYPES',
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

test('what is no plan is left out where there is one', async () => {
  const other = composition('letter', { type: { coding: [], text: 'Discharge letter' } });
  const found = await lookUp({ 'Composition/_search': searchsetOf([other, composition('plan')]) });
  expect(found).toMatchObject({ kind: 'found', plans: [{}] });
  expect(addresses).not.toContain('Composition/letter/$document');
});

test('by how much our clock is ahead is said, as far as the service names the time', async () => {
  const date = new Date(Date.now() - 600_000).toUTCString();
  const found = await lookUp({ 'Patient/_search': Response.json(usual['Patient/_search'], { headers: { date } }) });
  if (found.kind !== 'found' || found.clockAhead === null) throw new Error('This plan is found, and the time is named');
  expect(Math.round(found.clockAhead / 10_000)).toBe(60);
});

describe('what is asked beside the plan', () => {
  /** By a service of which nothing is remembered yet. */
  async function lookUpAt(fhirBase: string, changes: Answers) {
    answeringService(fhirBase, { ...usual, ...changes });
    return lookUpPlan(anAsking({ fhirBase }), NUMBER);
  }

  test('is not waited for: pointers, and what the service says it offers', async () => {
    const answers = { 'DocumentReference/_search': NEVER, metadata: NEVER };
    expect(await lookUpAt(freshBase(), answers)).toMatchObject({ kind: 'found', elsewhere: null });
  });

  test('S4: a service that speaks another FHIR is not read', async () => {
    const metadata = { ...OFFERS_OPERATION, fhirVersion: '5.0.0' };
    for (const patients of [[patientResource()], []]) {
      const answers = { metadata, 'Patient/_search': searchsetOf(patients) };
      expect(await lookUpAt(freshBase(), answers)).toMatchObject({ kind: 'couldNotCheck', code: 'PLN-FHIR-VERSION' });
    }
  });
});

describe('everything ends', () => {
  test.each(['Patient/_search', 'Composition/_search', 'Composition/plan/$document'])(
    'S4: with %s never answered, when its time is over',
    async (address) => {
      answeringService(BASE, { ...usual, [address]: NEVER });
      const found = await lookUpPlan(anAsking({ endsAt: performance.now() + 60 }), NUMBER);
      expect(found).toMatchObject({ kind: 'couldNotCheck', cause: 'timedOut', code: 'PLN-TIMEOUT' });
    },
  );

  test('when nobody waits any more', async () => {
    const running = new AbortController();
    answeringService(BASE, { ...usual, 'Composition/_search': NEVER });
    const found = lookUpPlan(anAsking({ signal: running.signal }), NUMBER);
    running.abort();
    expect(await found).toMatchObject({ kind: 'couldNotCheck', cause: 'interrupted' });
  });

  test('and nothing is left in flight', async () => {
    const signals: AbortSignal[] = [];
    answeringService(BASE, { ...usual, 'Patient/_search': searchsetOf([patientResource({ active: false })]) });
    const answering = globalThis.fetch;
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
      if (init.signal) signals.push(init.signal);
      return answering(address, init);
    });
    await lookUpPlan(anAsking(), NUMBER);
    expect(signals.length).toBeGreaterThan(1);
    for (const { aborted } of signals) expect(aborted).toBe(true);
  });
});

test('S11: a newer draft is named with its author', async () => {
  const draft = composition('draft', { status: 'preliminary', date: '2026-06-01', author: [{ display: 'Dr Rao' }] });
  const found = await lookUp({ 'Composition/_search': searchsetOf([composition('plan'), draft]) });
  expect(found).toMatchObject({ kind: 'found', newerDraft: { startedAt: '2026-06-01', by: 'Dr Rao' } });
});
