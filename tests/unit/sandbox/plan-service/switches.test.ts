import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import type { Fault, Step } from '../../../sandbox/plan-service/switches.ts';
import { viewOf } from './audit-event-of.ts';
import { refresh, type SignedIn, signIn } from './sign-in-by-http.ts';
import {
  accountOf,
  type Caller,
  callerWith,
  foundIn,
  nhsNumberToken,
  onList,
  ownHome,
  patientForm,
  refusalOf,
  startTestBed,
} from './test-bed.ts';

let planService: PlanService;
let signedIn: SignedIn;
let gp: Caller;
let nurse: Caller;
let nextPage: string;

beforeAll(async () => {
  planService = await startTestBed();
  signedIn = await signIn(planService, accountOf(planService, 'gp'));
  gp = callerWith(planService.fhirBase, signedIn.accessToken);
  nurse = callerWith(planService.fhirBase, (await signIn(planService, accountOf(planService, 'nurse'))).accessToken);
  const first = await foundIn(await gp.search('Composition', { subject: `Patient/${onList.patientId}`, _count: '1' }));
  nextPage = first.link?.find(({ relation }) => relation === 'next')?.url.replace(`${planService.fhirBase}/`, '') ?? '';
});
afterEach(() => planService.switches.clear());
afterAll(() => planService.stop());

const findPatient = () => gp.search('Patient', patientForm(onList.nhsNumber));
const tokenRequest = () =>
  fetch(signedIn.server.token_endpoint ?? '', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x', client_id: 'planside' }),
  });
const put = () => {
  const id = randomUUID();
  return gp.put(`AuditEvent/${id}`, viewOf(id, onList.nhsNumber));
};

/** A request of each step that is answered well while nothing is broken. */
const REQUESTS: Record<Exclude<Step, 'all' | 'token' | 'signIn'>, () => Promise<Response>> = {
  discover: () => fetch(`${planService.fhirBase}/.well-known/smart-configuration`),
  metadata: () => fetch(`${planService.fhirBase}/metadata`),
  patient: findPatient,
  plans: () => gp.search('Composition', { subject: `Patient/${onList.patientId}` }),
  nextPage: () => gp.get(nextPage),
  document: () => gp.get('Composition/plan-new/$document'),
  elsewhere: () => gp.search('DocumentReference', { 'subject:identifier': nhsNumberToken(onList.nhsNumber) }),
  group: () =>
    nurse.get(`Group?managing-entity:identifier=https://fhir.nhs.uk/Id/ods-organization-code|${ownHome.odsCode}`),
  audit: put,
  auditKeys: () => fetch(`${planService.fhirBase}/audit-keys`),
};

const STEPS = Object.keys(REQUESTS) as (keyof typeof REQUESTS)[];

describe('a switch', () => {
  it.each(STEPS)('breaks its own step and no other: %s', async (step) => {
    planService.switches.set(step, { kind: 'status', status: 503 });
    for (const other of STEPS) {
      const { status } = await REQUESTS[other]();
      expect(status === 503, other).toBe(other === step);
    }
    expect((await tokenRequest()).status).toBe(400);
    planService.switches.clear();
    expect([200, 201]).toContain((await REQUESTS[step]()).status);
  });

  it('breaks everything, signing in too, but never its own pages', async () => {
    planService.switches.set('all', { kind: 'status', status: 500 });
    for (const step of STEPS) expect((await REQUESTS[step]()).status).toBe(500);
    expect((await tokenRequest()).status).toBe(500);
    expect((await fetch(`${planService.issuer}/auth`)).status).toBe(500);
    expect((await fetch(`${planService.origin}/switches`)).status).toBe(200);
  });

  it('breaks the next request only, in turn, and before what is set', async () => {
    planService.switches.set('patient', { kind: 'status', status: 500 });
    planService.switches.next('patient', { kind: 'status', status: 429 });
    planService.switches.next('all', { kind: 'status', status: 502 });
    planService.switches.next('patient', { kind: 'status', status: 503 });
    const statuses: number[] = [];
    for (let times = 0; times < 4; times++) statuses.push((await findPatient()).status);
    expect(statuses).toEqual([429, 503, 502, 500]);
  });

  it('breaks the pages of signing in, and nothing else', async () => {
    planService.switches.set('signIn', { kind: 'status', status: 503 });
    expect((await fetch(`${planService.issuer}/auth`)).status).toBe(503);
    expect((await fetch(`${planService.origin}/log-in/x`)).status).toBe(503);
    expect([(await findPatient()).status, (await tokenRequest()).status]).toEqual([200, 400]);
  });

  it('is not used up by a preflight', async () => {
    planService.switches.next('patient', { kind: 'status', status: 503 });
    await fetch(`${planService.fhirBase}/Patient/_search`, { method: 'OPTIONS' });
    expect((await findPatient()).status).toBe(503);
  });
});

describe('fault', () => {
  const set = (step: Step, ...faults: Fault[]) => planService.switches.set(step, faults);

  it('status: with an outcome, a page or nothing, and Retry-After', async () => {
    set('patient', { kind: 'status', status: 429, retryAfter: '7' });
    const headers = { origin: 'moz-extension://5b1a2f0e-1c1f-4a43-9d5f-2f8f6a3f1c11', 'x-request-id': randomUUID() };
    const answer = await gp.search('Patient', patientForm(onList.nhsNumber), headers);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(answer.headers.get('x-request-id')).toBe(headers['x-request-id']);
    expect(await refusalOf(answer)).toEqual([429, 'throttled']);
    set('patient', { kind: 'status', status: 502, body: 'html' });
    expect((await findPatient()).headers.get('content-type')).toMatch(/^text\/html/);
    set('patient', { kind: 'status', status: 504, body: 'empty' });
    expect(await (await findPatient()).text()).toBe('');
  });

  it('status: in the words of OAuth at the token endpoint', async () => {
    set('token', { kind: 'status', status: 400 });
    await expect(refresh(signedIn.server, signedIn.refreshToken)).rejects.toMatchObject({
      error: 'invalid_grant',
      status: 400,
    });
    set('token', { kind: 'status', status: 503 });
    expect(await (await tokenRequest()).json()).toMatchObject({ error: 'server_error' });
  });

  it('down: the connection breaks off', async () => {
    set('patient', { kind: 'down' });
    await expect(findPatient()).rejects.toThrow('fetch failed');
  });

  it('html: 200 from a captive portal', async () => {
    set('document', { kind: 'html' });
    const answer = await REQUESTS.document();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    expect(await answer.text()).toContain('Guest network');
  });

  it.each(['patient', 'plans', 'document', 'elsewhere', 'group', 'audit', 'discover', 'metadata'] as const)(
    'truncated: JSON broken off with an honest length at %s',
    async (step) => {
      const whole = await (await REQUESTS[step]()).text();
      set(step, { kind: 'truncated' });
      const answer = await REQUESTS[step]();
      const body = await answer.text();
      expect([200, 201]).toContain(answer.status);
      expect(answer.headers.get('content-length') ?? String(Buffer.byteLength(body))).toBe(
        String(Buffer.byteLength(body)),
      );
      expect(body.length).toBeLessThan(whole.length);
      expect(() => JSON.parse(body)).toThrow(SyntaxError);
    },
  );

  it('truncated: at the token endpoint too', async () => {
    set('token', { kind: 'truncated' });
    const body = await (await tokenRequest()).text();
    expect(body).toMatch(/^\{/);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  it('slow: after a fixed time, or between two, together with another', async () => {
    const timed = async () => {
      const start = performance.now();
      const { status } = await findPatient();
      return { status, ms: performance.now() - start };
    };
    set('patient', { kind: 'slow', ms: 120 });
    const slow = await timed();
    expect(slow.status).toBe(200);
    expect(slow.ms).toBeGreaterThan(115);
    set('patient', { kind: 'status', status: 503 }, { kind: 'slow', ms: [150, 80] });
    const both = await timed();
    expect(both.status).toBe(503);
    expect(both.ms).toBeGreaterThan(75);
  });

  it('never: no answer, and the wait ends with the client or with the sandbox', async () => {
    set('patient', { kind: 'never' });
    const impatient = AbortSignal.timeout(150);
    await expect(fetch(`${planService.fhirBase}/Patient/x`, { signal: impatient })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    const other = await startTestBed();
    other.switches.set('all', { kind: 'never' });
    const waiting = expect(fetch(`${other.fhirBase}/metadata`)).rejects.toThrow('fetch failed');
    await expect.poll(() => other.log.records.length).toBe(1);
    await other.stop();
    await waiting;
  });

  it.each(['patient', 'plans', 'document', 'elsewhere', 'group'] as const)(
    'wrongPatient: %s is about somebody else',
    async (step) => {
      const right = await foundIn(await REQUESTS[step]());
      const etag = (await REQUESTS[step]()).headers.get('etag');
      set(step, { kind: 'wrongPatient' });
      const wrong = await foundIn(await REQUESTS[step]());
      expect(wrong.type).toBe(right.type);
      const own = step === 'group' ? ownHome.id : onList.patientId;
      expect(JSON.stringify(right)).toMatch(new RegExp(`${own}|${onList.nhsNumber}`));
      expect(JSON.stringify(wrong.entry ?? [])).not.toMatch(new RegExp(`${own}|${onList.nhsNumber}`));
      if (step !== 'elsewhere') expect(wrong.entry?.length).toBeGreaterThan(0);
      if (etag !== null)
        expect((await gp.get('Composition/plan-new/$document', { 'if-none-match': etag })).status).toBe(200);
    },
  );
});

describe('the log of requests', () => {
  it('tells step, status and ids, and nothing about anybody', async () => {
    planService.log.clear();
    const ids = { 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID() };
    await gp.search('Patient', patientForm(onList.nhsNumber), ids);
    await gp.get('Composition/plan-new/$document');
    await fetch(`${planService.issuer}/auth`);
    planService.switches.next('plans', [{ kind: 'slow', ms: 1 }, { kind: 'down' }]);
    await REQUESTS.plans().catch(() => undefined);
    expect(planService.log.records).toEqual([
      {
        step: 'patient',
        method: 'POST',
        status: 200,
        isBrokenOff: false,
        requestId: ids['x-request-id'],
        correlationId: ids['x-correlation-id'],
        at: expect.any(Number),
        faults: [],
      },
      expect.objectContaining({ step: 'document', method: 'GET', status: 200 }),
      expect.objectContaining({ step: 'signIn', method: 'GET', status: 400 }),
      expect.objectContaining({ step: 'plans', status: 0, faults: ['slow', 'down'] }),
    ]);
    await vi.waitFor(() => expect(planService.log.records.at(-1)?.isBrokenOff).toBe(true));
    expect(JSON.stringify(planService.log.records)).not.toContain(onList.nhsNumber);
    expect(JSON.stringify(planService.log.records)).not.toContain(onList.patientId);
  });
});
