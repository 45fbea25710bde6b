import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Composition } from '../../../../../utils/plan/fhir-schemas.ts';
import type { Capability } from '../../../../../utils/plan/service/capability.ts';
import { fetchDocument, orderOfWays } from '../../../../../utils/plan/service/documents/fetch-document.ts';
import type { StoredDocument } from '../../../../../utils/plan/service/documents/stored-bundle.ts';
import { searchsetOf } from '../../documents.ts';
import { type Answers, answeringService, askedOf } from '../answering-service.ts';
import { anAsking, freshBase } from '../asking.ts';

afterEach(() => vi.unstubAllGlobals());

const SILENT: Capability = { offers: [], mayStoreDocuments: true, plansAlong: null };
const composition: Composition = {
  resourceType: 'Composition',
  id: 'plan',
  status: 'final',
  type: {},
  subject: { reference: 'Patient/patient' },
  date: '2026-05-01',
  section: [{ title: 'CPR decision' }],
};
const stored: StoredDocument = { composition, document: { from: 'store' } };
const OPERATION: Answers = { 'Composition/plan/$document': { from: 'operation' } };
const INCLUDE: Answers = { 'Composition/_search': searchsetOf([composition]) };

async function fetched(base: string, answers: Answers, has: StoredDocument | undefined, capability = SILENT) {
  const requests = answeringService(base, answers);
  const wanted = { compositionId: 'plan', stored: has };
  const judged = await fetchDocument(anAsking({ fhirBase: base }), wanted, capability);
  return { result: judged.ok ? judged.value : judged.failure, asked: askedOf(base, requests) };
}

describe('a service that does not say what it offers', () => {
  test('has the operation tried, then what it stores, then the search', async () => {
    expect((await fetched(freshBase(), OPERATION, stored)).result).toEqual({ from: 'operation' });
    expect((await fetched(freshBase(), INCLUDE, stored)).result).toEqual({ from: 'store' });
    expect((await fetched(freshBase(), INCLUDE, undefined)).result).toMatchObject({ type: 'document' });
  });

  test('is asked first by the way that led to a document last time', async () => {
    const base = freshBase();
    await fetched(base, INCLUDE, undefined);
    const { asked } = await fetched(base, INCLUDE, undefined);
    expect(asked).not.toContain('Composition/plan/$document');
    expect(orderOfWays(base, SILENT)).toEqual(['include', 'operation', 'storedBundle']);
  });
});

test('a service that says what it offers is asked for that', async () => {
  const base = freshBase();
  const offers = (...ways: Capability['offers']) => ({ offers: ways, mayStoreDocuments: true, plansAlong: null });
  expect(orderOfWays(base, offers('include'))).toEqual(['include', 'operation', 'storedBundle']);
  expect(orderOfWays(base, offers('storedBundle', 'include'))).toEqual(['storedBundle', 'include', 'operation']);
  const { asked } = await fetched(base, { ...OPERATION, ...INCLUDE }, undefined, offers('include'));
  expect(asked[0]).toBe('Composition/_search');
});

describe('S4: a way that fails is the end of it', () => {
  test.each([401, 403, 410, 500])('%i', async (status) => {
    const answers = { ...INCLUDE, 'Composition/plan/$document': new Response('', { status }) };
    const { result, asked } = await fetched(freshBase(), answers, stored);
    expect(result).not.toHaveProperty('from');
    expect(asked).toEqual(['Composition/plan/$document']);
  });
});

test('a plan that is in a stored document alone is asked for nowhere', async () => {
  const base = freshBase();
  const requests = answeringService(base, OPERATION);
  const asking = anAsking({ fhirBase: base });
  expect(await fetchDocument(asking, { compositionId: undefined, stored }, SILENT)).toEqual({
    ok: true,
    value: stored.document,
  });
  expect(await fetchDocument(asking, { compositionId: undefined, stored: undefined }, SILENT)).toMatchObject({
    failure: { kind: 'couldNotCheck', code: 'PLN-NO-DOCUMENT' },
  });
  expect(requests).toEqual([]);
});
