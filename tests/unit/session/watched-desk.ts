import assert from 'node:assert/strict';
import {
  afterLook,
  dueLock,
  idleSeconds,
  isSetBack,
  type LockCause,
  locksAt,
  lockWarning,
  newWatch,
  type Watch,
} from '../../../utils/session/deadlines.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const ROUND = 30 * SECOND;
const SHIFT = 12 * 60 * MINUTE;
/** What browsers cannot tell: shorter times alone than this, and fractions of a second. */
const SHORTEST_IDLE = 15 * SECOND;

/**
 * A desk as it is: who touched it when, how long it slept, what was done to its clock. It feeds a watch with what a
 * browser would say of that, and holds whatever the watch answers against what is so. `real` goes on whatever happens,
 * `wall` is what the clock shows, `running` stands still while the computer sleeps.
 */
export class WatchedDesk {
  readonly met = new Set<LockCause | 'open' | 'warned'>();
  readonly #limit: number;
  readonly #warningAfter: number;
  #real = 0;
  #running = 0;
  #wall = Date.parse('2026-11-02T08:00:00Z');
  #touched = 0;
  #signedInAtWall = 0;
  #reportedIdle = false;
  #watch: Watch;
  #looked = { real: 0, running: 0, wall: 0 };
  /** What was done to the clock since it was last looked at, and since somebody signed in. */
  #moves = { back: 0, net: 0, ever: 0, forwardSinceTouch: 0 };
  /** Whether rounds and events have come all the time since it was last looked at. */
  #isWatched = true;

  constructor(limitMs: number) {
    this.#limit = limitMs;
    this.#warningAfter = idleSeconds(limitMs) * SECOND;
    this.#watch = this.#signIn();
  }

  get #alone(): number {
    return this.#real - this.#touched;
  }

  touch(): void {
    this.#touched = this.#real;
    this.#moves.forwardSinceTouch = 0;
    // Browsers say that somebody is back only where they have said that nobody was there.
    if (!this.#reportedIdle) return;
    this.#reportedIdle = false;
    this.#look();
  }

  work(ms: number): void {
    for (let left = ms; left > 0; left -= 10 * SECOND) {
      this.pass(Math.min(left, 10 * SECOND));
      this.touch();
    }
  }

  /** Nobody touches it; rounds and timers ring, and the browser says when somebody has been away for long. */
  pass(ms: number): void {
    const until = this.#real + ms;
    while (this.#real < until) {
      const next = [
        this.#looked.real + ROUND,
        this.#touched + this.#warningAfter,
        // Alarms and timers go by the clock on the wall, and by what was known when they were set.
        this.#real + locksAt(this.#watch) - MINUTE - this.#wall,
        this.#real + locksAt(this.#watch) - this.#wall,
      ].filter((at) => at > this.#real);
      this.#advance(Math.min(until, ...next) - this.#real);
      if (this.#alone >= this.#warningAfter) this.#reportedIdle = true;
      if (next.includes(this.#real)) this.#look();
      this.judge();
    }
  }

  passUntil(afterLock: number): void {
    this.pass(Math.max(0, this.#touched + this.#limit + afterLock - this.#real));
  }

  passWithoutRounds(ms: number): void {
    this.#isWatched = false;
    this.#advance(ms);
  }

  suspend(ms: number): void {
    this.#isWatched = false;
    this.#real += ms;
    this.#wall += ms;
  }

  setClock(byMs: number): void {
    this.#wall += byMs;
    this.#moves.net += byMs;
    if (byMs < 0) this.#moves.back -= byMs;
    if (byMs < 0) this.#moves.ever -= byMs;
    else this.#moves.forwardSinceTouch += byMs;
  }

  /** Somebody works until so long before the end of the shift. */
  toEndOfShift(ms: number): void {
    const hours = this.#signedInAtWall + SHIFT - ms - this.#wall;
    if (hours <= 0 || this.#moves.net !== 0) return;
    this.#advance(hours);
    this.#touched = this.#real;
    this.#isWatched = true;
    this.#reportedIdle = false;
    this.#watch = { ...this.#watch, idleSince: null, seenAt: this.#wall };
    this.#seen();
  }

  /** A read, whatever has or has not rung. */
  judge(): void {
    const cause = dueLock(this.#watch, this.#wall);
    if (cause) this.#lock(cause);
    else this.#judgeOpen();
  }

  #advance(ms: number): void {
    this.#real += ms;
    this.#running += ms;
    this.#wall += ms;
  }

  #signIn(): Watch {
    this.#touched = this.#real;
    this.#reportedIdle = false;
    this.#isWatched = true;
    this.#signedInAtWall = this.#wall;
    this.#moves.ever = 0;
    this.#watch = newWatch(this.#limit, this.#wall);
    this.#seen();
    return this.#watch;
  }

  #seen(): void {
    this.#looked = { real: this.#real, running: this.#running, wall: this.#wall };
    Object.assign(this.#moves, { back: 0, net: 0, forwardSinceTouch: 0 });
  }

  #look(): void {
    const hasLost =
      -this.#moves.net > 5 * SECOND && this.#looked.real - this.#looked.running === this.#real - this.#running;
    const isBack = isSetBack(this.#looked, { wall: this.#wall, running: this.#running });
    const cause = dueLock(this.#watch, this.#wall) ?? (isBack ? 'clockSetBack' : null);
    assert.ok(cause !== null || !hasLost, 'a clock that was set back is found by the next look');
    const alone = Math.floor(this.#alone / SECOND) * SECOND;
    if (!cause) this.#watch = afterLook(this.#watch, alone < SHORTEST_IDLE ? null : alone, this.#wall);
    const due = cause ?? dueLock(this.#watch, this.#wall);
    this.#isWatched = true;
    if (due) this.#lock(due);
    else this.#seen();
  }

  #lock(cause: LockCause): void {
    const isSo: Readonly<Record<LockCause, boolean>> = {
      idle: this.#alone + this.#moves.forwardSinceTouch > this.#limit - SECOND,
      asleep: this.#wall - this.#looked.wall > 2 * ROUND,
      shiftOver: this.#wall >= this.#signedInAtWall + SHIFT,
      clockSetBack: this.#moves.back > 5 * SECOND,
      computerLocked: false,
      asked: false,
    };
    assert.ok(isSo[cause], `locked for ${cause}, which is not so`);
    this.met.add(cause);
    this.#signIn();
  }

  #judgeOpen(): void {
    this.met.add('open');
    const unseen = (this.#isWatched ? 0 : SHORTEST_IDLE) + SECOND + this.#moves.ever;
    assert.ok(this.#alone < this.#limit + unseen, `open after ${this.#alone} ms alone`);
    assert.ok(this.#wall < this.#signedInAtWall + SHIFT, 'open after the shift');
    assert.ok(this.#wall >= this.#looked.wall - 5 * SECOND, 'open although the clock was set back');
    this.#judgeWarning();
  }

  #judgeWarning(): void {
    const said = lockWarning(this.#watch, this.#wall);
    if (said) this.met.add('warned');
    if (this.#moves.net !== 0 || this.#moves.ever > 0 || !this.#isWatched) return;
    const shiftEnds = this.#signedInAtWall + SHIFT;
    const isAlone = this.#alone >= this.#warningAfter;
    const locks = isAlone ? Math.min(shiftEnds, this.#wall - this.#alone + this.#limit) : shiftEnds;
    const isDue = isAlone || shiftEnds - this.#wall <= MINUTE;
    // A fraction of a second decides, and browsers tell none.
    if (Math.abs(locks - this.#wall - MINUTE) < SECOND) return;
    assert.equal(said !== null, isDue, `warned ${said !== null}, ${locks - this.#wall} ms before`);
    if (said) assert.ok(Math.abs(said.at - locks) < SECOND, 'the moment that is said is the moment it locks');
  }
}
