import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignInCode } from '../../../../utils/session/sign-in-codes.ts';
import { type AttackBed, expectRefused, startAttackBed } from './attack-bed.ts';
import { alsoOffering, type Claims, changedAnswer, type Header, otherIdToken, signed } from './forge.ts';

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

/** The genuine claims with some changed, signed with the provider's own key, which was stolen. */
function withStolenKey(changes: (claims: Claims) => Claims, header: Partial<Header> = {}) {
  const { stolenKey } = bed;
  return otherIdToken((claims) =>
    signed({ ...claims, ...changes(claims) }, stolenKey, { alg: 'RS256', kid: stolenKey.kid, ...header }),
  );
}

test('the control: what the thief signs again unchanged signs in', async () => {
  bed.proxy.change(
    'token',
    withStolenKey(() => ({})),
  );
  expect((await bed.signedIn()).subject).toBe('gp');
});

describe('with the provider’s own key, an id token that is not for this sign-in is refused', () => {
  test.each<[string, SignInCode, (claims: Claims) => Claims]>([
    ['another nonce', 'SIGN-IN-NONCE', () => ({ nonce: 'another' })],
    ['no nonce', 'SIGN-IN-NONCE', () => ({ nonce: undefined })],
    ['a nonce in a list', 'SIGN-IN-NONCE', ({ nonce }) => ({ nonce: [nonce] })],
    ['another audience', 'SIGN-IN-AUDIENCE', () => ({ aud: 'another' })],
    ['no audience', 'SIGN-IN-AUDIENCE', () => ({ aud: undefined })],
    ['nobody as audience', 'SIGN-IN-AUDIENCE', () => ({ aud: [] })],
    ['two audiences, and nobody says which', 'SIGN-IN-AUDIENCE', ({ aud }) => ({ aud: [String(aud), 'another'] })],
    ['two, and the other one', 'SIGN-IN-AUDIENCE', ({ aud }) => ({ aud: [String(aud), 'another'], azp: 'another' })],
    ['one audience, issued to another client', 'SIGN-IN-AUDIENCE', () => ({ azp: 'another' })],
    ['another issuer', 'SIGN-IN-ISSUER', () => ({ iss: 'https://evil.example' })],
    ['the issuer with a slash at its end', 'SIGN-IN-ISSUER', ({ iss }) => ({ iss: `${iss}/` })],
    ['no issuer', 'SIGN-IN-ISSUER', () => ({ iss: undefined })],
    ['over for an hour', 'SIGN-IN-EXPIRED', () => ({ exp: NOW() - HOUR })],
    ['over when it was made', 'SIGN-IN-EXPIRED', () => ({ exp: 0 })],
    ['no end', 'SIGN-IN-EXPIRED', () => ({ exp: undefined })],
    ['made in an hour', 'SIGN-IN-EXPIRED', () => ({ iat: NOW() + HOUR })],
    ['made at no time', 'SIGN-IN-EXPIRED', () => ({ iat: undefined })],
    ['good in an hour', 'SIGN-IN-EXPIRED', () => ({ nbf: NOW() + HOUR })],
    ['nobody', 'SIGN-IN-TOKEN', () => ({ sub: undefined })],
    ['no name', 'SIGN-IN-TOKEN', () => ({ name: undefined })],
    ['a name as long as a book', 'SIGN-IN-TOKEN', () => ({ name: 'x'.repeat(1_000_000) })],
    ['roles that are none', 'SIGN-IN-TOKEN', () => ({ nhsid_nrbac_roles: [{ person_roleid: 1 }] })],
    ['for another access token', 'SIGN-IN-TOKEN', () => ({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' })],
  ])('%s: %s', async (_name, code, changes) => {
    bed.proxy.change('token', withStolenKey(changes));
    await expectRefused(bed, 'insecure', code);
  });

  test.each<[string, Partial<Header>]>([
    ['a header it does not have to understand', { crit: ['urn:example:evil'], 'urn:example:evil': true }],
    ['another kind of RSA', { alg: 'PS256' }],
    ['a key it does not have', { kid: 'another' }],
  ])('%s', async (_name, header) => {
    bed.proxy.change('discovery', alsoOffering('PS256'));
    bed.proxy.change(
      'token',
      withStolenKey(() => ({}), header),
    );
    await expectRefused(bed, 'insecure', 'SIGN-IN-SIGNATURE');
  });

  test('two audiences, and it says ours, sign in; so does the digest of this access token', async () => {
    const { stolenKey } = bed;
    bed.proxy.change(
      'token',
      changedAnswer(async (answer) => {
        const half = createHash('sha256').update(answer.access_token).digest().subarray(0, 16);
        const { aud, ...claims } = JSON.parse(Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString());
        const more = { aud: [aud, 'another'], azp: aud, at_hash: half.toString('base64url'), iat: NOW() + 60 };
        const id_token = await signed({ ...claims, ...more }, stolenKey, { alg: 'RS256', kid: stolenKey.kid });
        return { ...answer, id_token };
      }),
    );
    expect((await bed.signedIn()).subject).toBe('gp');
  });
});
