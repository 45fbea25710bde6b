import * as z from 'zod/mini';
import type { CopyKeys } from './copy-keys.ts';
import { padded, unpadded } from './padding.ts';
import { readContent, type SavedCopy, type SavedDocument, writeContent } from './saved-copy.ts';

/** Of what is encrypted and of what is authenticated with it. */
const SCHEMA_VERSION = 1;
/** AES-GCM (NIST SP 800-38D) with 96 bits of IV, fresh each time, and 128 bits of tag. */
const IV_BYTES = 12;

/** Whose copies these are: who is signed in, at which plan service. */
export type CopyOwner = {
  readonly fhirBase: string;
  readonly issuer: string;
  readonly subject: string;
  /** Id of the role somebody acts in; empty where the sign-in service names none. */
  readonly roleId: string;
};

const sealedCopySchema = z.strictObject({
  iv: z.instanceof(Uint8Array<ArrayBuffer>),
  sealed: z.instanceof(Uint8Array<ArrayBuffer>),
  /** Which plans in which versions, as HMACs: an identifier of a plan says something to whoever has the other list. */
  plans: z.array(z.string()).check(z.minLength(1)),
  /** Milliseconds since 1970. */
  fetchedAt: z.number(),
});

/** A copy as it is stored: the ciphertext, and what is needed to check it that its reader cannot know. */
export type SealedCopy = z.infer<typeof sealedCopySchema>;

/** The key a patient's copy is stored under: HMAC-SHA256 of the NHS number (ten digits), as base64url. */
export function keyOf({ index }: CopyKeys, nhsNumber: string): Promise<string> {
  return hmac(index, nhsNumber);
}

/**
 * Encrypts a copy.
 *
 * @param patientKey of `keyOf`
 * @throws if the copy could not be read back
 */
export async function seal(keys: CopyKeys, owner: CopyOwner, patientKey: string, copy: SavedCopy): Promise<SealedCopy> {
  const { fetchedAt } = copy;
  const plans = await Promise.all(copy.documents.map((document) => planMark(keys, document)));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = authenticated(owner, patientKey, { plans, fetchedAt });
  const content = padded(writeContent(copy));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, keys.data, content);
  return { iv, sealed: new Uint8Array(sealed), plans, fetchedAt };
}

/**
 * Decrypts a copy.
 *
 * @param stored whatever the database holds under the patient's key
 * @returns `null` if it is not what the same owner sealed for the same patient, every bit of it
 */
export async function unseal(
  keys: CopyKeys,
  owner: CopyOwner,
  { nhsNumber, patientKey }: { readonly nhsNumber: string; readonly patientKey: string },
  stored: unknown,
): Promise<SavedCopy | null> {
  try {
    const copy = sealedCopySchema.parse(stored);
    const additionalData = authenticated(owner, patientKey, copy);
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: copy.iv, additionalData }, keys.data, copy.sealed);
    const content = unpadded(new Uint8Array(bytes));
    return content && readContent(content, nhsNumber, copy.fetchedAt);
  } catch {
    return null;
  }
}

/** A list in JSON, so that no two that differ in meaning agree in bytes. */
function authenticated(
  { fhirBase, issuer, subject, roleId }: CopyOwner,
  patientKey: string,
  { plans, fetchedAt }: Pick<SealedCopy, 'plans' | 'fetchedAt'>,
): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify([SCHEMA_VERSION, fhirBase, [issuer, subject, roleId], patientKey, plans, fetchedAt]));
}

/** Begins with a bracket, so that it can never be the key of a patient. */
function planMark({ index }: CopyKeys, { planId, version }: SavedDocument): Promise<string> {
  return hmac(index, JSON.stringify([planId, version]));
}

async function hmac(key: CryptoKey, text: string): Promise<string> {
  return z.util.uint8ArrayToBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
