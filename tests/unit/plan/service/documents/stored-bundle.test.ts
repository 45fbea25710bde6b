import { afterEach, expect, test, vi } from 'vitest';
import { fetchStored, judgeStored } from '../../../../../utils/plan/service/documents/stored-bundle.ts';
import { documentOf, type Json, NUMBER, patientResource, searchsetOf } from '../../documents.ts';
import { answeringService, askedOf } from '../answering-service.ts';
import { anAsking, BASE } from '../asking.ts';

afterEach(() => vi.unstubAllGlobals());

const at = (...ids: readonly string[]) => ids.map((id) => `${BASE}/Bundle/${id}`);

test('fetches each, and finds the Composition inside', async () => {
  const requests = answeringService(BASE, { 'Bundle/1': documentOf([], [], { id: 'a' }), 'Bundle/2': documentOf([]) });
  const stored = await fetchStored(anAsking(), at('1', '2'), NUMBER);
  expect(stored).toMatchObject({ ok: true, value: [{ composition: { id: 'a' } }, { composition: { id: 'plan' } }] });
  expect(askedOf(BASE, requests)).toEqual(['Bundle/1', 'Bundle/2']);
  expect(await fetchStored(anAsking(), [], NUMBER)).toEqual({ ok: true, value: [] });
});

test('S4: one that cannot be had may be the one that counts', async () => {
  answeringService(BASE, { 'Bundle/1': documentOf([]) });
  expect(await fetchStored(anAsking(), at('1', '2'), NUMBER)).toMatchObject({
    ok: false,
    failure: { code: 'PLN-404' },
  });
});

test('S11: more than anybody has are not fetched, and it is said', async () => {
  const requests = answeringService(BASE, {});
  const many = at(...Array.from({ length: 21 }, (_, id) => String(id)));
  expect(await fetchStored(anAsking(), many, NUMBER)).toMatchObject({ failure: { code: 'PLN-TOO-MANY-PLANS' } });
  expect(requests).toEqual([]);
});

const withEntries = (change: (entry: readonly Json[]) => readonly Json[]): Json => {
  const document = documentOf([]);
  return { ...document, entry: change(document.entry as readonly Json[]) };
};

test.each<[string, unknown, string]>([
  ['no Bundle', patientResource(), 'PLN-NOT-DOCUMENT'],
  ['nothing', undefined, 'PLN-NOT-DOCUMENT'],
  ['another kind of Bundle', searchsetOf([]), 'PLN-NOT-DOCUMENT'],
  ['no Composition in front', withEntries(([first, ...others]) => [...others, first ?? {}]), 'PLN-NOT-DOCUMENT'],
  ['a Composition without a date', documentOf([], [], { date: 'yesterday' }), 'PLN-NOT-DOCUMENT'],
  ['S1: no Patient', withEntries(([first]) => [first ?? {}]), 'PLN-WRONG-PATIENT'],
  ['S1: two Patients', documentOf([], [patientResource({ id: 'other' })]), 'PLN-WRONG-PATIENT'],
  [
    'S1: somebody else',
    withEntries(([first]) => [first ?? {}, { resource: patientResource({ identifier: [] }) }]),
    'PLN-WRONG-PATIENT',
  ],
])('%s is no document of theirs', (_name, body, code) => {
  expect(judgeStored(body, NUMBER)).toMatchObject({ ok: false, failure: { kind: 'couldNotCheck', code } });
});

test('a draft, and one entered in error, are theirs all the same: they are sorted with the others', () => {
  for (const status of ['preliminary', 'entered-in-error']) {
    expect(judgeStored(documentOf([], [], { status }), NUMBER)).toMatchObject({
      ok: true,
      value: { composition: { status } },
    });
  }
});
