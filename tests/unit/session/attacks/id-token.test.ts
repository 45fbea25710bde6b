import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AttackBed, expectRefused, startAttackBed } from './attack-bed.ts';
import { NOT_FOR_THIS_SIGN_IN, signedByThief } from './claims.ts';
import { alsoOffering, type Claims, changedAnswer, type Header, signed } from './forge.ts';

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

const withStolenKey = (changes: (claims: Claims) => Claims, header?: Partial<Header>) =>
  signedByThief(bed, changes, header);

test('the control: what the thief signs again unchanged signs in', async () => {
  bed.proxy.change(
    'token',
    withStolenKey(() => ({})),
  );
  expect((await bed.signedIn()).subject).toBe('gp');
});

describe('with the provider’s own key, an id token that is not for this sign-in is refused', () => {
  test.each(NOT_FOR_THIS_SIGN_IN)('%s: %s', async (_name, code, changes) => {
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
        const more = {
          aud: [aud, 'another'],
          azp: aud,
          at_hash: half.toString('base64url'),
          iat: Math.floor(Date.now() / 1000) + 60,
        };
        const id_token = await signed({ ...claims, ...more }, stolenKey, { alg: 'RS256', kid: stolenKey.kid });
        return { ...answer, id_token };
      }),
    );
    expect((await bed.signedIn()).subject).toBe('gp');
  });
});
