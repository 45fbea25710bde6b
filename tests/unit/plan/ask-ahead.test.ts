import { afterEach, describe, expect, test, vi } from 'vitest';
import { lookUpPlan } from '../../../utils/plan/look-up-plan.ts';
import { documentOf, type Json, NUMBER, patientResource, searchsetOf, snomed } from './documents.ts';
import { type Answers, answeringService, askedOf } from './service/answering-service.ts';
import { anAsking, capabilityStatement, freshBase } from './service/asking.ts';
import type { SentRequest } from './service/scripted-service.ts';

afterEach(() => vi.unstubAllGlobals());

const DOCUMENT = 'Composition/plan/$document';
const PLANS = 'Composition/_search';
const PATIENT = 'Patient/_search';

const listed = (resource: Json): Json => ({ interaction: [{ code: 'search-type' }], ...resource });
const patients = listed({ type: 'Patient', searchRevInclude: ['Composition:subject'] });
const compositions = listed({ type: 'Composition', operation: [{ name: 'document', definition: 'x' }] });
const DECLARES = capabilityStatement([patients, compositions]);

function composition(id: string, changes: Json = {}): Json {
  const [type, subject] = [snomed('1382601000000107'), { reference: 'Patient/patient' }];
  return {
    resourceType: 'Composition',
    id,
    status: 'final',
    type,
    subject,
    date: '2026-05-01T10:00:00+01:00',
    ...changes,
  };
}

function withPlans(...plans: readonly Json[]): Json {
  const set = searchsetOf([patientResource()]);
  const included = plans.map((resource) => ({ resource, search: { mode: 'include' } }));
  return { ...set, entry: [...(set.entry as readonly Json[]), ...included] };
}

/** A service that brings plans along where it is asked to, and only there. */
const along =
  (...plans: readonly Json[]) =>
  ({ body }: SentRequest) =>
    body.includes('_revinclude') ? withPlans(...plans) : searchsetOf([patientResource()]);

const usual: Answers = {
  metadata: DECLARES,
  [PATIENT]: along(composition('plan')),
  [PLANS]: searchsetOf([composition('plan')]),
  'DocumentReference/_search': searchsetOf([]),
  [DOCUMENT]: documentOf([], [], { id: 'plan' }),
};

/** Looks up twice: what the service can do is known at the second time, and only that is told. */
async function lookUpKnowing(answers: Answers, changes: Answers = {}) {
  const fhirBase = freshBase();
  answeringService(fhirBase, { ...usual, ...answers });
  await lookUpPlan(anAsking({ fhirBase }), NUMBER);
  const requests = answeringService(fhirBase, { ...usual, ...answers, ...changes });
  const found = await lookUpPlan(anAsking({ fhirBase }), NUMBER);
  return { found, asked: askedOf(fhirBase, requests), bodies: requests.map(({ body }) => body), fhirBase };
}

const documentsIn = (asked: readonly string[]) => asked.filter((address) => address.endsWith('$document'));

describe('where plans come along with their patient', () => {
  test('the document is asked for while the plans are listed', async () => {
    let hasAsked = () => {};
    const documentAsked = new Promise<void>((done) => {
      hasAsked = done;
    });
    const { found, asked } = await lookUpKnowing(
      {},
      {
        [DOCUMENT]: () => {
          hasAsked();
          return usual[DOCUMENT];
        },
        [PLANS]: async () => {
          await documentAsked;
          return usual[PLANS];
        },
      },
    );
    expect(found).toMatchObject({ kind: 'found', plans: [{ patient: { nhsNumber: NUMBER } }] });
    expect([...asked].sort()).toEqual([PLANS, DOCUMENT, 'DocumentReference/_search', PATIENT]);
  });

  test('S4: a plan that the list does not name is none, whatever came along', async () => {
    const { found } = await lookUpKnowing({ [PLANS]: searchsetOf([]) });
    expect(found).toMatchObject({ kind: 'noPlanFound' });
  });

  test('a plan that came along and is no longer the one in force is not shown for the one that is', async () => {
    const newer = composition('newer', {
      date: '2026-06-01T10:00:00Z',
      relatesTo: [{ code: 'replaces', targetReference: { reference: 'Composition/plan' } }],
    });
    const { found, asked } = await lookUpKnowing({
      [PLANS]: searchsetOf([newer, composition('plan')]),
      'Composition/newer/$document': documentOf([], [], { id: 'newer', date: '2026-06-01T10:00:00Z' }),
    });
    expect(found).toMatchObject({ kind: 'found', plans: [{ provenance: { planId: '|newer' } }] });
    expect(documentsIn(asked)).toEqual([DOCUMENT, 'Composition/newer/$document']);
  });

  test('a document of before the plan was changed is fetched anew', async () => {
    const later = '2026-05-02T10:00:00Z';
    const answers = [documentOf([], [], { id: 'plan' }), documentOf([], [], { id: 'plan', date: later })];
    const { found, asked } = await lookUpKnowing(
      { [PLANS]: searchsetOf([composition('plan', { date: later })]) },
      { [DOCUMENT]: () => answers.shift() },
    );
    expect(found).toMatchObject({ kind: 'found', plans: [{ provenance: { lastUpdated: later } }] });
    expect(documentsIn(asked)).toHaveLength(2);
  });

  test('S1: a plan of anybody else that comes along is not asked for, and neither is another kind of document', async () => {
    const other = composition('other', { subject: { reference: 'Patient/other' } });
    const letter = composition('letter', { type: snomed('371531000') });
    const { found, asked } = await lookUpKnowing({ [PATIENT]: along(other, letter, { resourceType: 'Composition' }) });
    expect(found).toMatchObject({ kind: 'found' });
    expect(documentsIn(asked)).toEqual([DOCUMENT]);
  });

  test('a document that cannot be had is asked for once', async () => {
    const { found, asked } = await lookUpKnowing({ [DOCUMENT]: new Response('', { status: 403 }) });
    expect(found.kind).toBe('accessRefused');
    expect(documentsIn(asked)).toEqual([DOCUMENT]);
  });
});

test.each<[string, unknown]>([
  [
    'refuses the question',
    ({ body }: SentRequest) =>
      body.includes('_revinclude') ? new Response('{}', { status: 400 }) : searchsetOf([patientResource()]),
  ],
  [
    'sends them as if they were patients',
    ({ body }: SentRequest) =>
      searchsetOf([patientResource(), ...(body.includes('_revinclude') ? [composition('plan')] : [])]),
  ],
])('a service that says plans come along, and %s, is asked without from then on', async (_name, answer) => {
  const { found, bodies, fhirBase } = await lookUpKnowing({ [PATIENT]: answer });
  expect(found).toMatchObject({ kind: 'found' });
  expect(bodies.filter((body) => body.includes('_revinclude'))).toHaveLength(1);
  const requests = answeringService(fhirBase, { ...usual, [PATIENT]: answer });
  expect(await lookUpPlan(anAsking({ fhirBase }), NUMBER)).toMatchObject({ kind: 'found' });
  expect(requests.filter(({ body }) => body.includes('_revinclude'))).toEqual([]);
});

test('a patient whose number was replaced is no sign that plans do not come along', async () => {
  const replaced = searchsetOf([
    patientResource({ link: [{ type: 'replaced-by', other: { reference: 'Patient/new' } }] }),
  ]);
  const { found, fhirBase } = await lookUpKnowing({}, { [PATIENT]: replaced });
  expect(found).toMatchObject({ kind: 'couldNotCheck', cause: 'replacedNumber' });
  const requests = answeringService(fhirBase, usual);
  expect(await lookUpPlan(anAsking({ fhirBase }), NUMBER)).toMatchObject({ kind: 'found' });
  expect(requests.filter(({ body }) => body.includes('_revinclude'))).toHaveLength(1);
});

test.each([403, 503])(
  'a patient who is refused, or a service that fails (%i), is not asked about once more',
  async (status) => {
    const { bodies, found } = await lookUpKnowing({}, { [PATIENT]: () => new Response('{}', { status }) });
    expect(found.kind).not.toBe('found');
    const asked = bodies.filter((body) => body.startsWith('identifier'));
    expect(asked.every((body) => body.includes('_revinclude'))).toBe(true);
  },
);

test('a service that does not say so is asked as ever', async () => {
  const { bodies, found } = await lookUpKnowing({
    metadata: capabilityStatement([listed({ type: 'Patient' }), compositions]),
  });
  expect(found).toMatchObject({ kind: 'found' });
  expect(bodies.some((body) => body.includes('_revinclude'))).toBe(false);
});
