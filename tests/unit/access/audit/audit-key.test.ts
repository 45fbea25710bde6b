import { beforeEach, describe, expect, it, vi } from 'vitest';
import { auditKeySource } from '../../../../utils/access/audit/audit-key.ts';
import type { PlanServiceSettings } from '../../../../utils/settings/settings.ts';
import { FakeArea } from './outbox-bed.ts';
import { AUDIT_KEY } from './pretend-service.ts';

const discovery = vi.hoisted(() => ({ answer: {} as object }));
vi.mock('../../../../utils/session/discovery.ts', () => ({ discover: async () => discovery.answer }));

const SETTINGS: PlanServiceSettings = {
  name: 'Example Plan Service',
  fhirBase: 'https://plans.example/fhir/R4',
  clientId: 'planside',
  scopes: 'openid',
  signInOrigins: ['https://sign-in.example'],
};
const JWKS = 'https://plans.example/jwks/audit';
const PUBLISHED = { ...AUDIT_KEY, use: 'enc', alg: 'ECDH-ES' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let area: FakeArea;
let now: number;
let asked: { address: string; init: RequestInit }[];
let answer: () => Response | Promise<Response>;

const jwks =
  (...keys: unknown[]) =>
  () =>
    Response.json({ keys });
const findAt = (address: unknown) => {
  discovery.answer = { ok: true, server: { issuer: 'https://sign-in.example', audit_encryption_jwks_uri: address } };
};
const discoverNot = (why: 'serviceDown' | 'insecure') => {
  discovery.answer = { ok: false, why };
};
const answerBy = (next: typeof answer) => {
  answer = next;
};
const wake = () => auditKeySource(area, () => now);

beforeEach(() => {
  area = new FakeArea();
  now = Date.UTC(2026, 10, 25, 10);
  asked = [];
  answer = jwks(PUBLISHED);
  findAt(JWKS);
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push({ address, init });
    return answer();
  });
});

describe('the key of a plan service', () => {
  it('is the first usable one it names', async () => {
    expect(await wake()(SETTINGS)).toEqual(AUDIT_KEY);
    expect(asked).toMatchObject([
      { address: JWKS, init: { cache: 'no-store', credentials: 'omit', redirect: 'manual' } },
    ]);
    expect(new Headers(asked[0]?.init.headers).has('authorization')).toBe(false);
    expect(asked[0]?.init.signal).toBeInstanceOf(AbortSignal);
  });

  it.each<[string, unknown]>([
    ['an RSA key', { kty: 'RSA', use: 'enc', alg: 'RSA-OAEP-256', kid: 'rsa', n: 'AQAB', e: 'AQAB' }],
    ['a private key', { ...PUBLISHED, d: PUBLISHED.x }],
    ['a key to sign with', { ...PUBLISHED, use: 'sig' }],
    ['a key of another use of this curve', { ...PUBLISHED, alg: 'ECDH-ES+A256KW' }],
    ['a key on another curve', { ...PUBLISHED, crv: 'P-384' }],
    ['a key without a name', { ...PUBLISHED, kid: undefined }],
    ['a point that is not on the curve', { ...PUBLISHED, x: PUBLISHED.y }],
    ['a coordinate that is none', { ...PUBLISHED, x: `${PUBLISHED.x}A` }],
    ['nothing', null],
  ])('is never %s', async (_what, other) => {
    answer = jwks(other);
    expect(await wake()(SETTINGS)).toBeNull();
    expect(area.stored).toEqual({});
    answer = jwks(other, { ...PUBLISHED, kid: 'second' });
    expect(await wake()(SETTINGS)).toMatchObject({ kid: 'second' });
  });

  it('says nothing of itself but what is needed', async () => {
    answer = jwks({ ...PUBLISHED, key_ops: [], x5c: ['MIIB'], other: 1 });
    expect(await wake()(SETTINGS)).toEqual(AUDIT_KEY);
  });

  it.each<[string, unknown]>([
    ['does not say where its keys are', undefined],
    ['says so in no address', 7],
    ['names another origin', 'https://elsewhere.example/jwks'],
    ['names its origin without TLS', 'http://plans.example/jwks/audit'],
    ['names no address', 'jwks'],
  ])('is not asked for where the service %s', async (_what, address) => {
    findAt(address);
    expect(await wake()(SETTINGS)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('may lie with its sign-in', async () => {
    findAt('https://sign-in.example/jwks/audit');
    expect(await wake()(SETTINGS)).toEqual(AUDIT_KEY);
  });
});

describe('asking', () => {
  it('is done once an hour at most, by all lives together', async () => {
    const find = wake();
    expect(await Promise.all([find(SETTINGS), find(SETTINGS)])).toEqual([AUDIT_KEY, AUDIT_KEY]);
    now += HOUR - 1;
    await find(SETTINGS);
    await wake()(SETTINGS);
    expect(asked).toHaveLength(1);
    now += 1;
    answer = jwks({ ...PUBLISHED, kid: 'next' });
    expect(await find(SETTINGS)).toMatchObject({ kid: 'next' });
    expect(await wake()(SETTINGS)).toMatchObject({ kid: 'next' });
    expect(asked).toHaveLength(2);
  });

  it('is done again for another service', async () => {
    const find = wake();
    await find(SETTINGS);
    answer = jwks({ ...PUBLISHED, kid: 'theirs' });
    const other = { ...SETTINGS, fhirBase: 'https://other.example/R4', signInOrigins: ['https://plans.example'] };
    const both = await Promise.all([find(other), find(SETTINGS)]);
    expect(both.map((key) => key?.kid)).toEqual(['theirs', 'key-1']);
    expect(asked).toHaveLength(2);
  });

  it('is done again where the clock was set back', async () => {
    await wake()(SETTINGS);
    now -= DAY;
    await wake()(SETTINGS);
    expect(asked).toHaveLength(2);
  });
});

describe('a service that cannot be asked now', () => {
  const page = () => new Response('<p>Log in</p>', { headers: { 'content-type': 'text/html' } });
  const troubles: readonly [string, () => void][] = [
    ['no network', () => answerBy(() => Promise.reject(new TypeError('Failed to fetch')))],
    ['a failure', () => answerBy(() => new Response(null, { status: 503 }))],
    ['a page', () => answerBy(page)],
    ['no key set', () => answerBy(() => Response.json({}))],
    ['no discovery', () => discoverNot('serviceDown')],
  ];

  it.each(troubles)('%s: the key of the last thirty days is used', async (_what, begin) => {
    await wake()(SETTINGS);
    begin();
    now += 30 * DAY - 1;
    expect(await wake()(SETTINGS)).toEqual(AUDIT_KEY);
    now += 1;
    expect(await wake()(SETTINGS)).toBeNull();
  });

  it.each(troubles)('%s: without a key from before there is none', async (_what, begin) => {
    begin();
    expect(await wake()(SETTINGS)).toBeNull();
  });

  it('is left alone for a minute where there is a key from before', async () => {
    const find = wake();
    await find(SETTINGS);
    now += HOUR;
    answer = () => new Response(null, { status: 503 });
    await find(SETTINGS);
    await find(SETTINGS);
    expect(asked).toHaveLength(2);
    now += 60_000;
    answer = jwks({ ...PUBLISHED, kid: 'next' });
    expect(await find(SETTINGS)).toMatchObject({ kid: 'next' });
  });

  it('the key of another service is not used for it', async () => {
    await wake()({ ...SETTINGS, fhirBase: 'https://plans.example/fhir/other' });
    answer = () => new Response(null, { status: 503 });
    expect(await wake()(SETTINGS)).toBeNull();
  });
});

describe('a service that has no key any more, or must not be asked', () => {
  it.each<[string, () => void]>([
    ['no usable key', () => answerBy(jwks({ ...PUBLISHED, use: 'sig' }))],
    ['no place for them', () => findAt(undefined)],
    ['insecure', () => discoverNot('insecure')],
  ])('%s: nothing is sealed to an old one', async (_what, begin) => {
    await wake()(SETTINGS);
    now += HOUR;
    begin();
    expect(await wake()(SETTINGS)).toBeNull();
  });
});

describe('what is remembered', () => {
  it('is public, and says nothing of anybody', async () => {
    await wake()(SETTINGS);
    expect(area.stored).toEqual({ auditKey: { fhirBase: SETTINGS.fhirBase, key: AUDIT_KEY, fetchedAt: now } });
  });

  it.each<[string, unknown]>([
    ['text', 'key'],
    ['an RSA key', { fhirBase: SETTINGS.fhirBase, key: { kty: 'RSA' }, fetchedAt: Date.UTC(2026, 10, 25, 10) }],
    ['no time', { fhirBase: SETTINGS.fhirBase, key: AUDIT_KEY }],
  ])('S6: %s is not believed', async (_what, stored) => {
    area.stored.auditKey = stored;
    answer = () => new Response(null, { status: 503 });
    expect(await wake()(SETTINGS)).toBeNull();
  });

  it('a disk in trouble keeps nobody from the key', async () => {
    area.isFull = true;
    area.get = () => Promise.reject(new Error('shut'));
    expect(await wake()(SETTINGS)).toEqual(AUDIT_KEY);
  });
});
