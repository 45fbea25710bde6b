import { randomUUID } from 'node:crypto';
import type { CapabilityStatement } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterNames, SEARCHES, type SearchedType } from '../../../sandbox/plan-service/fhir/searches.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { signIn } from './sign-in-by-http.ts';
import { accountOf, type Caller, callerWith, onList, patientForm, refusalOf, startTestBed } from './test-bed.ts';

let planService: PlanService;
let gp: Caller;
let accessToken: string;

beforeAll(async () => {
  planService = await startTestBed();
  ({ accessToken } = await signIn(planService, accountOf(planService, 'gp')));
  gp = callerWith(planService.fhirBase, accessToken);
});
afterAll(() => planService.stop());

const search = (headers: Record<string, string>) => gp.search('Patient', patientForm(onList.nhsNumber), headers);

describe('every request', () => {
  it('is answered with its ids, a date, FHIR JSON, and may not be cached', async () => {
    const ids = { 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID() };
    for (const answer of [await search(ids), await gp.get('Patient/unknown', ids), await gp.get('Nothing', ids)]) {
      expect(answer.headers.get('x-request-id')).toBe(ids['x-request-id']);
      expect(answer.headers.get('x-correlation-id')).toBe(ids['x-correlation-id']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-type')).toMatch(/^application\/fhir\+json/);
      expect(Date.parse(answer.headers.get('date') ?? '')).toBeCloseTo(Date.now(), -4.5);
    }
  });

  it('needs a UUID to be known by', async () => {
    const headers = { authorization: `Bearer ${accessToken}` };
    expect(await refusalOf(await fetch(`${planService.fhirBase}/Patient`, { headers }))).toEqual([400, 'required']);
    expect(await refusalOf(await search({ 'x-request-id': 'seven' }))).toEqual([400, 'value']);
  });

  it('needs a token that is good', async () => {
    const headers = { 'x-request-id': randomUUID() };
    const without = await fetch(`${planService.fhirBase}/Patient`, { headers });
    expect(without.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await refusalOf(without)).toEqual([401, 'login']);
    expect(await refusalOf(await search({ authorization: 'Basic Z3A6Z3A=' }))).toEqual([401, 'login']);
    expect(await refusalOf(await search({ authorization: 'Bearer made-up' }))).toEqual([401, 'expired']);
  });

  it.each([
    ['text/html', 406],
    ['application/fhir+xml', 406],
    ['application/fhir+json; fhirVersion=3.0', 406],
    ['application/json;q=0', 406],
    ['application/fhir+json; fhirVersion=4.0', 200],
    ['application/fhir+xml, application/fhir+json;q=0.5', 200],
    ['application/json', 200],
    ['*/*', 200],
  ])('that accepts %s gets %d', async (accept, status) => {
    const answer = await search({ accept });
    expect(answer.status).toBe(status);
    if (status === 406) expect(await refusalOf(answer)).toEqual([406, 'not-supported']);
  });

  it('is refused with 404 where there is nothing, and with 405 where there is, but not so', async () => {
    for (const path of ['Nothing', 'Patient/_history', 'Group/x', 'Composition/x/$everything', '']) {
      expect(await refusalOf(await gp.get(path)), path).toEqual([404, 'not-found']);
    }
    const wrong = [
      await gp.get('Patient/_search?identifier=1'),
      await gp.get(`AuditEvent/${randomUUID()}`),
      await gp.put('Patient/x', {}),
      await gp.put('metadata', {}),
    ];
    for (const answer of wrong) {
      expect(answer.headers.get('allow')).toBeTruthy();
      expect(await refusalOf(answer)).toEqual([405, 'not-supported']);
    }
  });

  it('posts its search as a form', async () => {
    const asJson = await search({ 'content-type': 'application/json' });
    expect(await refusalOf(asJson)).toEqual([415, 'not-supported']);
    const withCharset = await search({ 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' });
    expect(withCharset.status).toBe(200);
  });

  it('may not be larger than a mebibyte', async () => {
    const answer = await gp.search('Patient', { identifier: 'x'.repeat(1024 * 1024 + 1) });
    expect(await refusalOf(answer)).toEqual([413, 'too-long']);
  });

  it('needs a token issued for what it wants', async () => {
    const narrow = await signIn(planService, accountOf(planService, 'gp'), { scope: 'openid user/Patient.rs' });
    const caller = callerWith(planService.fhirBase, narrow.accessToken);
    expect((await caller.search('Patient', patientForm(onList.nhsNumber))).status).toBe(200);
    const refused = [
      await caller.search('Composition', { subject: `Patient/${onList.patientId}` }),
      await caller.get('Composition/plan-new'),
      await caller.get('Composition/plan-new/$document'),
      await caller.search('DocumentReference', {}),
      await caller.get('Group'),
      await caller.put(`AuditEvent/${randomUUID()}`, {}),
    ];
    for (const answer of refused) {
      expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
      expect(await refusalOf(answer)).toEqual([403, 'forbidden']);
    }
  });
});

describe('capability', () => {
  it('needs neither sign-in nor id, and lists what the routes accept', async () => {
    const answer = await fetch(`${planService.fhirBase}/metadata`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const statement: CapabilityStatement = await answer.json();
    expect(statement).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    for (const { type, interaction = [], searchParam = [] } of statement.rest?.[0]?.resource ?? []) {
      const searchable = type in SEARCHES;
      expect(interaction.some(({ code }) => code === 'search-type')).toBe(searchable);
      if (!searchable) continue;
      const written = searchParam.map(({ name, documentation }) => documentation?.replace('Only as ', '') ?? name);
      expect(parameterNames(type as SearchedType)).toEqual(expect.arrayContaining(written));
      const unknown = await gp.search(type, { [`not-${written[0]}`]: 'x' });
      expect(await refusalOf(unknown)).toEqual([400, 'not-supported']);
    }
  });
});

describe('extensions', () => {
  const call = (origin: string, method: string) =>
    fetch(`${planService.fhirBase}/Patient/unknown`, {
      method,
      headers: { origin, 'access-control-request-method': 'GET' },
    });

  it.each([
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://5b1a2f0e-1c1f-4a43-9d5f-2f8f6a3f1c11',
  ])('may read answers and what matters of their headers: %s', async (origin) => {
    const preflight = await call(origin, 'OPTIONS');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization.*If-None-Match.*X-Request-ID/);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
    const answer = await call(origin, 'GET');
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    const exposed = answer.headers.get('access-control-expose-headers');
    for (const name of ['ETag', 'Date', 'X-Request-ID', 'Retry-After']) expect(exposed).toContain(name);
  });

  it('may; web pages may not', async () => {
    for (const origin of ['https://elsewhere.example', 'http://gp-record.localhost:4681', 'null']) {
      expect((await call(origin, 'OPTIONS')).headers.get('access-control-allow-origin')).toBeNull();
      expect((await call(origin, 'GET')).headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
