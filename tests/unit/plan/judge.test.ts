import { describe, expect, test } from 'vitest';
import { judgeBody, judgeSearchset } from '../../../utils/plan/judge.ts';
import { type Json, patientResource, searchsetOf } from './documents.ts';

const answer = (status: number, body?: unknown) => ({ kind: 'body', status, body }) as const;
const outcome = (...codes: string[]) => ({
  resourceType: 'OperationOutcome',
  issue: codes.map((code) => ({ severity: 'error', code })),
});
const cause = (status: number, body?: unknown) => {
  const judged = judgeBody(answer(status, body));
  return judged.ok ? 'ok' : judged.failure;
};

describe('by status', () => {
  test.each([
    [400, 'refusedRequest', 'PLN-400'],
    [404, 'notFound', 'PLN-404'],
    [406, 'refusedRequest', 'PLN-406'],
    [410, 'notFound', 'PLN-410'],
    [422, 'refusedRequest', 'PLN-422'],
    [429, 'tooMany', 'PLN-429'],
    [500, 'serviceDown', 'PLN-500'],
    [502, 'serviceDown', 'PLN-502'],
    [503, 'serviceDown', 'PLN-503'],
    [504, 'serviceDown', 'PLN-504'],
    [201, 'unexpectedAnswer', 'PLN-201'],
    [204, 'unexpectedAnswer', 'PLN-204'],
    [206, 'unexpectedAnswer', 'PLN-206'],
    [304, 'unexpectedAnswer', 'PLN-304'],
  ])('S4: %i is “could not check”: %s, %s', (status, why, code) => {
    for (const body of [undefined, {}, outcome('not-found'), searchsetOf([])]) {
      expect(cause(status, body)).toMatchObject({ kind: 'couldNotCheck', cause: why, code });
    }
  });

  test('401 is signed out, whatever it says', () => {
    for (const body of [undefined, outcome('suppressed'), 'text'])
      expect(cause(401, body)).toEqual({ kind: 'signedOut' });
  });

  test('S4: 200 without FHIR is “could not check”', () => {
    expect(cause(200, undefined)).toMatchObject({ cause: 'unexpectedAnswer', code: 'PLN-NOT-FHIR' });
  });

  test('S4: what never arrived keeps its cause and code', () => {
    const judged = judgeBody({ kind: 'failed', cause: 'timedOut', code: 'PLN-TIMEOUT' });
    expect(judged).toMatchObject({ ok: false, failure: { cause: 'timedOut', code: 'PLN-TIMEOUT' } });
  });
});

describe('403 by the code of its OperationOutcome (docs/plan-service.md)', () => {
  test.each<[string, unknown, Json]>([
    ['a reason is needed', outcome('business-rule'), { kind: 'reasonNeeded' }],
    ['the patient refused', outcome('suppressed'), { kind: 'accessRefused', why: 'patient' }],
    ['the role may not', outcome('forbidden'), { kind: 'accessRefused', why: 'role' }],
    ['another code', outcome('security'), { kind: 'accessRefused', why: 'role' }],
    ['several codes', outcome('forbidden', 'suppressed'), { kind: 'accessRefused', why: 'patient' }],
    ['no code', { resourceType: 'OperationOutcome', issue: [{}] }, { kind: 'accessRefused', why: 'role' }],
    ['no outcome', '<html>', { kind: 'accessRefused', why: 'role' }],
    ['no body', undefined, { kind: 'accessRefused', why: 'role' }],
  ])('%s', (_name, body, failure) => {
    expect(cause(403, body)).toEqual(failure);
  });
});

describe('a search', () => {
  const matches = (body: unknown) => {
    const judged = judgeSearchset(answer(200, body));
    return judged.ok ? judged.value.matches.length : judged.failure;
  };
  const unexpected = (code: string) => ({ kind: 'couldNotCheck', cause: 'unexpectedAnswer', code });

  test('counts its matches and leaves out what was included and what was said beside them', () => {
    const entry = [
      { resource: patientResource() },
      { resource: patientResource(), search: { mode: 'match' } },
      { resource: { resourceType: 'Organization' }, search: { mode: 'include' } },
      { resource: { ...outcome('informational'), issue: [{ severity: 'warning', code: 'informational' }] } },
    ];
    expect(matches(searchsetOf([], { total: 2, entry }))).toBe(2);
    expect(matches(searchsetOf([]))).toBe(0);
    expect(matches({ resourceType: 'Bundle', type: 'searchset' })).toBe(0);
  });

  test.each<[string, unknown, string]>([
    ['another kind of Bundle', searchsetOf([], { type: 'collection' }), 'PLN-NOT-SEARCHSET'],
    ['an OperationOutcome', outcome('exception'), 'PLN-NOT-SEARCHSET'],
    ['a Patient', patientResource(), 'PLN-NOT-SEARCHSET'],
    ['null', null, 'PLN-NOT-SEARCHSET'],
    ['a list', [], 'PLN-NOT-SEARCHSET'],
    ['entries that are no list', searchsetOf([], { entry: {} }), 'PLN-NOT-SEARCHSET'],
    ['a total that is no number', searchsetOf([], { total: '0' }), 'PLN-NOT-SEARCHSET'],
    ['a resource without a type', searchsetOf([{}]), 'PLN-NOT-SEARCHSET'],
    ['matches announced and none sent', searchsetOf([], { total: 3 }), 'PLN-EMPTY-PAGE'],
    ['a match without its resource', searchsetOf([], { entry: [{ fullUrl: 'urn:uuid:1' }] }), 'PLN-EMPTY-PAGE'],
    ['an error among the entries', searchsetOf([], { entry: [{ resource: outcome('timeout') }] }), 'PLN-OUTCOME'],
  ])('S4: %s is no empty result', (_name, body, code) => {
    expect(matches(body)).toMatchObject(unexpected(code));
  });
});
