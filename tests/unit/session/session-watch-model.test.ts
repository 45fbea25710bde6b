import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LockCause, newWatch, SHIFT_MS } from '../../../utils/session/deadlines.ts';
import { settle } from './pretend-browser.ts';
import { nurse } from './signed-in.ts';
import { MINUTE, SECOND, WatchedSession } from './watched-session.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-02T08:00:00Z') });
});
afterEach(() => vi.useRealTimers());

type Step =
  | { readonly do: 'touch' | 'screenLocked' | 'toDeadline' }
  | { readonly do: 'pass' | 'work' | 'sleep'; readonly seconds: number }
  | { readonly do: 'setClock'; readonly seconds: number }
  | { readonly do: 'kill'; readonly after: number; readonly isPageInView: boolean };

const lasting = (longest: number) => fc.integer({ min: 1, max: longest });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('touch' as const, 'toDeadline' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: lasting(200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('work' as const), seconds: lasting(400) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const), seconds: lasting(900) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('setClock' as const), seconds: fc.integer({ min: -90, max: 90 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'screenLocked' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('kill' as const), after: lasting(60), isPageInView: fc.boolean() }),
  },
);

/** What is so at the computer, held against what the session does. */
class Truth {
  readonly met = new Set<LockCause>();
  readonly #one: WatchedSession;
  readonly #limit: number;
  #slept = 0;
  #touched = 0;
  #longestAlone = 0;
  #signedInAt = 0;
  #screenLocked = false;
  /** Whether, since somebody signed in, nothing could watch for a while, or the clock was set. */
  #unwatched = 0;
  #moved = { back: 0, forward: 0 };

  constructor(one: WatchedSession, limit: number) {
    this.#one = one;
    this.#limit = limit;
    this.#begin();
  }

  get #now(): number {
    return performance.now() + this.#slept;
  }

  async run(step: Step): Promise<void> {
    const { browser } = this.#one;
    if (step.do === 'touch') await this.#touch();
    if (step.do === 'pass') await browser.pass(step.seconds * SECOND);
    if (step.do === 'toDeadline') await browser.pass(Math.max(0, this.#touched + this.#limit - this.#now));
    if (step.do === 'work') await this.#work(step.seconds);
    if (step.do === 'sleep') this.#sleep(step.seconds * SECOND);
    if (step.do === 'setClock') this.#setClock(step.seconds * SECOND);
    if (step.do === 'kill') browser.isPageInView = step.isPageInView;
    if (step.do === 'kill') browser.killAt = browser.steps + step.after;
    if (step.do === 'kill') this.#unwatched += 1;
    if (step.do === 'screenLocked') await this.#lockScreen();
    await this.#judge();
  }

  #begin(): void {
    this.#touched = this.#now;
    this.#longestAlone = 0;
    this.#signedInAt = Date.now();
    this.#screenLocked = false;
    this.#unwatched = 0;
    this.#moved = { back: 0, forward: 0 };
    this.#one.locks.length = 0;
  }

  async #touch(): Promise<void> {
    this.#longestAlone = Math.max(this.#longestAlone, this.#now - this.#touched);
    this.#touched = this.#now;
    await this.#one.browser.touch();
  }

  async #work(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 10) {
      await this.#one.browser.pass(10 * SECOND);
      await this.#touch();
    }
  }

  #sleep(ms: number): void {
    this.#one.browser.sleep(ms);
    this.#slept += ms;
    this.#unwatched += 1;
  }

  #setClock(ms: number): void {
    this.#one.browser.setClock(ms);
    if (ms < 0) this.#moved.back -= ms;
    else this.#moved.forward += ms;
  }

  async #lockScreen(): Promise<void> {
    this.#screenLocked = true;
    await this.#one.browser.lockScreen(true);
    await this.#one.browser.lockScreen(false);
  }

  async #judge(): Promise<void> {
    const isOpen = await this.#one.isOpen();
    const alone = this.#now - this.#touched;
    // What browsers cannot tell counts only where nobody could watch.
    const unseen = (this.#unwatched > 0 ? 15 * SECOND : 0) + this.#moved.back + 1;
    if (isOpen) assert.ok(alone < this.#limit + unseen, `open after ${alone} ms alone`);
    if (isOpen) assert.ok(Date.now() < this.#signedInAt + SHIFT_MS, 'open after the shift');
    if (this.#screenLocked && this.#unwatched === 0) assert.ok(!isOpen, 'open although the computer was locked');
    if (isOpen) return;
    await this.#complete();
    this.#judgeLock(Math.max(alone, this.#longestAlone));
    await this.#one.signIn(nurse, newWatch(this.#limit, Date.now()));
    this.#begin();
  }

  #judgeLock(alone: number): void {
    const cause = this.#one.locks[0]?.cause;
    assert.ok(cause, 'not open, and not locked');
    const isSo: Readonly<Record<LockCause, boolean>> = {
      idle: alone + this.#moved.forward >= this.#limit - 1 || this.#unwatched > 0,
      asleep: this.#unwatched > 0 || this.#moved.forward > 30 * SECOND,
      shiftOver: Date.now() >= this.#signedInAt + SHIFT_MS,
      clockSetBack: this.#moved.back > 5 * SECOND,
      computerLocked: this.#screenLocked,
      asked: false,
    };
    assert.ok(isSo[cause], `locked for ${cause}, which is not so: ${alone} ms alone`);
    this.met.add(cause);
  }

  /** Whatever was begun comes to its end: by itself, by a page in view, or by the next look. */
  async #complete(): Promise<void> {
    const { browser } = this.#one;
    browser.killAt = Number.POSITIVE_INFINITY;
    browser.isPageInView = true;
    await browser.pass(SECOND);
    await this.#one.watch.check();
    await settle();
    assert.equal(browser.stored.has('session'), false, 'tokens are gone');
    await browser.touch();
  }
}

test('whoever is away too long is locked out, whatever happens to computer, clock and background', async () => {
  const met = new Set<LockCause>();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(step, { minLength: 3, maxLength: 16, size: 'max' }),
      async (minutes, steps) => {
        const one = await WatchedSession.signedIn(minutes * MINUTE);
        const truth = new Truth(one, minutes * MINUTE);
        for (const next of steps) await truth.run(next);
        for (const cause of truth.met) met.add(cause);
      },
    ),
    { numRuns: 150 },
  );
  expect([...met].sort()).toEqual(['asleep', 'clockSetBack', 'computerLocked', 'idle']);
});
