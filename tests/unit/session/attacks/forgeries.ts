import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK } from 'jose';
import type { AttackBed } from './attack-bed.ts';
import { type Claims, coded, type Header, publicPart, signed } from './forge.ts';

/** What an attacker has: the bed with whatever everybody knows of the provider's key, and a key of their own. */
export type Attacker = { readonly bed: AttackBed; readonly evilKey: JWK };

/** How an id token is made without the provider's key. */
export type Forgery = (claims: Claims, genuine: string, attacker: Attacker) => string | Promise<string>;

/** A key of the attacker's own. */
export async function keyOfAttacker(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return exportJWK(privateKey);
}

/** Not signed at all, whatever the header calls that. */
function unsigned(alg: string): Forgery {
  return (claims, _genuine, { bed }) => `${coded({ alg, kid: bed.stolenKey.kid })}.${coded(claims)}.`;
}

/** Signed with a key of the attacker's. */
function withEvilKey(header: Partial<Header> = {}): Forgery {
  return (claims, _genuine, { bed, evilKey }) =>
    signed(claims, evilKey, { alg: 'RS256', kid: bed.stolenKey.kid, ...header });
}

/** Signed by HS256 with what everybody knows of the provider's key. */
function withPublicAsSecret(secret: (bed: AttackBed) => Promise<string>): Forgery {
  return async (claims, _genuine, { bed }) =>
    signed(claims, new TextEncoder().encode(await secret(bed)), { alg: 'HS256', kid: bed.stolenKey.kid });
}

async function publicPem({ stolenKey }: AttackBed): Promise<string> {
  const key = await importJWK(publicPart(stolenKey), 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('Not an RSA key');
  return exportSPKI(key);
}

function withClaims(claims: Claims, genuine: string): string {
  const [header, , signature] = genuine.split('.');
  return `${header}.${coded(claims)}.${signature}`;
}

function changedLetter(genuine: string): string {
  const [header, claims, signature = ''] = genuine.split('.');
  return `${header}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
}

/** Every way there is. */
export const FORGERIES: readonly (readonly [string, Forgery])[] = [
  ['alg none', unsigned('none')],
  ['alg None', unsigned('None')],
  ['alg NONE', unsigned('NONE')],
  ['no alg', (claims) => `${coded({})}.${coded(claims)}.`],
  ['an alg that is a list', (claims) => `${coded({ alg: ['RS256'] })}.${coded(claims)}.`],
  ['HS256 with the public key (PEM) as secret', withPublicAsSecret(publicPem)],
  [
    'HS256 with the public key (JWK) as secret',
    withPublicAsSecret(async ({ stolenKey }) => JSON.stringify(publicPart(stolenKey))),
  ],
  ['HS256 with one zero as secret', withPublicAsSecret(async () => '\0')],
  ['another key under the same name', withEvilKey()],
  ['a key nobody knows', withEvilKey({ kid: 'evil' })],
  ['a key in the header', (...given) => withEvilKey({ jwk: publicPart(given[2].evilKey) })(...given)],
  [
    'an address of keys in the header',
    (...given) => withEvilKey({ kid: 'evil', jku: `${given[2].bed.foreign.origin}/jwks` })(...given),
  ],
  [
    'an address of a certificate in the header',
    (...given) => withEvilKey({ x5u: `${given[2].bed.foreign.origin}/x5u` })(...given),
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
