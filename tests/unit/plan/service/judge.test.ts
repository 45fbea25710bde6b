import { describe, expect, test } from 'vitest';
import { issueCodes, judgeBody } from '../../../../utils/plan/service/judge.ts';
import { type Json, searchsetOf } from '../documents.ts';
import { answered, outcome } from './asking.ts';

const cause = (status: number, body?: unknown) => {
  const judged = judgeBody(answered(status, body, { tries: 3 }));
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
    [405, 'refusedRequest', 'PLN-405'],
    [500, 'serviceDown', 'PLN-500'],
    [501, 'refusedRequest', 'PLN-501'],
    [502, 'serviceDown', 'PLN-502'],
    [503, 'serviceDown', 'PLN-503'],
    [504, 'serviceDown', 'PLN-504'],
    [201, 'unexpectedAnswer', 'PLN-201'],
    [204, 'unexpectedAnswer', 'PLN-204'],
    [206, 'unexpectedAnswer', 'PLN-206'],
    [304, 'unexpectedAnswer', 'PLN-304'],
  ])('S4: %i is “could not check”: %s, %s', (status, why, code) => {
    for (const body of [undefined, {}, outcome('not-found'), searchsetOf([])]) {
      expect(cause(status, body)).toMatchObject({ kind: 'couldNotCheck', cause: why, code, tries: 3 });
    }
  });

  test.each([400, 404, 405, 501])('%i that says that something is not supported is a question refused', (status) => {
    expect(cause(status, outcome('not-supported'))).toMatchObject({ cause: 'refusedRequest', code: `PLN-${status}` });
  });

  test('401 is signed out, whatever it says', () => {
    for (const body of [undefined, outcome('suppressed'), 'text'])
      expect(cause(401, body)).toEqual({ kind: 'signedOut' });
  });

  test('S4: 200 without a body is “could not check”', () => {
    expect(cause(200, undefined)).toMatchObject({ cause: 'unexpectedAnswer', code: 'PLN-EMPTY' });
  });

  test('S4: what never arrived keeps its cause and code', () => {
    const judged = judgeBody({ kind: 'failed', cause: 'timedOut', code: 'PLN-TIMEOUT', tries: 2 });
    expect(judged).toMatchObject({ ok: false, failure: { cause: 'timedOut', code: 'PLN-TIMEOUT', tries: 2 } });
  });
});

const informs = (text: string) => ({ severity: 'information', code: 'informational', details: { text } });

describe('403 by the code of its OperationOutcome (docs/plan-service.md)', () => {
  test.each<[string, unknown, Json]>([
    ['a reason is needed', outcome('business-rule'), { kind: 'reasonNeeded', alerts: null }],
    [
      'a reason is needed, and an emergency alerts somebody',
      { resourceType: 'OperationOutcome', issue: [{ code: 'business-rule' }, informs(' the privacy officer ')] },
      { kind: 'reasonNeeded', alerts: 'the privacy officer' },
    ],
    [
      'whom it alerts is no name',
      { resourceType: 'OperationOutcome', issue: [{ code: 'business-rule' }, informs('x'.repeat(201))] },
      { kind: 'reasonNeeded', alerts: null },
    ],
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

test('the codes of what is no OperationOutcome are none', () => {
  for (const body of [undefined, null, '<html>', {}, searchsetOf([])]) expect(issueCodes(body)).toEqual([]);
  expect(issueCodes(outcome('forbidden', 'suppressed'))).toEqual(['forbidden', 'suppressed']);
});
