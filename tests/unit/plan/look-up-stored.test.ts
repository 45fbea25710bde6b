import { afterEach, describe, expect, test, vi } from 'vitest';
import { lookUpPlan } from '../../../utils/plan/look-up-plan.ts';
import { documentOf, type Json, NHS_NUMBER_SYSTEM, NUMBER, patientResource, searchsetOf, snomed } from './documents.ts';
import { type Answers, answeringService, askedOf } from './service/answering-service.ts';
import { anAsking, capabilityStatement, freshBase, OFFERS_OPERATION } from './service/asking.ts';

/** Plans that the service holds whole, as Bundles that its own pointers name. */
const pointerTo = (id: string, changes: Json = {}): Json => ({
  resourceType: 'DocumentReference',
  id: `pointer-${id}`,
  status: 'current',
  subject: { identifier: { system: NHS_NUMBER_SYSTEM, value: NUMBER } },
  content: [{ attachment: { url: `Bundle/${id}`, title: 'Stored plan' } }],
  ...changes,
});
const set = (value: string): Json => ({ identifier: { system: 'urn:ietf:rfc:3986', value } });
const composition = (id: string, changes: Json = {}): Json => ({
  resourceType: 'Composition',
  id,
  status: 'final',
  type: snomed('1382601000000107'),
  subject: { reference: 'Patient/patient' },
  date: '2026-05-01T10:00:00+01:00',
  ...changes,
});
const storedAs = (id: string, changes: Json = {}) => documentOf([], [], { id, title: `Title ${id}`, ...changes });

const STORES = capabilityStatement([{ type: 'Bundle', interaction: [{ code: 'read' }] }, { type: 'Composition' }]);
const usual: Answers = {
  metadata: STORES,
  'Patient/_search': searchsetOf([patientResource()]),
  'Composition/_search': searchsetOf([]),
  'DocumentReference/_search': searchsetOf([pointerTo('1')]),
  'Bundle/1': storedAs('stored'),
};
const titles = (plans: readonly { readonly provenance: { readonly title: string } }[]) =>
  plans.map(({ provenance }) => provenance.title);

async function lookUp(changes: Answers) {
  const fhirBase = freshBase();
  const requests = answeringService(fhirBase, { ...usual, ...changes });
  const found = await lookUpPlan(anAsking({ fhirBase }), NUMBER);
  return { found, plans: found.kind === 'found' ? titles(found.plans) : [], asked: askedOf(fhirBase, requests) };
}
afterEach(() => vi.unstubAllGlobals());

test('S4: a plan that is in a stored document alone is found, and is not elsewhere', async () => {
  expect((await lookUp({})).found).toMatchObject({
    kind: 'found',
    plans: [{ provenance: { title: 'Title stored' } }],
    elsewhere: [],
  });
});

test('S4: also where the service knows no such patient', async () => {
  expect((await lookUp({ 'Patient/_search': searchsetOf([]) })).plans).toEqual(['Title stored']);
});

test('a stored form of a Composition that was found is that plan’s document', async () => {
  const answers = {
    'Composition/_search': searchsetOf([composition('plan', set('a'))]),
    'Bundle/1': storedAs('other', set('a')),
  };
  const { plans, asked } = await lookUp(answers);
  expect(plans).toEqual(['Title other']);
  expect(asked).not.toContain('Composition/plan/$document');
});

describe('S11: stored plans are sorted with the others', () => {
  const operation = { 'Composition/plan/$document': storedAs('plan', { date: '2026-05-02' }) };
  const known = (changes: Json = {}) => ({
    ...operation,
    'Composition/_search': searchsetOf([composition('plan', changes)]),
  });

  test('two plans of two kinds are both current', async () => {
    const answers = { ...known(), metadata: OFFERS_OPERATION, 'Bundle/1': storedAs('stored', { date: '2026-06-01' }) };
    expect((await lookUp(answers)).plans).toEqual(['Title stored', 'Title plan']);
  });

  test('a later version supersedes what is known as a Composition', async () => {
    const answers = { ...known(set('a')), 'Bundle/1': storedAs('stored', { ...set('a'), date: '2026-06-01' }) };
    expect((await lookUp(answers)).plans).toEqual(['Title stored']);
  });

  test('an earlier one does not', async () => {
    const answers = {
      ...known(set('a')),
      metadata: OFFERS_OPERATION,
      'Bundle/1': storedAs('stored', { ...set('a'), date: '2026-01-01' }),
    };
    const { plans, asked } = await lookUp({ ...answers, 'Composition/plan/$document': storedAs('plan', set('a')) });
    expect(plans).toEqual(['Title plan']);
    expect(asked).toContain('Bundle/1');
  });

  test('the same document under two addresses is one plan', async () => {
    const two = searchsetOf([pointerTo('1'), pointerTo('2')]);
    expect((await lookUp({ 'DocumentReference/_search': two, 'Bundle/2': storedAs('stored') })).plans).toHaveLength(1);
  });

  test.each<[string, Json, string]>([
    ['a draft', { status: 'preliminary' }, 'draft'],
    ['one entered in error', { status: 'entered-in-error' }, 'withdrawn'],
  ])('%s alone is no current plan', async (_name, changes, found) => {
    expect((await lookUp({ 'Bundle/1': storedAs('stored', changes) })).found).toMatchObject({
      kind: 'noCurrentPlan',
      found,
    });
  });

  test.each([{ status: 'superseded' }, { docStatus: 'entered-in-error' }])(
    'one whose pointer says %j is withdrawn, and is not fetched',
    async (changes) => {
      const { found, asked } = await lookUp({ 'DocumentReference/_search': searchsetOf([pointerTo('1', changes)]) });
      expect(found).toMatchObject({ kind: 'noCurrentPlan', found: 'withdrawn' });
      expect(asked).not.toContain('Bundle/1');
    },
  );
});

describe('S4: a stored document that cannot be had is “could not check”', () => {
  test.each<[string, Answers, object]>([
    ['not there', { 'Bundle/1': new Response('', { status: 404 }) }, { cause: 'notFound' }],
    ['service down', { 'Bundle/1': new Response('', { status: 503 }) }, { cause: 'serviceDown', tries: 3 }],
    ['not for this role', { 'Bundle/1': new Response('', { status: 403 }) }, { kind: 'accessRefused' }],
    ['signed out', { 'Bundle/1': new Response('', { status: 401 }) }, { kind: 'signedOut' }],
    ['no document', { 'Bundle/1': searchsetOf([]) }, { code: 'PLN-NOT-DOCUMENT' }],
    [
      'S1: about somebody else',
      { 'Bundle/1': documentOf([], [patientResource({ id: 'other' })]) },
      { cause: 'wrongPatient' },
    ],
  ])('%s', async (_name, answers, failure) => {
    expect((await lookUp(answers)).found).toMatchObject(failure);
    const known = {
      'Composition/_search': searchsetOf([composition('plan')]),
      'Composition/plan/$document': storedAs('plan'),
    };
    expect((await lookUp({ ...answers, ...known })).found).toMatchObject(failure);
  });
});

describe('S4: pointers that could not be asked for', () => {
  const gone = { 'DocumentReference/_search': new Response('', { status: 500 }) };
  const known = {
    'Composition/_search': searchsetOf([composition('plan')]),
    'Composition/plan/$document': storedAs('plan'),
  };

  test('are no word on plans of a service that may hold whole documents', async () => {
    expect((await lookUp(gone)).found).toMatchObject({ kind: 'couldNotCheck', cause: 'serviceDown', code: 'PLN-500' });
    const silent = { ...gone, metadata: new Response('', { status: 404 }) };
    expect((await lookUp(silent)).found).toMatchObject({ kind: 'couldNotCheck', cause: 'serviceDown' });
    const draft = { 'Composition/_search': searchsetOf([composition('plan', { status: 'preliminary' })]) };
    expect((await lookUp({ ...gone, ...draft })).found).toMatchObject({ kind: 'couldNotCheck' });
  });

  test('are, of one that says it does not', async () => {
    expect((await lookUp({ ...gone, metadata: OFFERS_OPERATION })).found).toMatchObject({
      kind: 'noPlanFound',
      elsewhere: null,
    });
  });

  test('leave a plan that was found where it is', async () => {
    expect((await lookUp({ ...gone, ...known, metadata: OFFERS_OPERATION })).found).toMatchObject({
      kind: 'found',
      elsewhere: null,
    });
  });

  test('S1: about somebody else are as good as none', async () => {
    const subject = { identifier: { system: NHS_NUMBER_SYSTEM, value: '9000000009' } };
    const wrong = { 'DocumentReference/_search': searchsetOf([pointerTo('1', { subject })]) };
    expect((await lookUp(wrong)).found).toMatchObject({ kind: 'couldNotCheck', cause: 'wrongPatient' });
  });
});

test('a document that was had before is asked for by its version', async () => {
  const fhirBase = freshBase();
  const asking = anAsking({ fhirBase });
  const document = Response.json(storedAs('stored'), { headers: { etag: 'W/"1"' } });
  answeringService(fhirBase, { ...usual, 'Bundle/1': document });
  expect(await lookUpPlan(asking, NUMBER)).toMatchObject({ kind: 'found' });
  const requests = answeringService(fhirBase, { ...usual, 'Bundle/1': new Response(null, { status: 304 }) });
  expect(await lookUpPlan(asking, NUMBER)).toMatchObject({ kind: 'found' });
  expect(requests.find(({ address }) => address.endsWith('Bundle/1'))?.headers.get('if-none-match')).toBe('W/"1"');
  expect(await lookUpPlan(anAsking({ fhirBase }), NUMBER)).toMatchObject({ kind: 'couldNotCheck', code: 'PLN-304' });
});
