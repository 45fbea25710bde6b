import { afterEach, expect, test, vi } from 'vitest';
import { PLAN_TYPES } from '../../../../utils/plan/codes.ts';
import { findCompositions } from '../../../../utils/plan/service/find-plans.ts';
import { type Json, NUMBER, SNOMED, searchsetOf, snomed } from '../documents.ts';
import { answeringService } from './answering-service.ts';
import { anAsking, BASE } from './asking.ts';

afterEach(() => vi.unstubAllGlobals());

const plan = (id: string, changes: Json = {}): Json => ({
  resourceType: 'Composition',
  id,
  status: 'final',
  type: snomed(PLAN_TYPES[0]),
  subject: { reference: 'Patient/patient' },
  date: '2026-05-01',
  ...changes,
});

async function found(...resources: readonly Json[]) {
  const requests = answeringService(BASE, { 'Composition/_search': searchsetOf(resources) });
  const judged = await findCompositions(anAsking(), 'patient', NUMBER);
  return { requests, result: judged.ok ? judged.value : judged.failure };
}
const ids = ({ result }: Awaited<ReturnType<typeof found>>) =>
  'compositions' in result ? result.compositions.map(({ id }) => id) : result;

test('asks for every kind of plan of the patient, newest first', async () => {
  const { requests } = await found();
  const asked = new URLSearchParams(requests[0]?.body);
  expect(asked.get('subject')).toBe('Patient/patient');
  expect(asked.get('type')?.split(',')).toEqual(PLAN_TYPES.map((code) => `${SNOMED}|${code}`));
  expect(asked.get('_sort')).toBe('-date');
});

test('takes the patient by a whole address too', async () => {
  expect(ids(await found(plan('a', { subject: { reference: `${BASE}/Patient/patient` } })))).toEqual(['a']);
});

test('S1: anybody else’s plan among them refuses them all', async () => {
  for (const reference of ['Patient/other', 'https://elsewhere.example/Patient/patient', '', undefined]) {
    const wrong = JSON.parse(JSON.stringify(plan('b', { subject: { reference } })));
    expect(ids(await found(plan('a'), wrong))).toMatchObject({ cause: 'wrongPatient' });
  }
});

test('what has a plan’s kind among others is a plan, what has none is left out', async () => {
  const both = {
    coding: [
      { system: 'urn:local', code: 'x' },
      { system: SNOMED, code: PLAN_TYPES[1] },
    ],
  };
  const local = { coding: [{ system: 'urn:local', code: PLAN_TYPES[1] }], text: 'Letter' };
  expect(ids(await found(plan('a', { type: both }), plan('b', { type: local }), plan('c', { type: {} })))).toEqual([
    'a',
  ]);
});

test('S4: nothing but what was not asked for is no word on plans', async () => {
  expect(ids(await found(plan('a', { type: {} })))).toMatchObject({ kind: 'couldNotCheck', code: 'PLN-OTHER-TYPES' });
  expect((await found()).result).toMatchObject({ compositions: [], empty: expect.anything() });
  expect((await found(plan('a'))).result).toMatchObject({ empty: null });
});
