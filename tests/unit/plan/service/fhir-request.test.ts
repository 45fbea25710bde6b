import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Asking } from '../../../../utils/plan/service/asking.ts';
import { read, readDocumentAt, readOpenly, search } from '../../../../utils/plan/service/fhir-request.ts';
import { anAsking, BASE, QUICK } from './asking.ts';
import { scriptedService, status, type Turn } from './scripted-service.ts';

afterEach(() => vi.unstubAllGlobals());

const ADDRESS = `${BASE}/Composition/1/$document`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const readWith = (asking: Partial<Asking>, ...turns: Turn[]) => {
  const requests = scriptedService(...turns);
  return { requests, answer: read(anAsking(asking), ADDRESS) };
};
const failing = (cause: string, code: string, tries = 1) => ({ kind: 'failed', cause, code, tries });

describe('a request', () => {
  test('S7: a search stands in the body, with every header of the contract', async () => {
    const [asking, requests] = [anAsking(), scriptedService(status(200))];
    await search(asking, 'Patient', [
      ['identifier', 'system|9991087109'],
      ['_include', 'a'],
      ['_include', 'b'],
    ]);
    const [sent] = requests;
    expect(sent).toMatchObject({
      address: `${BASE}/Patient/_search`,
      method: 'POST',
      redirect: 'manual',
      cache: 'no-store',
    });
    expect(sent?.body).toBe('identifier=system%7C9991087109&_include=a&_include=b');
    expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
      accept: 'application/fhir+json',
      authorization: 'Bearer token',
      'content-type': 'application/x-www-form-urlencoded',
      'nhsd-end-user-organisation-ods': 'X26',
      'x-correlation-id': asking.correlationId,
      'x-request-id': expect.stringMatching(UUID),
    });
  });

  test('what needs no sign-in is asked without the token, once', async () => {
    const requests = scriptedService(status(503));
    expect(await readOpenly(anAsking(), `${BASE}/metadata`)).toMatchObject({ status: 503, tries: 1 });
    expect(requests).toHaveLength(1);
    expect([...(requests[0]?.headers.keys() ?? [])]).toEqual(['accept', 'x-correlation-id', 'x-request-id']);
  });

  test.each(['https://evil.example/fhir/x', 'Composition/1', `${BASE.replace('https', 'http')}/x`, ''])(
    'never goes to another origin: %s',
    async (address) => {
      const requests = scriptedService(status(200));
      expect(await read(anAsking(), address)).toEqual(failing('unexpectedAnswer', 'PLN-ORIGIN', 0));
      expect(requests).toEqual([]);
    },
  );

  test('is answered with status, body, version, the service’s clock and ours', async () => {
    const headers = { etag: 'W/"2"', date: 'Sun, 22 Nov 2026 12:00:00 GMT' };
    const { answer } = readWith({}, status(200, headers, '{"a":1}'));
    const found = {
      kind: 'body',
      status: 200,
      body: { a: 1 },
      etag: 'W/"2"',
      date: Date.UTC(2026, 10, 22, 12),
      tries: 1,
    };
    expect(await answer).toEqual({ ...found, at: expect.any(Number) });
  });

  test.each([401, 403, 404, 500])('a refusal with a page instead of FHIR still is %i', async (code) => {
    const { answer } = readWith({}, status(code, { 'content-type': 'text/html' }, '<html>'));
    expect(await answer).toMatchObject({ kind: 'body', status: code, body: undefined });
  });
});

describe('redirects are not followed', () => {
  test.each([300, 301, 302, 303, 307, 308])('%i', async (code) => {
    const { requests, answer } = readWith({}, status(code, { location: 'https://evil.example/' }));
    expect(await answer).toEqual(failing('redirected', 'PLN-REDIRECT'));
    expect(requests).toHaveLength(1);
  });

  test('as a browser shows them', async () => {
    const opaque = () => Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } });
    expect(await readWith({}, opaque).answer).toEqual(failing('redirected', 'PLN-REDIRECT'));
  });
});

describe('S1: an answer to somebody else’s question', () => {
  const mirroring =
    (change: (id: string) => string, code = 200): Turn =>
    ({ headers }) =>
      new Response('{}', { status: code, headers: { 'x-request-id': change(headers.get('x-request-id') ?? '') } });

  test.each([200, 403, 404, 503])('is none, whatever its status: %i', async (code) => {
    const { requests, answer } = readWith(
      {},
      mirroring(() => crypto.randomUUID(), code),
    );
    expect(await answer).toEqual(failing('unexpectedAnswer', 'PLN-OTHER-ANSWER'));
    expect(requests).toHaveLength(1);
  });

  test('the same id in capitals is the same id', async () => {
    expect(
      await readWith(
        {},
        mirroring((id) => id.toUpperCase()),
      ).answer,
    ).toMatchObject({ kind: 'body' });
  });
});

describe('another try', () => {
  test.each<[string, Turn]>([
    ['no connection', 'down'],
    ['no answer', 'never'],
    ['429', status(429)],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
    ['JSON cut short', status(200, {}, '{"resourceType":"Bun')],
  ])('after %s, under the same id', async (_name, turn) => {
    const { requests, answer } = readWith({ limits: { ...QUICK, tryMs: 20 } }, turn, turn, status(200));
    expect(await answer).toMatchObject({ kind: 'body', status: 200, tries: 3 });
    const ids = requests.map(({ headers }) => headers.get('x-request-id'));
    expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
  });

  test.each<[string, Turn, object]>([
    ['no connection', 'down', failing('serviceDown', 'PLN-NET', 3)],
    ['no answer', 'never', failing('timedOut', 'PLN-TIMEOUT', 3)],
    ['503', status(503), { kind: 'body', status: 503, tries: 3 }],
    ['JSON cut short', status(200, {}, '{'), failing('cutShort', 'PLN-CUT-SHORT', 3)],
  ])('no more than three: %s', async (_name, turn, expected) => {
    const { requests, answer } = readWith({ limits: { ...QUICK, tryMs: 20 } }, turn);
    expect(await answer).toMatchObject(expected);
    expect(requests).toHaveLength(3);
  });

  test.each([200, 201, 204, 304, 400, 401, 403, 404, 405, 409, 410, 412, 422, 500, 501, 505])(
    'is not made after %i',
    async (code) => {
      const { requests, answer } = readWith({}, status(code));
      expect(await answer).toMatchObject({ status: code, tries: 1 });
      expect(requests).toHaveLength(1);
    },
  );

  test.each([
    ['<html>', 'notFhir', 'PLN-HTML'],
    ['', 'unexpectedAnswer', 'PLN-EMPTY'],
    ['words', 'notFhir', 'PLN-NOT-FHIR'],
  ])('is not made after 200 with “%s”', async (body, cause, code) => {
    expect(await readWith({}, status(200, {}, body)).answer).toEqual(failing(cause, code));
  });

  test('is not made while this computer is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { requests, answer } = readWith({}, 'down');
    expect(await answer).toEqual(failing('offline', 'PLN-OFFLINE'));
    expect(requests).toHaveLength(1);
  });

  test('each call has its own id', async () => {
    const [asking, requests] = [anAsking(), scriptedService(status(200))];
    await Promise.all([read(asking, ADDRESS), read(asking, ADDRESS)]);
    expect(new Set(requests.map(({ headers }) => headers.get('x-request-id'))).size).toBe(2);
  });
});

describe('everything ends', () => {
  test('when the time for all of it is over, in the middle of a try', async () => {
    const { requests, answer } = readWith({ signal: AbortSignal.timeout(20) }, 'never');
    expect(await answer).toEqual(failing('timedOut', 'PLN-TIMEOUT'));
    expect(requests).toHaveLength(1);
  });

  test('when nobody waits any more', async () => {
    const running = new AbortController();
    const { answer } = readWith({ signal: running.signal }, 'never');
    running.abort();
    expect(await answer).toEqual(failing('interrupted', 'PLN-STOPPED'));
    expect(await readWith({ signal: running.signal }, status(200)).answer).toEqual(
      failing('interrupted', 'PLN-STOPPED', 0),
    );
  });

  test('without a try that would begin after the end', async () => {
    const { requests, answer } = readWith({ endsAt: performance.now() }, status(503));
    expect(await answer).toMatchObject({ status: 503, tries: 1 });
    expect(requests).toHaveLength(1);
  });
});

describe('documents had before', () => {
  const first = status(200, { etag: 'W/"1"' }, '{"v":1}');

  test('are asked for by their version, and stand when they still hold', async () => {
    const asking = anAsking();
    const requests = scriptedService(first, status(304, { etag: '"1"' }), status(304));
    const answers = [await readDocumentAt(asking, ADDRESS), await readDocumentAt(asking, ADDRESS)];
    answers.push(await readDocumentAt(asking, ADDRESS));
    expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, 'W/"1"', 'W/"1"']);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { v: 1 }, etag: 'W/"1"' });
  });

  test('give way to a newer version, and to one without a name', async () => {
    const asking = anAsking();
    const requests = scriptedService(first, status(200, { etag: 'W/"2"' }, '{"v":2}'), status(200), status(200));
    for (let turn = 0; turn < 4; turn += 1) await readDocumentAt(asking, ADDRESS);
    expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, 'W/"1"', 'W/"2"', null]);
  });

  test('S4: 304 for a version that is not held is no document', async () => {
    const asking = anAsking();
    scriptedService(first, status(304, { etag: 'W/"9"' }));
    expect(await readDocumentAt(anAsking(), ADDRESS)).toMatchObject({ status: 200 });
    scriptedService(status(304, { etag: 'W/"1"' }));
    expect(await readDocumentAt(asking, ADDRESS)).toMatchObject({ status: 304, body: undefined });
    scriptedService(first, status(304, { etag: 'W/"9"' }), status(200, {}, '{"v":3}'));
    await readDocumentAt(asking, ADDRESS);
    expect(await readDocumentAt(asking, ADDRESS)).toMatchObject({ status: 304 });
    expect(await readDocumentAt(asking, ADDRESS)).toMatchObject({ status: 200, body: { v: 3 } });
  });

  test('are forgotten when the service refuses them, and not when it is only away', async () => {
    const asking = anAsking();
    const requests = scriptedService(first, status(500), status(403), status(200));
    for (let turn = 0; turn < 4; turn += 1) await readDocumentAt(asking, ADDRESS);
    expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, 'W/"1"', 'W/"1"', null]);
  });
});
