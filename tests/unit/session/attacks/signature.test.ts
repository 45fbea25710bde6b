import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, test, vi } from 'vitest';
import { type AttackBed, expectRefused, startAttackBed } from './attack-bed.ts';
import { alsoOffering, type Claims, coded, type Header, otherIdToken, publicPart, signed } from './forge.ts';

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
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  evilKey = await exportJWK(privateKey);
});

/** How an id token is made without the provider's key. */
type Forgery = (claims: Claims, genuine: string) => string | Promise<string>;

/** Not signed at all, whatever the header calls that. */
function unsigned(alg: string): Forgery {
  return (claims) => `${coded({ alg, kid: bed.stolenKey.kid })}.${coded(claims)}.`;
}

/** Signed with a key of the attacker's. */
function withEvilKey(header: Partial<Header> = {}): Forgery {
  return (claims) => signed(claims, evilKey, { alg: 'RS256', kid: bed.stolenKey.kid, ...header });
}

/** Signed by HS256 with what everybody knows of the provider's key. */
function withPublicAsSecret(secret: () => Promise<string>): Forgery {
  return async (claims) =>
    signed(claims, new TextEncoder().encode(await secret()), { alg: 'HS256', kid: bed.stolenKey.kid });
}

const publicPem = async () => {
  const key = await importJWK(publicPart(bed.stolenKey), 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('Not an RSA key');
  return exportSPKI(key);
};

describe('without the provider’s key, an id token is refused', () => {
  const forgeries: [string, Forgery][] = [
    ['alg none', unsigned('none')],
    ['alg None', unsigned('None')],
    ['alg NONE', unsigned('NONE')],
    ['no alg', (claims) => `${coded({})}.${coded(claims)}.`],
    ['an alg that is a list', (claims) => `${coded({ alg: ['RS256'] })}.${coded(claims)}.`],
    ['HS256 with the public key (PEM) as secret', withPublicAsSecret(publicPem)],
    [
      'HS256 with the public key (JWK) as secret',
      withPublicAsSecret(async () => JSON.stringify(publicPart(bed.stolenKey))),
    ],
    ['HS256 with one zero as secret', withPublicAsSecret(async () => '\0')],
    ['another key under the same name', withEvilKey()],
    ['a key nobody knows', withEvilKey({ kid: 'evil' })],
    ['a key in the header', (...given) => withEvilKey({ jwk: publicPart(evilKey) })(...given)],
    [
      'an address of keys in the header',
      (...given) => withEvilKey({ kid: 'evil', jku: `${bed.foreign.origin}/jwks` })(...given),
    ],
    [
      'an address of a certificate in the header',
      (...given) => withEvilKey({ x5u: `${bed.foreign.origin}/x5u` })(...given),
    ],
    ['a header that is critical', withEvilKey({ crit: ['urn:example:evil'], 'urn:example:evil': true })],
    ['the signature left out', (_claims, genuine) => `${genuine.split('.').slice(0, 2).join('.')}.`],
    ['the signature and its dot left out', (_claims, genuine) => genuine.split('.').slice(0, 2).join('.')],
    ['the signature cut short', (_claims, genuine) => genuine.slice(0, -4)],
    ['one letter of the signature changed', (_claims, genuine) => changedLetter(genuine)],
    [
      'the signature of the genuine token under other claims',
      (claims, genuine) => withClaims({ ...claims, name: 'Evil' }, genuine),
    ],
    [
      'the signature of the genuine token under somebody else',
      (claims, genuine) => withClaims({ ...claims, sub: 'nurse' }, genuine),
    ],
    ['two signatures', (_claims, genuine) => `${genuine}.${genuine.split('.')[2]}`],
  ];

  test.each(forgeries)('%s', async (_name, forgery) => {
    bed.proxy.change('token', otherIdToken(forgery));
    await expectRefused(bed, 'insecure', 'SIGN-IN-SIGNATURE');
  });

  test.each(forgeries.slice(0, 8))('%s, although the service offers it', async (_name, forgery) => {
    bed.proxy.change('discovery', alsoOffering('none', 'None', 'NONE', 'HS256'));
    bed.proxy.change('token', otherIdToken(forgery));
    await expectRefused(bed, 'insecure', 'SIGN-IN-SIGNATURE');
  });
});

function withClaims(claims: Claims, genuine: string): string {
  const [header, , signature] = genuine.split('.');
  return `${header}.${coded(claims)}.${signature}`;
}

function changedLetter(genuine: string): string {
  const [header, claims, signature = ''] = genuine.split('.');
  return `${header}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
}

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
