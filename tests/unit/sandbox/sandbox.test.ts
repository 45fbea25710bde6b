import { request } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

const REDIRECT_URIS = ['https://example-extension.chromiumapp.org/'];

let sandbox: Sandbox;

beforeAll(async () => {
  const elsewhere = new Hono().get('/', (c) => c.text('not enabled'));
  sandbox = await startSandbox({ redirectUris: REDIRECT_URIS, today: '2026-11-22', extra: { elsewhere } });
});
afterAll(() => sandbox.stop());

/** By address, since not every resolver knows names below localhost. */
function get(origin: string): Promise<{ readonly status: number; readonly body: string }> {
  const { port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/', headers: { host } }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) });
    })
      .on('error', reject)
      .end();
  });
}

describe('the sandbox', () => {
  it('gives each system its own origin on one port', async () => {
    const { gpRecord, outOfHours, careHome } = sandbox.systems;
    expect(new Set([gpRecord, outOfHours, careHome].map((origin) => new URL(origin).port)).size).toBe(1);
    expect([gpRecord, outOfHours, careHome].map((origin) => new URL(origin).hostname)).toEqual([
      'gp-record.localhost',
      'out-of-hours.localhost',
      'care-home.localhost',
    ]);
    for (const origin of [gpRecord, outOfHours, careHome]) expect([200, 303]).toContain((await get(origin)).status);
    expect(await get(sandbox.originOf('elsewhere'))).toEqual({ status: 200, body: 'not enabled' });
    expect((await get(sandbox.originOf('unknown'))).status).toBe(421);
  });

  it('names its plan service, its accounts and those who share nothing', async () => {
    const { planService, accounts, people, refusedSharing } = sandbox;
    expect(planService.fhirBase.startsWith(planService.origin)).toBe(true);
    expect((await fetch(`${planService.fhirBase}/metadata`)).status).toBe(200);
    expect(new Set(accounts.map(({ username }) => username)).size).toBe(6);
    expect(new Set(accounts.flatMap(({ roles }) => roles.map(({ role }) => role))).size).toBe(5);
    const ids = accounts.flatMap(({ roles }) => roles.map(({ id }) => id));
    expect(new Set(ids).size).toBe(7);
    for (const id of ids) expect(id).toMatch(/^\d{12}$/);
    expect(refusedSharing.size).toBe(3);
    expect(people.persons.filter(({ patientId }) => refusedSharing.has(patientId))).toHaveLength(3);
  });

  it('remembers requests until told to forget', async () => {
    sandbox.clearRequests();
    await fetch(`${sandbox.planService.fhirBase}/metadata`);
    expect(sandbox.requests).toMatchObject([{ step: 'metadata', status: 200 }]);
    sandbox.clearRequests();
    expect(sandbox.requests).toEqual([]);
  });

  it('makes the same people and plans from the same seed and day', async () => {
    const again = await startSandbox({ redirectUris: REDIRECT_URIS, today: '2026-11-22' });
    await again.stop();
    expect(again.people).toEqual(sandbox.people);
    expect(again.plans.map(({ compositionId }) => compositionId)).toEqual(
      sandbox.plans.map(({ compositionId }) => compositionId),
    );
    await expect(fetch(again.planService.origin)).rejects.toThrow('fetch failed');
  });

  it('takes the next free port where the wanted one is taken', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const address = squatter.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    const ports = { planService: taken, systems: taken };
    const other = await startSandbox({ redirectUris: REDIRECT_URIS, today: '2026-11-22', ports });
    try {
      const got = [other.planService.origin, other.systems.gpRecord].map((origin) => Number(new URL(origin).port));
      for (const port of got) expect(port).toBeGreaterThan(taken);
      expect(got[0]).not.toBe(got[1]);
    } finally {
      await other.stop();
      squatter.close();
    }
  });
});
