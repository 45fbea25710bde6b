import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { PACK_TYPE } from '../../../utils/pack/verify-pack.ts';
import type { PackKey } from '../../../utils/settings/policy-schema.ts';

export type PackAlgorithm = 'ES256' | 'EdDSA';

/** A pair of keys for packs: one half for the policy, and one that nobody but the publisher has. */
export type PackKeys = {
  readonly publicKey: PackKey & { readonly kid: string };
  readonly privateKey: JWK & { readonly kid: string; readonly alg: PackAlgorithm };
};

/** Makes a pair of keys; named by their thumbprint (RFC 7638). */
export async function makePackKeys(alg: PackAlgorithm = 'ES256'): Promise<PackKeys> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const [jwk, secret] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)]);
  const kid = await calculateJwkThumbprint(jwk);
  const about = { kid, alg, use: 'sig' } as const;
  const { x = '', y = '' } = jwk;
  const publicKey =
    alg === 'EdDSA'
      ? ({ kty: 'OKP', crv: 'Ed25519', x, ...about } as const)
      : ({ kty: 'EC', crv: 'P-256', x, y, ...about } as const);
  return { publicKey, privateKey: { ...secret, kid, alg } };
}

/**
 * Signs whatever is given, as a pack is signed.
 *
 * @param header what stands in the header besides, or instead
 */
export async function signPack(
  content: unknown,
  { privateKey }: Pick<PackKeys, 'privateKey'>,
  header: object = {},
): Promise<string> {
  const { kid, alg } = privateKey;
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return new CompactSign(bytes)
    .setProtectedHeader({ alg, kid, typ: PACK_TYPE, ...header })
    .sign(await importJWK(privateKey, alg));
}
