import type { JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, test, vi } from 'vitest';
import { type AttackBed, expectRefused, startAttackBed } from './attack-bed.ts';
import { alsoOffering, otherIdToken, publicPart } from './forge.ts';
import { FORGERIES, type Forgery, keyOfAttacker } from './forgeries.ts';

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

let evilKey: JWK;
beforeAll(async () => {
  evilKey = await keyOfAttacker();
});

/** Puts a forged id token in place of the genuine one. */
const forged = (forgery: Forgery) => otherIdToken((claims, genuine) => forgery(claims, genuine, { bed, evilKey }));

describe('without the provider’s key, an id token is refused', () => {
  test.each(FORGERIES)('%s', async (_name, forgery) => {
    bed.proxy.change('token', forged(forgery));
    await expectRefused(bed, 'insecure', 'SIGN-IN-SIGNATURE');
  });

  test.each(FORGERIES.slice(0, 8))('%s, although the service offers it', async (_name, forgery) => {
    bed.proxy.change('discovery', alsoOffering('none', 'None', 'NONE', 'HS256'));
    bed.proxy.change('token', forged(forgery));
    await expectRefused(bed, 'insecure', 'SIGN-IN-SIGNATURE');
  });
});

describe('a set of keys that is not one of public keys lets nobody in', () => {
  const { stringify } = JSON;
  test.each<[string, () => string]>([
    ['the private key itself', () => stringify({ keys: [bed.stolenKey] })],
    [
      'a secret for HS256',
      () => stringify({ keys: [{ kty: 'oct', k: 'AAAA', kid: bed.stolenKey.kid, alg: 'HS256' }] }),
    ],
    [
      'a secret called RS256',
      () => stringify({ keys: [{ kty: 'oct', k: 'AAAA', kid: bed.stolenKey.kid, alg: 'RS256' }] }),
    ],
    ['a key for encryption', () => stringify({ keys: [{ ...publicPart(bed.stolenKey), use: 'enc' }] })],
    ['the key twice', () => stringify({ keys: [publicPart(bed.stolenKey), publicPart(bed.stolenKey)] })],
    ['another key of the same name', () => stringify({ keys: [{ ...publicPart(evilKey), kid: bed.stolenKey.kid }] })],
    ['a short key', () => stringify({ keys: [{ kty: 'RSA', e: 'AQAB', n: 'AQAB', kid: bed.stolenKey.kid }] })],
    ['no key', () => stringify({ keys: [] })],
    ['no list', () => stringify({ keys: 'none' })],
  ])('%s', async (_name, keys) => {
    bed.proxy.change('discovery', alsoOffering('HS256'));
    bed.proxy.change('keys', () => new Response(keys(), { headers: { 'content-type': 'application/json' } }));
    await expectRefused(bed, 'insecure', 'SIGN-IN-SIGNATURE');
  });
});
