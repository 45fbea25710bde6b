import { randomUUID } from 'node:crypto';
import { type CompactJWEHeaderParameters, compactDecrypt, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';

/** What came of opening a sealed event. */
export type Opened =
  | { readonly kind: 'opened'; readonly text: string }
  /** Sealed for a key that this service never had. */
  | { readonly kind: 'unknownKey' }
  /** No compact JWE of the kind the contract names, or changed on the way. */
  | { readonly kind: 'unreadable' };

/** The key for which audit events are sealed: its public half for everybody, its private half for this service alone. */
export type AuditKeys = {
  readonly published: JSONWebKeySet;
  /** @param sealed a compact JWE (RFC 7516) */
  readonly open: (sealed: string) => Promise<Opened>;
};

const ALG = 'ECDH-ES';

class UnknownKey extends Error {}

/** RFC 7515 §4.1.10: a media type without a slash has `application/` before it. */
function isFhirJson({ cty = '' }: CompactJWEHeaderParameters): boolean {
  const type = cty.includes('/') ? cty : `application/${cty}`;
  return type.toLowerCase() === 'application/fhir+json';
}

/** A new EC P-256 key (RFC 7518 §4.6, `ECDH-ES`). It lives as long as the sandbox. */
export async function auditKeys(): Promise<AuditKeys> {
  const { publicKey, privateKey } = await generateKeyPair(ALG, { crv: 'P-256' });
  const kid = randomUUID();
  const keyOf = (header: CompactJWEHeaderParameters) => {
    if (header.kid !== kid) throw new UnknownKey();
    return privateKey;
  };
  const allowed = { keyManagementAlgorithms: [ALG], contentEncryptionAlgorithms: ['A256GCM'] };
  return {
    published: { keys: [{ ...(await exportJWK(publicKey)), use: 'enc', alg: ALG, kid }] },
    open: async (sealed) => {
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(sealed, keyOf, allowed);
        if (!isFhirJson(protectedHeader)) return { kind: 'unreadable' };
        return { kind: 'opened', text: new TextDecoder('utf-8', { fatal: true }).decode(plaintext) };
      } catch (error) {
        return { kind: error instanceof UnknownKey ? 'unknownKey' : 'unreadable' };
      }
    },
  };
}
