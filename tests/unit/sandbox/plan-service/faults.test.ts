import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import type { Fault } from '../../../sandbox/plan-service/switches.ts';
import { type Caller, callerAs, foundIn, onList, patientForm, startTestBed } from './test-bed.ts';

let planService: PlanService;
let gp: Caller;

beforeAll(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
});
afterEach(() => planService.switches.clear());
afterAll(() => planService.stop());

const findPatient = (headers = {}) => gp.search('Patient', patientForm(onList.nhsNumber), headers);
const document = (headers = {}) => gp.get('Composition/plan-new/$document', headers);
const set = (...faults: readonly Fault[]) => {
  planService.switches.set('patient', faults);
  planService.switches.set('document', faults);
};

describe('the connection', () => {
  it('reset: ends in the middle of the body', async () => {
    set({ kind: 'reset' });
    const answer = await document();
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  it('drip: brings one byte at a time', async () => {
    set({ kind: 'drip', ms: 1 });
    const pieces = (await findPatient()).body?.getReader();
    for (let piece = 0; piece < 3; piece += 1) expect((await pieces?.read())?.value?.byteLength).toBe(1);
    await pieces?.cancel();
  });
});

describe('the service', () => {
  it('goes away: nobody listens, until it is back on the same port', async () => {
    const comeBack = await planService.goAway();
    await expect(fetch(`${planService.origin}/switches`)).rejects.toThrow('fetch failed');
    await comeBack();
    expect((await fetch(`${planService.origin}/switches`)).status).toBe(200);
  });

  it('notHttp: answers in bytes that are no HTTP', async () => {
    set({ kind: 'notHttp' });
    await expect(findPatient()).rejects.toThrow('fetch failed');
  });

  it('changes answers of its sign-in as well', async () => {
    const ask = async () => {
      const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x', client_id: 'planside' });
      return fetch(`${planService.issuer}/token`, { method: 'POST', body: form });
    };
    const whole = await (await ask()).text();
    planService.switches.set('token', { kind: 'truncated' });
    expect(await (await ask()).text()).toBe(whole.slice(0, whole.length / 2));
    planService.switches.set('token', { kind: 'reset' });
    await expect(ask().then((answer) => answer.text())).rejects.toThrow('terminated');
    planService.switches.set('token', { kind: 'contentType' });
    expect((await ask()).headers.get('content-type')).toContain('text/plain');
  });
});

describe('the body', () => {
  it('large: a hundred megabytes, for as long as anybody reads', async () => {
    set({ kind: 'large' });
    const pieces = (await findPatient()).body?.getReader();
    let size = 0;
    while (size < 6_000_000) size += (await pieces?.read())?.value?.byteLength ?? 6_000_000;
    await pieces?.cancel();
    expect(size).toBeGreaterThan(6_000_000);
  });

  it('gzipBomb: the same, packed small', async () => {
    set({ kind: 'gzipBomb' });
    const answer = await findPatient();
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const pieces = answer.body?.getReader();
    let size = 0;
    while (size < 6_000_000) size += (await pieces?.read())?.value?.byteLength ?? 6_000_000;
    await pieces?.cancel();
    expect(size).toBeGreaterThan(6_000_000);
  });

  it('deep: well-formed, and deeper than recursion goes', async () => {
    set({ kind: 'deep' });
    const text = await (await findPatient()).text();
    expect([text.match(/\[/g)?.length, text.match(/\]/g)?.length]).toEqual([100_000, 100_000]);
  });

  it('contentType: right, and wrongly called', async () => {
    set({ kind: 'contentType' });
    const answer = await document();
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect((await foundIn(answer)).type).toBe('document');
  });

  it('charset: right, in other bytes', async () => {
    const right = await (await document()).text();
    const bytesOf = async (as: 'bom' | 'latin1' | 'utf16') => {
      set({ kind: 'charset', as });
      return new Uint8Array(await (await document()).arrayBuffer());
    };
    expect([...(await bytesOf('bom'))].slice(0, 4)).toEqual([0xef, 0xbb, 0xbf, '{'.charCodeAt(0)]);
    expect(new TextDecoder('utf-16').decode(await bytesOf('utf16'))).toBe(right);
    expect(new TextDecoder('iso-8859-1').decode(await bytesOf('latin1'))).toBe(right);
    set({ kind: 'charset' });
    expect(await (await document()).json()).toEqual(JSON.parse(right));
  });

  it('duplicate: each result of a search twice, and documents as they are', async () => {
    const right = await (await document()).text();
    set({ kind: 'duplicate' });
    expect((await foundIn(await findPatient())).entry).toHaveLength(2);
    expect(await (await document()).text()).toBe(right);
  });
});

describe('the head', () => {
  it('redirect: to another origin, or wherever it is told', async () => {
    set({ kind: 'redirect' });
    const location = async () => {
      const address = `${planService.fhirBase}/Patient/x`;
      const answer = await fetch(address, { redirect: 'manual' });
      return [answer.status, answer.headers.get('location')];
    };
    expect(await location()).toEqual([307, planService.origin.replace('127.0.0.1', 'localhost').concat('/elsewhere')]);
    set({ kind: 'redirect', to: 'https://elsewhere.example/' });
    expect(await location()).toEqual([307, 'https://elsewhere.example/']);
  });

  it('staleEtag: 304 whatever the client holds, with the version that is there', async () => {
    const etag = (await document()).headers.get('etag');
    set({ kind: 'staleEtag' });
    for (const headers of [{}, { 'if-none-match': 'W/"older"' }]) {
      const answer = await document(headers);
      expect([answer.status, answer.headers.get('etag')]).toEqual([304, etag]);
    }
  });

  it('clock: ahead by an hour, or by as much as it is told', async () => {
    const minutesAhead = async () => {
      const said = Date.parse((await findPatient()).headers.get('date') ?? '');
      return Math.round((said - Date.now()) / 60_000);
    };
    expect(await minutesAhead()).toBeCloseTo(0);
    set({ kind: 'clock' });
    expect(await minutesAhead()).toBe(60);
    set({ kind: 'clock', ms: -7_200_000 });
    expect(await minutesAhead()).toBe(-120);
  });

  it('otherAnswer: mirrors the id of another request', async () => {
    const id = crypto.randomUUID();
    expect((await findPatient({ 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
    set({ kind: 'otherAnswer' });
    expect((await findPatient({ 'x-request-id': id })).headers.get('x-request-id')).not.toBe(id);
  });
});
