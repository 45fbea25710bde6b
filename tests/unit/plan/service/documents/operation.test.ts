import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchByOperation } from '../../../../../utils/plan/service/documents/operation.ts';
import { anAsking, BASE, outcome } from '../asking.ts';
import { scriptedService, status } from '../scripted-service.ts';

afterEach(() => vi.unstubAllGlobals());

const fetched = (isNamed: boolean, code: number, body: unknown = {}) => {
  const requests = scriptedService(status(code, {}, JSON.stringify(body)));
  return { requests, result: fetchByOperation(anAsking(), 'a b', isNamed) };
};
const NOT_OFFERED = { kind: 'notOffered' };

test('asks the service to put the document together', async () => {
  const { requests, result } = fetched(true, 200, { a: 1 });
  expect(await result).toEqual({ kind: 'document', document: { a: 1 } });
  expect(requests).toMatchObject([{ address: `${BASE}/Composition/a%20b/$document`, method: 'GET' }]);
});

describe('another way is tried only where the service does not have this one', () => {
  test.each([400, 404, 405, 501])('%i of a service that does not name it', async (code) => {
    for (const body of [{}, outcome('processing'), outcome('not-supported')]) {
      expect(await fetched(false, code, body).result).toEqual(NOT_OFFERED);
    }
  });

  test('of a service that names it, only if it says that it is not supported', async () => {
    for (const code of [400, 404]) {
      expect(await fetched(true, code, outcome('not-supported')).result).toEqual(NOT_OFFERED);
      expect(await fetched(true, code, outcome('not-found')).result).toMatchObject({
        kind: 'failed',
        failure: { kind: 'couldNotCheck', code: `PLN-${code}` },
      });
    }
    for (const code of [405, 501]) expect(await fetched(true, code).result).toEqual(NOT_OFFERED);
  });

  test.each([304, 401, 403, 409, 410, 412, 422, 429, 500, 503])('S4: never after %i', async (code) => {
    for (const isNamed of [true, false]) {
      expect(await fetched(isNamed, code, outcome('not-supported')).result).toMatchObject({ kind: 'failed' });
    }
  });
});
