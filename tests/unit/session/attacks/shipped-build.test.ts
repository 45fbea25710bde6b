import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { anAttempt } from '../an-attempt.ts';
import { type AttackBed, expectNobody, startAttackBed } from './attack-bed.ts';
import { windowsAre } from './fake-browser.ts';
import { otherConfiguration } from './forge.ts';
import { walkThrough } from './window-walk.ts';

vi.mock('../../../../utils/browser.ts', () => import('./fake-browser.ts'));
vi.mock('../../../sandbox/plan-service/sign-in/signing-keys.ts', async (original) =>
  (await import('./stolen-keys.ts')).withThief(await original()),
);

let bed: AttackBed;
beforeAll(async () => {
  bed = await startAttackBed();
});
beforeEach(() => bed.fresh());
afterAll(() => bed.stop());

/** As a policy would name it; on this computer the requests end at the proxy, which has no TLS. */
const ORIGIN = 'https://plans.example';

/** Addresses for which a window was opened. */
const opened: string[] = [];
beforeEach(() => void opened.splice(0));

/** Signs in with a build that is shipped: nothing without TLS. */
async function signInShipped(more: readonly string[] = []) {
  vi.resetModules();
  vi.stubEnv('PLANSIDE_INSECURE', undefined);
  windowsAre((address) => {
    opened.push(address);
    return walkThrough(bed.service, address);
  });
  const { signIn } = await import('../../../../utils/session/sign-in.ts');
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (address: string | URL, init?: RequestInit) =>
    fetch(String(address).replace(ORIGIN, bed.proxy.origin), init),
  );
  try {
    const { fhirBase, ...settings } = bed.settings();
    const signInOrigins = [bed.service.origin, ...more];
    const shipped = { ...settings, fhirBase: fhirBase.replace(bed.proxy.origin, ORIGIN), signInOrigins };
    return await signIn(shipped, anAttempt());
  } finally {
    vi.stubGlobal('fetch', fetch);
  }
}

/** The description with everything of the proxy's on that origin. */
function ledTo(origin: string, changes: Record<string, unknown> = {}) {
  const path = bed.service.issuer.replace(bed.service.origin, '');
  return otherConfiguration({
    token_endpoint: `${origin}${path}/token`,
    jwks_uri: `${origin}${path}/jwks`,
    revocation_endpoint: `${origin}${path}/token/revocation`,
    ...changes,
  });
}

test('the control: with TLS everywhere a build that is shipped signs in', async () => {
  bed.proxy.change('discovery', ledTo(ORIGIN));
  expect(await signInShipped()).toMatchObject({ ok: true, session: { subject: 'gp' } });
});

describe('a build that is shipped sends nothing without TLS', () => {
  test.each([
    'issuer',
    'jwks_uri',
    'authorization_endpoint',
    'token_endpoint',
    'revocation_endpoint',
    'end_session_endpoint',
  ])('%s on the service’s own host, but by http', async (name) => {
    bed.proxy.change('discovery', ledTo(ORIGIN, { [name]: 'http://plans.example/x' }));
    expect(await signInShipped()).toEqual({ ok: false, failure: { why: 'insecure', code: 'SIGN-IN-ORIGIN' } });
    expect(opened).toEqual([]);
    expectNobody(bed);
  });

  test.each([
    ['token_endpoint', ['discovery']],
    ['jwks_uri', ['discovery', 'token']],
  ])('%s by http, even if settings were to allow that origin', async (name, steps) => {
    const path = bed.service.issuer.replace(bed.service.origin, '');
    const there = `${bed.proxy.origin}${path}/${name === 'jwks_uri' ? 'jwks' : 'token'}`;
    bed.proxy.change('discovery', ledTo(ORIGIN, { [name]: there }));
    const result = await signInShipped([bed.proxy.origin]);
    expect(result).toEqual({ ok: false, failure: { why: 'insecure', code: 'SIGN-IN-ORIGIN' } });
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(steps);
    expect(opened).toHaveLength(1);
  });
});
