import { browser } from '../browser.ts';
import { afterIdleReport, idleSeconds, isSetBack, type LockCause, locksAt, ROUND_MS, type Watch } from './deadlines.ts';
import { sessionNow, writeWatch } from './session.ts';

const ROUND = 'session-round';
const DEADLINE = 'session-deadline';

export type SessionWatch = {
  /** Somebody has signed in, or this background has found somebody signed in: from now on they are watched over. */
  readonly begin: (watch: Watch) => Promise<void>;
  /** Nobody is signed in any more. */
  readonly end: () => Promise<void>;
  /** Looks at clock and session now; locks what is due. */
  readonly check: () => Promise<void>;
};

/**
 * Watches over a session: locks it when nobody has touched the computer for as long as settings allow, when the
 * computer is locked (Chromium says so; Firefox does not, and locks after the idle time), when the shift is over, when
 * the clock was set back, and when nothing could watch for a while. Registers its listeners at once, so that they wake
 * the background.
 *
 * @param lock ends the session
 * @param changed the deadline has moved: a warning may be due, or not any more
 */
export function watchSession(lock: (cause: LockCause) => Promise<void>, changed: () => void): SessionWatch {
  let looked = clock();
  let ringing: ReturnType<typeof setTimeout> | undefined;

  async function check(change: (watch: Watch, now: number) => Watch = (watch, now) => ({ ...watch, seenAt: now })) {
    const now = clock();
    const wasSetBack = isSetBack(looked, now);
    looked = now;
    const is = await sessionNow(now.wall);
    if (is.kind === 'overdue') return lock(is.cause);
    if (is.kind !== 'open') return;
    if (wasSetBack) return lock('clockSetBack');
    const watch = change(is.watch, now.wall);
    await writeWatch(watch);
    ring(watch);
    if (watch.idleSince !== is.watch.idleSince) changed();
  }

  /** The alarm wakes a background that sleeps; the timer is there in time while it does not. */
  function ring(watch: Watch): void {
    clearTimeout(ringing);
    const at = locksAt(watch);
    // A long timer may run over on a computer that slept; the rounds find that.
    if (at - Date.now() < 2 * ROUND_MS) ringing = setTimeout(() => void check(), Math.max(0, at - Date.now()));
    void browser.alarms.create(DEADLINE, { when: at });
  }

  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') void check().then(() => lockIfOpen('computerLocked'));
    else void check((watch, now) => afterIdleReport(watch, state, now));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ROUND || name === DEADLINE) void check();
  });

  async function lockIfOpen(cause: LockCause): Promise<void> {
    if ((await sessionNow()).kind === 'open') await lock(cause);
  }

  return {
    async begin(watch) {
      looked = clock();
      browser.idle.setDetectionInterval(idleSeconds(watch.limitMs));
      await browser.alarms.create(ROUND, { periodInMinutes: ROUND_MS / 60_000 });
      ring(watch);
    },
    async end() {
      clearTimeout(ringing);
      await Promise.all([browser.alarms.clear(ROUND), browser.alarms.clear(DEADLINE)]);
    },
    check: () => check(),
  };
}

function clock(): { readonly wall: number; readonly running: number } {
  return { wall: Date.now(), running: performance.now() };
}
