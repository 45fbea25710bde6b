import { CompactEncrypt, importJWK, type JWK } from 'jose';
import * as z from 'zod/mini';
import { LIMITS } from '../../utils/plan/service/asking.ts';
import { tryRequest } from '../../utils/plan/service/try-request.ts';
import { NotCheckable } from './row.ts';
import type { Run } from './run.ts';
import { isProtected, type Wanted } from './wanted.ts';
import { sayAnswer } from './words.ts';

/** A key that events can be sealed for, or why there is none, in a sentence or two. */
export type FoundKey =
  | { readonly ok: true; readonly key: JWK & { readonly kid: string } }
  | { readonly ok: false; readonly why: string };

const descriptionSchema = z.object({ audit_encryption_jwks_uri: z.optional(z.string()) });
const keysSchema = z.object({ keys: z.array(z.looseObject({ d: z.optional(z.unknown()) })) });

/** As Planside takes them (utils/access/audit/audit-key.ts). */
const keySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  use: z.literal('enc'),
  alg: z.literal('ECDH-ES'),
  kid: z.string().check(z.minLength(1), z.maxLength(200)),
  x: z.string(),
  y: z.string(),
});

const WITHOUT = 'Planside then shows no plan, because it could not record that somebody saw it.';

/**
 * Finds the first key of the service that Planside would seal an event for. The product's own code for it remembers what
 * a service once said, so this asks for itself.
 *
 * @throws NotCheckable where the sign-in description cannot be read
 */
export async function findAuditKey({ wanted, smart }: Run): Promise<FoundKey> {
  const answer = await smart();
  const described = descriptionSchema.safeParse(answer.kind === 'body' && answer.status === 200 ? answer.body : null);
  if (!described.success) throw new NotCheckable('The sign-in description cannot be read.');
  const address = URL.parse(described.data.audit_encryption_jwks_uri ?? '');
  if (!address) {
    return { ok: false, why: `The sign-in description names no “audit_encryption_jwks_uri”. ${WITHOUT}` };
  }
  if (!isKnown(address, wanted)) {
    return { ok: false, why: `The keys lie on an origin that was not named, or without TLS. ${WITHOUT}` };
  }
  return readKeys(address.href, wanted);
}

function isKnown(address: URL, { base, signInOrigins }: Wanted): boolean {
  return isProtected(address) && [base, ...signInOrigins].some((known) => new URL(known).origin === address.origin);
}

async function readKeys(address: string, { limits = LIMITS }: Wanted): Promise<FoundKey> {
  const request = {
    address,
    method: 'GET' as const,
    headers: { accept: 'application/jwk-set+json, application/json' },
    requestId: crypto.randomUUID(),
  };
  const { answer } = await tryRequest(request, AbortSignal.timeout(limits.tryMs), limits);
  const unread = sayAnswer(answer);
  if (unread) return { ok: false, why: `The keys cannot be read. ${unread} ${WITHOUT}` };
  const published = keysSchema.safeParse(answer.kind === 'body' ? answer.body : null);
  if (!published.success) return { ok: false, why: `What lies there is no JSON Web Key Set. ${WITHOUT}` };
  const { keys } = published.data;
  if (keys.some(({ d }) => d !== undefined)) {
    return { ok: false, why: 'The private half of a key is published: anybody can open what was sealed for it.' };
  }
  for (const one of keys) {
    const key = keySchema.safeParse(one);
    if (key.success && (await isKey(key.data))) return { ok: true, key: key.data };
  }
  return { ok: false, why: `None of them is an EC key on P-256 with “use” enc, “alg” ECDH-ES and a “kid”. ${WITHOUT}` };
}

/** Two numbers are not yet a point on the curve. */
function isKey(key: JWK): Promise<boolean> {
  return importJWK(key, 'ECDH-ES').then(
    () => true,
    () => false,
  );
}

/** Seals a resource for a key of the service, as Planside does: a compact JWE (RFC 7516). */
export async function sealedFor(key: JWK & { readonly kid: string }, resource: unknown): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(resource)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid, cty: 'application/fhir+json' })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}
