import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../../../utils/session/session.ts';
import { client, discoverServer, refresh, transport } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { callerWith, onList, patientForm } from '../../sandbox/plan-service/test-bed.ts';
import { type AttackBed, expectNobody, startAttackBed } from './attack-bed.ts';
import { stored } from './fake-browser.ts';
import {
  type Claims,
  changedAnswer,
  coded,
  otherConfiguration,
  otherIdToken,
  signed,
  type TokenAnswer,
} from './forge.ts';
import type { Change } from './hostile-proxy.ts';

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

const NOW = () => Math.floor(Date.now() / 1000);
const HOUR = 3600;

/** What the plan service answers to a request with that token. */
async function statusWith(accessToken: string): Promise<number> {
  return (await callerWith(bed.service.fhirBase, accessToken).search('Patient', patientForm(onList.nhsNumber))).status;
}

const timesAsked = () => bed.proxy.seen.filter(({ step }) => step === 'token').length;

describe('the control: a renewal', () => {
  test('unchanged goes on with new tokens, of the same person', async () => {
    const before = await bed.signedIn();
    const renewed = await bed.renew();
    if (renewed.kind !== 'good') throw new Error(renewed.kind);
    const { session } = renewed;
    expect(session.accessToken).not.toBe(before.accessToken);
    expect(session.refreshToken).not.toBe(before.refreshToken);
    expect([session.id, session.subject]).toEqual([before.id, 'gp']);
    expect(await statusWith(session.accessToken)).toBe(200);
    expect(await bed.renew()).toMatchObject({ kind: 'good' });
  });

  test('signed again by the thief unchanged, or without an id token, goes on too', async () => {
    await bed.signedIn();
    bed.proxy.change('token', withStolenKey({}));
    expect(await bed.renew()).toMatchObject({ kind: 'good' });
    bed.proxy.change(
      'token',
      changedAnswer(({ id_token: _, ...answer }) => answer),
    );
    expect(await bed.renew()).toMatchObject({ kind: 'good' });
  });
});

/** The genuine claims with some changed, signed with the provider's own key, which was stolen. */
function withStolenKey(changes: Claims, alg = 'RS256'): Change {
  return otherIdToken((claims) => signed({ ...claims, ...changes }, bed.stolenKey, { alg, kid: bed.stolenKey.kid }));
}

function answering(changes: Claims): Change {
  return changedAnswer((answer: TokenAnswer) => ({ ...answer, ...changes }));
}

describe('a renewal whose answer does not hold ends the session', () => {
  test.each<[string, () => Change]>([
    ['an id token of somebody else', () => withStolenKey({ sub: 'nurse' })],
    ['of another issuer', () => withStolenKey({ iss: 'https://evil.example' })],
    ['of the issuer with a slash at its end', () => withStolenKey({ iss: `${bed.service.issuer}/` })],
    ['for another audience', () => withStolenKey({ aud: 'another' })],
    ['issued to another client', () => withStolenKey({ azp: 'another' })],
    ['of another sign-in', () => withStolenKey({ nonce: 'another' })],
    ['that is over', () => withStolenKey({ exp: NOW() - HOUR })],
    ['made in an hour', () => withStolenKey({ iat: NOW() + HOUR })],
    ['good in an hour', () => withStolenKey({ nbf: NOW() + HOUR })],
    ['for another access token', () => withStolenKey({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' })],
    ['signed in another way', () => withStolenKey({}, 'PS256')],
    ['not signed', () => otherIdToken((claims) => `${coded({ alg: 'none' })}.${coded(claims)}.`)],
    ['with its signature left out', () => otherIdToken((_, genuine) => genuine.replace(/[^.]+$/, ''))],
    [
      'with other claims under its signature',
      () => otherIdToken((claims, genuine) => genuine.replace(/\.[^.]+\./, `.${coded({ ...claims, name: 'Evil' })}.`)),
    ],
    ['signed with a secret', () => otherIdToken((claims) => signed(claims, new Uint8Array(32), { alg: 'HS256' }))],
    ['that is no token', () => answering({ id_token: 'evil' })],
    ['an id token that is no text', () => answering({ id_token: {} })],
    ['no access token', () => answering({ access_token: undefined })],
    ['an empty access token', () => answering({ access_token: '' })],
    ['a token of another type', () => answering({ token_type: 'mac' })],
    ['a token for a key nobody has', () => answering({ token_type: 'DPoP' })],
    ['a refresh token that is none', () => answering({ refresh_token: 7 })],
    ['an end in the past', () => answering({ expires_in: -1 })],
    ['a list', () => () => Response.json([])],
    ['a refusal of the client', () => () => Response.json({ error: 'invalid_client' }, { status: 400 })],
    [
      'a challenge',
      () => () => new Response('{}', { status: 401, headers: { 'www-authenticate': 'Bearer realm="x"' } }),
    ],
    ['a redirect', () => () => Response.redirect(`${bed.foreign.origin}/token`, 307)],
    ['5 MB and a bit', () => () => new Response('x'.repeat(5_000_001))],
  ])('%s', async (_name, change) => {
    await bed.signedIn();
    bed.proxy.change('token', change());
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expectNobody(bed);
    expect(timesAsked()).toBe(2);
  });

  test('keys that are not the provider’s', async () => {
    const session = await bed.signedIn();
    bed.fresh();
    await bed.open(session);
    bed.proxy.change('keys', () => Response.json({ keys: [] }));
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expectNobody(bed);
  });

  test('a service that has forgotten PKCE: its token endpoint is not asked', async () => {
    const session = await bed.signedIn();
    bed.fresh();
    await bed.open(session);
    bed.proxy.change('discovery', otherConfiguration({ code_challenge_methods_supported: ['plain'] }));
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expectNobody(bed);
    expect(timesAsked()).toBe(0);
  });
});

describe('no answer says nothing about the session', () => {
  test.each<[string, () => Change]>([
    ['a broken service', () => () => new Response('x', { status: 500 })],
    ['a service that is away', () => () => new Response('x', { status: 503 })],
    ['a service that is asked too much', () => () => Response.json({ error: 'invalid_grant' }, { status: 429 })],
    ['a service that says so itself', () => () => Response.json({ error: 'temporarily_unavailable' }, { status: 400 })],
    ['a page in place of an answer', () => () => new Response('<!DOCTYPE html><p>Sign in to this network</p>')],
    ['a page that is not there', () => () => new Response('<!DOCTYPE html>', { status: 404 })],
    ['half an answer', () => async (pass) => new Response((await (await pass()).text()).slice(0, 99))],
  ])('%s', async (_name, change) => {
    const session = await bed.signedIn();
    bed.proxy.change('token', change());
    expect(await bed.renew()).toEqual({ kind: 'unreachable', session });
    expect(JSON.parse(stored.get('session') ?? '')).toEqual(session);
  });

  test.each(['discovery', 'keys'] as const)('%s that does not come', async (step) => {
    const session = await bed.signedIn();
    bed.fresh();
    await bed.open(session);
    bed.proxy.change(step, () => new Response('x', { status: 503 }));
    expect(await bed.renew()).toEqual({ kind: 'unreachable', session });
  });
});

test('a renewal that is not answered is not waited for', async () => {
  const session = await bed.signedIn();
  const { timeout } = AbortSignal;
  const shorter = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 300));
  bed.proxy.change('token', () => new Promise(() => undefined));
  expect(await bed.renew()).toEqual({ kind: 'unreachable', session });
  shorter.mockRestore();
});

describe('a refresh token that a thief has used', () => {
  test('ends everything: nobody is signed in, and the thief has nothing either', async () => {
    const { refreshToken } = await bed.signedIn();
    const thief = await refresh(await discoverServer(bed.service), refreshToken ?? '');
    expect(await statusWith(thief.access_token)).toBe(200);
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expectNobody(bed);
    expect(await statusWith(thief.access_token)).toBe(401);
  });

  test('after us is refused, and ends everything as well', async () => {
    const { refreshToken } = await bed.signedIn();
    expect(await bed.renew()).toMatchObject({ kind: 'good' });
    const server = await discoverServer(bed.service);
    await expect(refresh(server, refreshToken ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await bed.renew()).toEqual({ kind: 'signedOut' });
    expectNobody(bed);
  });

  test('is sent once, however many wait for it', async () => {
    await bed.signedIn();
    const all = await Promise.all([bed.renew(), bed.renew(), bed.renew()]);
    expect(all.map(({ kind }) => kind)).toEqual(['good', 'good', 'good']);
    expect(timesAsked()).toBe(2);
  });
});

test('the access token of a grant that was revoked: 401, one renewal, signed out', async () => {
  const { accessToken, refreshToken }: Session = await bed.signedIn();
  const server = await discoverServer(bed.service);
  await oauth.revocationRequest(server, client, oauth.None(), refreshToken ?? '', transport);
  expect(await statusWith(accessToken)).toBe(401);
  expect(await bed.renew()).toEqual({ kind: 'signedOut' });
  expect(await bed.renew()).toEqual({ kind: 'signedOut' });
  expect(timesAsked()).toBe(2);
  expectNobody(bed);
});
