import { browser } from '../browser.ts';
import {
  afterLook,
  dueLock,
  idleSeconds,
  isSetBack,
  type LockCause,
  locksAt,
  lockWarning,
  ROUND_MS,
  SHORTEST_IDLE_SECONDS,
  WARNING_MS,
  type Watch,
} from './deadlines.ts';
import { inTurn, sessionNow, writeWatch } from './session.ts';

const ROUND = 'session-round';
const DEADLINE = 'session-deadline';

export type SessionWatch = {
  /**
   * Somebody has signed in (`openSession` is done), this background has found somebody signed in, or the limit is
   * another one: from now on they are watched over.
   */
  readonly begin: (watch: Watch) => Promise<void>;
  /** Looks at clock and session now; locks what is due. */
  readonly check: () => Promise<void>;
};

/** What is known before a look, from settings and from an event. */
type Look = { readonly limitMs?: number; readonly isLocked?: boolean };
type Looked = { readonly locking?: Promise<void> };

/**
 * Watches over a session: locks it when nobody has touched the computer for as long as settings allow, when the
 * computer is locked (Chromium says so; Firefox does not, and locks after the idle time), when the shift is over, when
 * the clock was set back, and when nothing could watch for a while. Registers its listeners at once, so that they wake
 * the background. Events only say when to look: what holds is asked at each look, so that one that was lost with a
 * background, or was counted from another interval, changes nothing.
 *
 * @param lock ends the session
 * @param changed the deadline has moved: a warning may be due, or not any more
 */
export function watchSession(lock: (cause: LockCause) => Promise<void>, changed: () => void): SessionWatch {
  let looked = clock();
  let warned: number | null = null;
  let ringing: ReturnType<typeof setTimeout> | undefined;

  /** @returns the lock that has begun, if one is due; it needs a turn of its own and is not waited for here */
  function look({ limitMs, isLocked = false }: Look = {}): Promise<Looked> {
    return inTurn(async () => {
      const now = clock();
      const is = await sessionNow(now.wall);
      if (is.kind === 'overdue') return locked(is.cause);
      // An ending that is not done yet needs a background that wakes, to complete it.
      if (is.kind === 'none' || (is.kind === 'ended' && is.ending.done)) await rest();
      if (is.kind === 'open' && isSetBack(looked, now)) return locked('clockSetBack');
      looked = now;
      if (is.kind !== 'open') return {};
      const there = isLocked ? 'locked' : await untouchedFor(limitMs ?? is.watch.limitMs);
      if (there === 'locked') return locked('computerLocked');
      const watch = afterLook({ ...is.watch, limitMs: limitMs ?? is.watch.limitMs }, there, now.wall);
      const due = dueLock(watch, now.wall);
      if (due) return locked(due);
      await writeWatch(watch);
      warn(watch, now.wall);
      await ring(watch, now.wall);
      return {};
    });
  }

  function locked(cause: LockCause): Looked {
    // A lock that fails is tried again by the next look.
    return { locking: lock(cause).catch(() => undefined) };
  }

  async function check(known?: Look): Promise<void> {
    const { locking } = await look(known).catch(notLooked);
    await locking;
  }

  function warn(watch: Watch, now: number): void {
    const at = lockWarning(watch, now)?.at ?? null;
    if (at === warned) return;
    warned = at;
    changed();
  }

  /** The alarm wakes a background that sleeps; the timer is there in time while it does not. */
  async function ring(watch: Watch, now: number): Promise<void> {
    clearTimeout(ringing);
    const at = locksAt(watch);
    const next = at - WARNING_MS > now ? at - WARNING_MS : at;
    // A long timer may run over on a computer that slept; the rounds find that.
    if (next - now <= 2 * ROUND_MS) ringing = setTimeout(() => void check(), Math.max(0, next - now));
    // Set anew, an alarm is put off to half a minute from now.
    const set = await browser.alarms.get(DEADLINE);
    if (set?.scheduledTime !== next) await browser.alarms.create(DEADLINE, { when: next });
  }

  async function rest(): Promise<void> {
    clearTimeout(ringing);
    warned = null;
    await Promise.all([browser.alarms.clear(ROUND), browser.alarms.clear(DEADLINE)]);
  }

  browser.idle.onStateChanged.addListener((state) => void check({ isLocked: state === 'locked' }));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ROUND || name === DEADLINE) void check();
  });

  return {
    async begin({ limitMs }) {
      looked = clock();
      browser.idle.setDetectionInterval(idleSeconds(limitMs));
      // Backgrounds are born more often than a round rings: each must leave the alarm of the one before alone. One that
      // is far off was set by another clock.
      const round = await browser.alarms.get(ROUND);
      if (!round || round.scheduledTime > Date.now() + ROUND_MS) {
        await browser.alarms.create(ROUND, { periodInMinutes: ROUND_MS / 60_000 });
      }
      await look({ limitMs }).catch(notLooked);
    },
    check: () => check(),
  };
}

/** Where nobody could look nobody has: `seenAt` stays as it is, and the session ends by it. */
function notLooked(): Looked {
  return {};
}

/**
 * How long nobody has touched the computer, in whole seconds given in milliseconds, up to the limit; `null`: less than
 * browsers tell. They answer yes or no to a number of seconds only, so it is found by halving.
 */
async function untouchedFor(limitMs: number): Promise<number | null | 'locked'> {
  const first = await browser.idle.queryState(SHORTEST_IDLE_SECONDS);
  if (first !== 'idle') return first === 'locked' ? 'locked' : null;
  let [atLeast, lessThan] = [SHORTEST_IDLE_SECONDS, Math.ceil(limitMs / 1000) + 1];
  while (lessThan - atLeast > 1) {
    const middle = Math.floor((atLeast + lessThan) / 2);
    const isLess = (await browser.idle.queryState(middle)) === 'active';
    [atLeast, lessThan] = isLess ? [atLeast, middle] : [middle, lessThan];
  }
  return atLeast * 1000;
}

function clock(): { readonly wall: number; readonly running: number } {
  return { wall: Date.now(), running: performance.now() };
}
