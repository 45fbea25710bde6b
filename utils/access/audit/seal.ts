import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import type { AuditEvent } from './audit-event.ts';
import type { AuditKey } from './audit-key.ts';

/** Sealed events are of few lengths, so that the length says little of names and words in them (bytes). */
const STEP = 1024;
const SPACE = 0x20;

/**
 * Seals an event so that the plan service alone can read it: a compact JWE (RFC 7516) with ECDH-ES and A256GCM. Nothing
 * that is needed for it is secret, and nobody at this computer can open it again.
 *
 * @throws if the key is none
 */
export function seal(event: AuditEvent, key: AuditKey): Promise<string> {
  const { kid, ...jwk } = key;
  return new CompactEncrypt(padded(new TextEncoder().encode(JSON.stringify(event))))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid, cty: 'application/fhir+json' })
    .encrypt(jwk);
}

/** SHA-256 of a sealed event, in hexadecimal digits: what the next event in the trail names as the one before it. */
export async function hashOf(jwe: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(jwe));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON may end in spaces (RFC 8259 §2). */
function padded(json: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(json.length / STEP) * STEP).fill(SPACE);
  whole.set(json);
  return whole;
}
