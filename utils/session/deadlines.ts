/** Why Planside locked itself. */
export type LockCause = 'idle' | 'asleep' | 'computerLocked' | 'shiftOver' | 'clockSetBack' | 'asked';

/** When somebody signed in, and when they were last there. Times are milliseconds since 1970. */
export type Watch = {
  readonly signedInAt: number;
  /** Since when nobody has touched the computer; `null`: somebody is using it, as far as browsers tell. */
  readonly idleSince: number | null;
  /** When this was last looked at; the clock must not be before it, nor long after. */
  readonly seenAt: number;
  /** After how long without anybody there the session is locked. */
  readonly limitMs: number;
};

/** One sign-in for a shift (NHS login ends after 12 h). */
export const SHIFT_MS = 12 * 3_600_000;
/** How long before a lock it is said. */
export const WARNING_MS = 60_000;
/** A token that ends within this time is renewed before it is used. */
export const RENEW_BEFORE_MS = 30_000;
/** How often a session is looked after; browsers ring no alarm more often. */
export const ROUND_MS = 30_000;
/** Browsers tell nobody that a computer was left alone for less than this (idle API of Chromium and Firefox). */
export const SHORTEST_IDLE_SECONDS = 15;
/** Clocks are put right by a second or two without anybody setting them. */
const CLOCK_TOLERANCE_MS = 5_000;

/** The watch that begins with a sign-in. */
export function newWatch(limitMs: number, now: number): Watch {
  return { signedInAt: now, idleSince: null, seenAt: now, limitMs };
}

/**
 * Why a session has to be locked now; `null`: it has not. Whoever was last seen there has until then, and no longer for
 * nobody having watched: `asleep` says that it is not known who has been there since (the computer slept, or the
 * background did and nothing woke it).
 */
export function dueLock({ signedInAt, idleSince, seenAt, limitMs }: Watch, now: number): LockCause | null {
  if (now < seenAt - CLOCK_TOLERANCE_MS) return 'clockSetBack';
  if (now >= signedInAt + SHIFT_MS) return 'shiftOver';
  if (idleSince === null) return now > seenAt + limitMs ? 'asleep' : null;
  if (now < idleSince + limitMs) return null;
  return now > seenAt + 2 * ROUND_MS ? 'asleep' : 'idle';
}

/** When a session will be locked if nothing changes. */
export function locksAt({ signedInAt, idleSince, limitMs }: Watch): number {
  const shiftEnds = signedInAt + SHIFT_MS;
  return idleSince === null ? shiftEnds : Math.min(shiftEnds, idleSince + limitMs);
}

/** When to say that a session is about to be locked, and why; `null`: not yet. */
export function lockWarning(watch: Watch, now: number): { readonly at: number; readonly cause: LockCause } | null {
  const at = locksAt(watch);
  if (at - now > WARNING_MS) return null;
  return { at, cause: at === watch.signedInAt + SHIFT_MS ? 'shiftOver' : 'idle' };
}

/** After so many whole seconds without a touch the warning is due. */
export function idleSeconds(limitMs: number): number {
  return Math.max(SHORTEST_IDLE_SECONDS, Math.round((limitMs - WARNING_MS) / 1000));
}

/**
 * The watch once the browser was asked whether somebody is there.
 *
 * @param idleMs how long nobody has touched the computer, in whole seconds rounded down; `null`: not long enough to tell
 */
export function afterLook(watch: Watch, idleMs: number | null, now: number): Watch {
  if (idleMs === null) return { ...watch, idleSince: null, seenAt: now };
  // Whoever has just signed in was there then.
  const since = Math.max(watch.signedInAt, now - idleMs);
  const known = watch.idleSince;
  // The same second, read twice: a deadline must not tremble.
  const isSame = known !== null && Math.abs(since - known) < 1000;
  return { ...watch, idleSince: isSame ? Math.min(since, known) : since, seenAt: now };
}

/**
 * Whether the clock has been set back while this background lived: it has gone on by less than the time that passed.
 *
 * @param before clock and running time when last looked at, milliseconds
 */
export function isSetBack(
  before: { readonly wall: number; readonly running: number },
  now: { readonly wall: number; readonly running: number },
): boolean {
  return now.wall - before.wall < now.running - before.running - CLOCK_TOLERANCE_MS;
}
