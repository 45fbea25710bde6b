import { describe, expect, test } from 'vitest';
import { judgeSearchset } from '../../../../utils/plan/service/judge-searchset.ts';
import { patientResource, searchsetOf } from '../documents.ts';
import { answered, outcome } from './asking.ts';

describe('a search', () => {
  const matches = (body: unknown) => {
    const judged = judgeSearchset(answered(200, body));
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
    const judged = judgeSearchset(answered(200, searchsetOf([], { entry })));
    expect(judged).toMatchObject({ ok: true, value: { included: [{ resourceType: 'Organization' }], empty: null } });
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

describe('S4: the service’s word that there is nothing', () => {
  const empty = (body: unknown) => {
    const judged = judgeSearchset(answered(200, body));
    return judged.ok ? judged.value.empty : judged.failure;
  };
  const link = [{ relation: 'next', url: 'https://plans.example/fhir?page=2' }];

  test('is given by a whole and empty searchset', () => {
    for (const body of [searchsetOf([]), { resourceType: 'Bundle', type: 'searchset' }]) {
      expect(Object.getOwnPropertySymbols(empty(body))).toHaveLength(1);
    }
  });

  test('and by nothing else', () => {
    expect(empty(searchsetOf([patientResource()]))).toBeNull();
    expect(empty(searchsetOf([], { link }))).toBeNull();
    for (const status of [204, 304, 400, 401, 403, 404, 410, 500, 503]) {
      expect(judgeSearchset(answered(status, searchsetOf([]))).ok).toBe(false);
    }
    expect(judgeSearchset({ kind: 'failed', cause: 'timedOut', code: 'PLN-TIMEOUT', tries: 1 }).ok).toBe(false);
  });
});
