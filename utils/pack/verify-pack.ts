import { decode, encode } from 'jose/base64url';
import { compactVerify } from 'jose/jws/compact/verify';
import * as z from 'zod/mini';
import type { PackKey } from '../settings/policy-schema.ts';
import { type Pack, parsePack } from './pack.ts';

/** What a pack calls itself in its header, so that nothing else that was signed by the same key can be taken for one. */
export const PACK_TYPE = 'planside-pack';

export type VerifiedPack = {
  readonly pack: Pack;
  /** What was signed, as it was signed. */
  readonly content: string;
};
export type Verified =
  | ({ readonly ok: true } & VerifiedPack)
  | { readonly ok: false; readonly code: 'PACK-UNREADABLE' | 'PACK-SIGNATURE' };

const COMPACT = /^[\w-]+\.([\w-]+)\.([\w-]+)$/;

/** Nothing else may stand there: no key, no address of one, and no extension that somebody would have to understand. */
const headerSchema = z.strictObject({
  alg: z.enum(['EdDSA', 'ES256']),
  kid: z.string(),
  typ: z.literal(PACK_TYPE),
});

/**
 * Verifies a pack (a compact JWS, RFC 7515) by the keys of the policy: the key is the one that the header names, and the
 * algorithm the one that this kind of key has.
 */
export async function verifyPack(jws: string, keys: readonly PackKey[]): Promise<Verified> {
  const [, content, signature] = COMPACT.exec(jws) ?? [];
  if (content === undefined || signature === undefined) return { ok: false, code: 'PACK-UNREADABLE' };
  const payload = isCanonical(signature) ? await payloadOf(jws, keys) : null;
  if (!payload) return { ok: false, code: 'PACK-SIGNATURE' };
  const pack = parsePack(payload);
  return pack ? { ok: true, pack, content } : { ok: false, code: 'PACK-UNREADABLE' };
}

async function payloadOf(jws: string, keys: readonly PackKey[]): Promise<string | null> {
  try {
    const { payload } = await compactVerify(
      jws,
      (header) => {
        const { alg, kid } = headerSchema.parse(header);
        const key = keys.find((each) => each.kid === kid && algorithmOf(each) === alg);
        if (!key) throw new Error('no such key');
        return bare(key);
      },
      { algorithms: ['EdDSA', 'ES256'] },
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(payload);
  } catch {
    return null;
  }
}

/** Base64url can end in bits that mean nothing: a pack in which such a bit was turned is not what was signed. */
function isCanonical(signature: string): boolean {
  try {
    return encode(decode(signature)) === signature;
  } catch {
    return false;
  }
}

function algorithmOf({ kty }: PackKey): 'EdDSA' | 'ES256' {
  return kty === 'OKP' ? 'EdDSA' : 'ES256';
}

/** What else a key says of itself is for people. */
function bare(key: PackKey) {
  const { kty, crv, x } = key;
  return key.kty === 'EC' ? { kty, crv, x, y: key.y } : { kty, crv, x };
}
