import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { deleteCopies } from './copy-database.ts';
import { inTurn } from './in-turn.ts';

const KEYS = 'copyKeys';
const FAILURES = 'copyFailures';
const KEY_BYTES = 32;

/** 256 bits as base64url (RFC 4648 §5), without padding. */
const rawKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const keysSchema = z.strictObject({
  /** Names these keys, so that it can be noticed when others have taken their place. */
  id: z.uuid(),
  data: rawKey,
  index: rawKey,
  /** When the sign-in that made them ends at the latest, milliseconds since 1970. */
  endsAt: z.number(),
});

/** The keys of one sign-in, ready for use; they cannot be taken out of here again. */
export type CopyKeys = {
  readonly id: string;
  /** AES-GCM, 256 bits. */
  readonly data: CryptoKey;
  /** HMAC-SHA256, 256 bits. */
  readonly index: CryptoKey;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
};

/**
 * The keys of the copies. They are in `storage.session` and nowhere else: it is memory only, while everything that
 * IndexedDB ever held, a key that cannot be exported too, stays readable in its files.
 */
export const copyKeys = { make, drop };

/**
 * Makes new keys for somebody who has just signed in; not when a session is renewed. Whatever was kept under older
 * keys is deleted first.
 *
 * @param signIn when it ends, whatever happens: milliseconds since 1970
 * @returns not `made` if what is old could not be deleted: there are no copies in this sign-in then
 */
function make({ endsAt }: { readonly endsAt: number }): Promise<{ readonly made: boolean }> {
  const made = inTurn(async () => {
    await drop();
    await deleteCopies();
    const keys = keysSchema.parse({ id: crypto.randomUUID(), data: randomKey(), index: randomKey(), endsAt });
    await browser.storage.session.set({ [KEYS]: keys });
    return { made: true };
  });
  return made.catch(() => ({ made: false }));
}

/** Forgets the keys at once. From here on nobody can read a copy, whether or not the database is still there. */
async function drop(): Promise<void> {
  await browser.storage.session.remove([KEYS, FAILURES]);
}

/** The keys of this sign-in; `null`: there are none, or what is stored is none. */
export async function readKeys(): Promise<CopyKeys | null> {
  const keys = await storedKeys();
  if (!keys) return null;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const [data, index] = await Promise.all([
    crypto.subtle.importKey('raw', bytesOf(keys.data), 'AES-GCM', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', bytesOf(keys.index), hmac, false, ['sign']),
  ]);
  return { id: keys.id, data, index, endsAt: keys.endsAt };
}

/** Whether these are still the keys of whoever is signed in. */
export async function areStillHeld({ id }: CopyKeys): Promise<boolean> {
  return (await storedKeys())?.id === id;
}

/** Counts a copy that could not be opened; how many there have been under these keys. */
export async function countFailure(): Promise<number> {
  const before = z.int().safeParse((await browser.storage.session.get(FAILURES))[FAILURES]);
  // It stands apart from the keys: written together, a count could bring back keys that were dropped meanwhile.
  const failures = (before.success ? before.data : 0) + 1;
  await browser.storage.session.set({ [FAILURES]: failures });
  return failures;
}

async function storedKeys(): Promise<z.infer<typeof keysSchema> | null> {
  const parsed = keysSchema.safeParse((await browser.storage.session.get(KEYS))[KEYS]);
  return parsed.success ? parsed.data : null;
}

function randomKey(): string {
  return z.util.uint8ArrayToBase64url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(z.util.base64urlToUint8Array(key));
}
