import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkService } from '../../../utils/health/check-service.ts';

vi.mock('../../../utils/browser.ts', () => ({ browser: {} }));
afterEach(() => vi.unstubAllGlobals());

const planService = {
  name: 'Plans',
  fhirBase: 'https://plans.example.org/fhir',
  clientId: 'planside',
  scopes: 'openid',
  signInOrigins: [],
};
const at = (path: string) => `https://plans.example.org${path}`;
const smart = {
  issuer: at('/'),
  jwks_uri: at('/keys'),
  authorization_endpoint: at('/auth'),
  token_endpoint: at('/token'),
  code_challenge_methods_supported: ['S256'],
  audit_encryption_jwks_uri: at('/audit-keys'),
};
const good: Readonly<Record<string, unknown>> = {
  [at('/fhir/.well-known/smart-configuration')]: smart,
  [at('/fhir/metadata')]: { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' },
  [at('/keys')]: { keys: [{}] },
  [at('/audit-keys')]: { keys: [{}] },
};

/** Serves these bodies; a number is a status, and what is not there does not answer. */
function serve(bodies: Readonly<Record<string, unknown>>) {
  const fetched = vi.fn(async (address: string, _init?: RequestInit) => {
    const body = bodies[address];
    if (body === undefined) throw new TypeError('fetch failed');
    const headers = { 'content-type': 'application/json', date: new Date(Date.now() - 120_000).toUTCString() };
    return new Response(typeof body === 'number' ? '{}' : JSON.stringify(body), {
      status: typeof body === 'number' ? body : 200,
      headers,
    });
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const answered = { is: 'answered', ms: expect.any(Number) };

describe('the check of the plan service', () => {
  it('asks what anybody may ask, without a token, and looks at the clock', async () => {
    const fetched = serve(good);
    const check = await checkService(planService);
    expect(check).toMatchObject({
      discovery: answered,
      capability: answered,
      signInKeys: answered,
      auditKeys: answered,
    });
    expect(Math.round((check.clockAhead ?? 0) / 10_000)).toBe(12);
    expect(fetched.mock.calls.map(([address]) => address).sort()).toEqual(Object.keys(good).sort());
    for (const [, init] of fetched.mock.calls) expect(new Headers(init?.headers).has('authorization')).toBe(false);
  });

  it('asks again each time', async () => {
    const fetched = serve(good);
    await checkService(planService);
    await checkService(planService);
    expect(fetched).toHaveBeenCalledTimes(8);
  });

  it.each([
    ['discovery', { ...good, [at('/fhir/.well-known/smart-configuration')]: 503 }, 'SIGN-IN-DOWN'],
    [
      'discovery',
      { ...good, [at('/fhir/.well-known/smart-configuration')]: { ...smart, jwks_uri: 'https://evil.example/k' } },
      'SIGN-IN-ORIGIN',
    ],
    ['capability', { ...good, [at('/fhir/metadata')]: 503 }, 'PLN-503'],
    [
      'capability',
      { ...good, [at('/fhir/metadata')]: { resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' } },
      'PLN-FHIR-VERSION',
    ],
    ['signInKeys', { ...good, [at('/keys')]: { keys: [] } }, 'KEYS-NONE'],
    ['signInKeys', { ...good, [at('/keys')]: 404 }, 'KEYS-404'],
    ['auditKeys', { ...good, [at('/audit-keys')]: undefined }, 'SIGN-IN-DOWN'],
  ] as const)('%s that fails has its code', async (step, bodies, code) => {
    serve(bodies);
    expect((await checkService(planService))[step]).toEqual({ is: 'failed', code });
  });

  it('says that it could not ask for keys where nobody says where they are', async () => {
    serve({});
    expect(await checkService(planService)).toMatchObject({
      discovery: { is: 'failed' },
      capability: { is: 'failed' },
      signInKeys: { is: 'notAsked' },
      auditKeys: { is: 'notAsked' },
      clockAhead: null,
    });
  });
});
