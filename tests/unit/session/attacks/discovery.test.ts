import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWatch } from '../../../../utils/session/deadlines.ts';
import { type AttackBed, expectNobody, expectRefused, startAttackBed } from './attack-bed.ts';
import { windowsAre } from './fake-browser.ts';
import { otherConfiguration } from './forge.ts';

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
afterEach(() => void vi.useRealTimers());

const ENDPOINTS = [
  'issuer',
  'jwks_uri',
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'end_session_endpoint',
  'audit_encryption_jwks_uri',
] as const;

/** Nobody may even be asked to sign in where the service's description was not accepted. */
function noWindow() {
  const opened = vi.fn(() => Promise.reject(new Error('No window')));
  windowsAre(opened);
  return opened;
}

describe('an address outside the allowed origins is refused before anything goes there', () => {
  test.each(
    ENDPOINTS.flatMap((name): [string, string, () => string][] => [
      [name, 'on another port', () => `${bed.foreign.origin}/x`],
      [name, 'on this computer by its other name', () => `${bed.proxy.origin.replace('127.0.0.1', 'localhost')}/x`],
      [name, 'with an allowed host as the name of a user', () => `${bed.proxy.origin}@127.0.0.1:1/x`],
      [name, 'that is a script', () => 'javascript:alert(1)'],
    ]),
  )('%s %s', async (name, _how, address) => {
    const opened = noWindow();
    bed.proxy.change('discovery', otherConfiguration({ [name]: address() }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-ORIGIN');
    expect(opened).not.toHaveBeenCalled();
  });

  test.each([301, 302, 303, 307, 308])('the description itself, by a redirect (%i)', async (status) => {
    bed.proxy.change('discovery', () => Response.redirect(`${bed.foreign.origin}/smart`, status));
    await expectRefused(bed, 'insecure', 'SIGN-IN-ORIGIN');
  });

  test('an hour after the first description: the refresh token is not sent, and the session ends', async () => {
    const session = await bed.signedIn();
    bed.proxy.change('discovery', otherConfiguration({ token_endpoint: `${bed.foreign.origin}/token` }));
    const soon = await bed.renew();
    expect(soon).toMatchObject({ kind: 'good' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 });
    await bed.open(session, newWatch(600_000, Date.now()));
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expect(bed.proxy.seen.filter(({ step }) => step === 'token')).toHaveLength(2);
    expectNobody(bed);
  });

  test('a description is not kept for other settings', async () => {
    await bed.signedIn();
    bed.fresh();
    bed.proxy.change('discovery', otherConfiguration({ token_endpoint: `${bed.foreign.origin}/token` }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-ORIGIN');
  });
});

describe('a service that does not offer PKCE with S256 is refused', () => {
  test.each<[string, unknown]>([
    ['plain only', ['plain']],
    ['no method', []],
    ['nothing said', undefined],
    ['in small letters', ['s256']],
  ])('%s', async (_name, methods) => {
    const opened = noWindow();
    bed.proxy.change('discovery', otherConfiguration({ code_challenge_methods_supported: methods }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-PKCE');
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('a service that calls itself by another name is refused', () => {
  test.each<[string, () => Record<string, unknown>]>([
    ['the proxy’s', () => ({ issuer: bed.proxy.origin })],
    ['a slash more', () => ({ issuer: `${bed.service.issuer}/` })],
    ['a path less', () => ({ issuer: bed.service.origin })],
    [
      'another, and does not promise to name itself',
      () => ({ issuer: bed.proxy.origin, authorization_response_iss_parameter_supported: false }),
    ],
  ])('%s', async (_name, changes) => {
    bed.proxy.change('discovery', otherConfiguration(changes()));
    await expectRefused(bed, 'insecure', 'SIGN-IN-ISSUER');
    expect(bed.proxy.seen.map(({ step }) => step)).toEqual(['discovery']);
  });
});

describe('a description that is none counts as no answer', () => {
  test.each<[string, Record<string, unknown>]>([
    ['no issuer', { issuer: undefined }],
    ['no token endpoint', { token_endpoint: undefined }],
    ['no keys', { jwks_uri: undefined }],
    ['an address without an origin', { token_endpoint: '/token' }],
    ['algorithms that are no list', { id_token_signing_alg_values_supported: 'none' }],
  ])('%s', async (_name, changes) => {
    bed.proxy.change('discovery', otherConfiguration(changes));
    await expectRefused(bed, 'serviceDown', 'SIGN-IN-DOWN');
  });
});

test('addresses that nobody asked for are not used', async () => {
  const { origin } = bed.foreign;
  bed.proxy.change(
    'discovery',
    otherConfiguration({
      mtls_endpoint_aliases: { token_endpoint: `${origin}/token`, jwks_uri: `${origin}/jwks` },
      pushed_authorization_request_endpoint: `${origin}/par`,
      userinfo_endpoint: `${origin}/me`,
      require_pushed_authorization_requests: true,
    }),
  );
  expect((await bed.signedIn()).subject).toBe('gp');
  expect([bed.foreign.requests, bed.strays()]).toEqual([[], []]);
});
