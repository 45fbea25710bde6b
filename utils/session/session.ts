import * as z from 'zod/mini';
import { browser } from '../browser.ts';

const sessionSchema = z.strictObject({
  /** Issuer and subject of the id token: who this is, for the machine. */
  issuer: z.string(),
  subject: z.string(),
  accessToken: z.string(),
  refreshToken: z.nullable(z.string()),
  idToken: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  /** Who this is, for people. */
  signedInAs: z.strictObject({ name: z.string(), role: z.string(), organisation: z.string() }),
  odsCode: z.string(),
});

/** A signed-in session. Lives in `storage.session` (memory only) and in the background only (S7, S8). */
export type Session = z.infer<typeof sessionSchema>;

const KEY = 'session';

/** The session, or `null` if nobody is signed in or what is stored is not one. */
export async function readSession(): Promise<Session | null> {
  const stored = await browser.storage.session.get(KEY);
  const parsed = sessionSchema.safeParse(stored[KEY]);
  return parsed.success ? parsed.data : null;
}

/** Replaces the session; `null` signs out. */
export async function writeSession(session: Session | null): Promise<void> {
  if (session) await browser.storage.session.set({ [KEY]: session });
  else await browser.storage.session.remove(KEY);
}
