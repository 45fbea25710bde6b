import type { ReasonSending, View, Wait } from '../utils/view/view.ts';

/** A wait as it is drawn; `until` `null`: only somebody at the screen ends it. */
export type DrawnWait = { readonly since: number; readonly until: number | null };

/**
 * What is said of a wait: nothing at first, then what is being done, and to whoever waits long also for how many more
 * seconds it will be tried; `null`: nobody knows.
 */
export type WaitStage =
  | { readonly kind: 'early' }
  | { readonly kind: 'said' }
  | { readonly kind: 'late'; readonly secondsLeft: number | null };

/** Nothing flickers: what is over sooner is not spoken of (milliseconds). */
const SAID_AFTER_MS = 300;
/** Whoever waits longer wants to know how long it may still take (milliseconds). */
const LATE_AFTER_MS = 5_000;
/** The seconds that are left are counted down in steps of this, and rounded down: it is tried for that long at least. */
const STEP_MS = 3_000;
/** A screen reader is told of them when they are first shown, and then no more often than this (milliseconds). */
const HEARD_EVERY_MS = 15_000;

/** Whether a reason is being waited for. */
export function isOnItsWay(sending: ReasonSending): sending is Wait {
  return typeof sending === 'object' && 'until' in sending;
}

/** What somebody waits for in front of this view; `null`: nothing. */
export function waitIn(view: View): DrawnWait | null {
  switch (view.kind) {
    case 'looking':
      return view;
    case 'signingIn':
      return { since: view.since, until: view.doing === 'window' ? null : view.until };
    case 'birthDateNeeded':
      return view.confirming;
    case 'reasonNeeded':
      return isOnItsWay(view.sending) ? view.sending : null;
    default:
      return null;
  }
}

/** When something else is to be said of what is waited for in front of this view; `null`: nothing else will be. */
export function nextWaitAt(view: View, now: number): number | null {
  const wait = waitIn(view);
  return wait && nextStageAt(wait, now);
}

/** What is said of a wait at this time (milliseconds since 1970). */
export function stageOf({ since, until }: DrawnWait, now: number): WaitStage {
  if (now < since + SAID_AFTER_MS) return { kind: 'early' };
  if (now < since + LATE_AFTER_MS) return { kind: 'said' };
  return { kind: 'late', secondsLeft: until === null ? null : (stepsLeft(until, now) * STEP_MS) / 1000 };
}

/** The same for the ear, which is not to be told of every step. */
export function heardStage(wait: DrawnWait, now: number): WaitStage {
  const late = wait.since + LATE_AFTER_MS;
  return stageOf(wait, now < late ? now : now - ((now - late) % HEARD_EVERY_MS));
}

/** When something else is to be said of a wait; `null`: nothing else will be. */
export function nextStageAt({ since, until }: DrawnWait, now: number): number | null {
  if (now < since + SAID_AFTER_MS) return since + SAID_AFTER_MS;
  if (now < since + LATE_AFTER_MS) return since + LATE_AFTER_MS;
  const steps = until === null ? 0 : stepsLeft(until, now);
  return until === null || steps === 0 ? null : until - steps * STEP_MS + 1;
}

function stepsLeft(until: number, now: number): number {
  return Math.max(0, Math.floor((until - now) / STEP_MS));
}
