/** Why Planside locked itself. */
export type LockCause = 'idle' | 'asleep' | 'computerLocked' | 'shiftOver' | 'clockSetBack' | 'asked';

/** When somebody signed in, and when they were last there. Times are milliseconds since 1970. */
export type Watch = {
  readonly signedInAt: number;
  /** Since when nobody has touched the computer; `null`: somebody is using it. */
  readonly idleSince: number | null;
  /** When this was last looked at; the clock must not be before it, nor long after. */
  readonly seenAt: number;
  /** After how long without anybody there the session is locked. */
  readonly limitMs: number;
};

/** One sign-in for a shift (facts/domain.md D: NHS login ends after 12 h). */
export const SHIFT_MS = 12 * 3_600_000;
/** How long before a lock it is said. */
export const WARNING_MS = 60_000;
/** How often a session is looked after; browsers ring no alarm more often. */
export const ROUND_MS = 30_000;
/** Clocks are put right by a second or two without anybody setting them. */
const CLOCK_TOLERANCE_MS = 5_000;

/** The watch that begins with a sign-in. */
export function newWatch(limitMs: number, now: number): Watch {
  return { signedInAt: now, idleSince: null, seenAt: now, limitMs };
}

/** Why a session has to be locked now; `null`: it has not. */
export function dueLock({ signedInAt, idleSince, seenAt, limitMs }: Watch, now: number): LockCause | null {
  if (now < seenAt - CLOCK_TOLERANCE_MS) return 'clockSetBack';
  if (now >= signedInAt + SHIFT_MS) return 'shiftOver';
  if (idleSince !== null && now >= idleSince + limitMs) return 'idle';
  // The computer slept, or the background did and nothing woke it: nobody can say who has been there since.
  return now > seenAt + limitMs + 2 * ROUND_MS ? 'asleep' : null;
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

/** After so many whole seconds without a touch the warning is due; browsers count from 15. */
export function idleSeconds(limitMs: number): number {
  return Math.max(15, Math.round((limitMs - WARNING_MS) / 1000));
}

/** The watch once the browser has said whether somebody is there. */
export function afterIdleReport(watch: Watch, state: 'active' | 'idle', now: number): Watch {
  if (state === 'active') return { ...watch, idleSince: null, seenAt: now };
  return { ...watch, idleSince: watch.idleSince ?? now - idleSeconds(watch.limitMs) * 1000, seenAt: now };
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
