import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { dueLock, type LockCause, type Watch } from './deadlines.ts';

const roleSchema = z.strictObject({
  /** The service's name for this role of this person (`NHSD-Session-URID`); empty where it has none. */
  id: z.string(),
  /** What kind of role it is, where the sign-in service has a code for it (`S8000:G8000:R8000`). */
  code: z.exactOptional(z.string()),
  role: z.string(),
  organisation: z.string(),
  odsCode: z.string(),
});

/** A role somebody may act in. */
export type Role = z.infer<typeof roleSchema>;

const hubSchema = z.strictObject({ topic: z.string(), address: z.nullable(z.string()) });

/** The session of a FHIRcast hub that belongs to this sign-in. */
export type HubOfSession = z.infer<typeof hubSchema>;

const sessionSchema = z.strictObject({
  /** Names this sign-in, for as long as it lasts and in memory only. */
  id: z.uuid(),
  /** Issuer and subject of the id token: who this is, for the machine. */
  issuer: z.string(),
  subject: z.string(),
  accessToken: z.string(),
  refreshToken: z.nullable(z.string()),
  idToken: z.string(),
  /** When the access token ends, milliseconds since 1970. */
  expiresAt: z.number(),
  /** Who this is, for people. */
  name: z.string(),
  roles: z.array(roleSchema).check(z.minLength(1)),
  /** Which of them is acting; `null`: there are several, and none has been chosen. */
  acting: z.nullable(z.int()),
  /** Left out: the sign-in named none. */
  hub: z.exactOptional(hubSchema),
});

/** A signed-in session. Lives in `storage.session` (memory only) and in the background only (S7, S8). */
export type Session = z.infer<typeof sessionSchema>;

const watchSchema = z.strictObject({
  signedInAt: z.number(),
  idleSince: z.nullable(z.number()),
  seenAt: z.number(),
  limitMs: z.number(),
});

const endingSchema = z.discriminatedUnion('how', [
  z.strictObject({
    how: z.literal('lock'),
    cause: z.enum(['idle', 'asleep', 'computerLocked', 'shiftOver', 'clockSetBack', 'asked']),
    done: z.boolean(),
  }),
  z.strictObject({ how: z.literal('signOut'), done: z.boolean() }),
]);

/** How a session is being ended, or has been; what was begun is completed by the next life of the background. */
export type Ending = z.infer<typeof endingSchema>;

/** What is known about who is signed in, at one moment. */
export type SessionNow =
  | { readonly kind: 'none' }
  /** It ended, or is being ended; nobody is signed in. */
  | { readonly kind: 'ended'; readonly ending: Ending }
  /** It should have been locked by now, and must be. */
  | { readonly kind: 'overdue'; readonly cause: LockCause }
  | { readonly kind: 'open'; readonly session: Session; readonly watch: Watch };

const SESSION = 'session';
const WATCH = 'watch';
const ENDING = 'ending';

/** The ending that this background has begun last, for reads that storage answers before it knows. */
let begun: Ending | null = null;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs what reads the session and then writes it, one after another, in the order of the calls: a sign-in waits for the
 * rest of an ending. A step must not wait for a turn of its own; it would wait for itself.
 *
 * @returns what the step returns, or its error
 */
export function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const done = turn.then(step);
  turn = done.catch(() => undefined);
  return done;
}

/**
 * Who is signed in, judged by the clock at every read and not by a timer alone: a session past its deadline is none,
 * whatever has or has not rung.
 */
export async function sessionNow(now = Date.now()): Promise<SessionNow> {
  const stored = await browser.storage.session.get([SESSION, WATCH, ENDING]);
  if (begun) return { kind: 'ended', ending: begun };
  const ending = endingSchema.safeParse(stored[ENDING]);
  if (ending.success) return { kind: 'ended', ending: ending.data };
  const session = sessionSchema.safeParse(stored[SESSION]);
  if (!session.success) return { kind: 'none' };
  const watch = watchSchema.safeParse(stored[WATCH]);
  // A session that nobody watches over is none.
  if (!watch.success) return { kind: 'overdue', cause: 'asleep' };
  const cause = dueLock(watch.data, now);
  return cause ? { kind: 'overdue', cause } : { kind: 'open', session: session.data, watch: watch.data };
}

/** The session that is open now, or `null`. */
export async function readSession(now = Date.now()): Promise<Session | null> {
  const is = await sessionNow(now);
  return is.kind === 'open' ? is.session : null;
}

/**
 * Changes the session of somebody who is signed in. It is read and written in one turn, so that of two changes at the
 * same time none is lost: a refresh token put back is a refresh token used twice.
 *
 * @returns the session as it is now; `null`: that sign-in is over, and nothing was written
 */
export function changeSession(id: string, change: (session: Session) => Session): Promise<Session | null> {
  return inTurn(async () => {
    const stored = await browser.storage.session.get([SESSION, ENDING]);
    const current = sessionSchema.safeParse(stored[SESSION]);
    if (endingSchema.safeParse(stored[ENDING]).success || current.data?.id !== id) return null;
    const session = change(current.data);
    await browser.storage.session.set({ [SESSION]: session });
    return session;
  });
}

/** Somebody has signed in: whatever was ended before is over. Waits for an ending that is under way. */
export function openSession(session: Session, watch: Watch): Promise<void> {
  const before = begun;
  return inTurn(async () => {
    // In one write: a background killed between two would leave tokens behind a lock that is over.
    await browser.storage.session.set({ [SESSION]: session, [WATCH]: watch, [ENDING]: null });
    // An ending that was begun after this is still to come.
    if (begun === before) begun = null;
  });
}

/** Writes the watch over the session that is open; whoever has read it before does both in one turn. */
export async function writeWatch(watch: Watch): Promise<void> {
  await browser.storage.session.set({ [WATCH]: watch });
}

/** From this very moment nobody is signed in for this background, whether storage knows or not. */
export function announceEnding(ending: Ending): void {
  begun = ending;
}

/** Storage knows all of it now, or there was nothing to end. */
export function settleEnding(ending: Ending): void {
  if (begun === ending) begun = null;
}

/** From here on nobody is signed in, although the tokens are still there to be revoked. */
export async function markEnding(ending: Ending): Promise<void> {
  await browser.storage.session.set({ [ENDING]: ending });
}

/** The tokens of a session that is being ended, to be revoked; `null`: there are none. */
export async function sessionToEnd(): Promise<Session | null> {
  const stored = await browser.storage.session.get(SESSION);
  const session = sessionSchema.safeParse(stored[SESSION]);
  return session.success ? session.data : null;
}

/** Forgets tokens, names and deadlines. */
export async function forgetSession(): Promise<void> {
  await browser.storage.session.remove([SESSION, WATCH]);
}

/** A sign-out leaves nothing to say; a lock is said until somebody signs in. */
export async function markEnded(ending: Ending): Promise<void> {
  if (ending.how === 'signOut') await browser.storage.session.remove(ENDING);
  else await markEnding({ ...ending, done: true });
}

/** The role somebody acts in; `null`: none has been chosen yet. */
export function actingRole({ roles, acting }: Session): Role | null {
  return acting === null ? null : (roles[acting] ?? null);
}
