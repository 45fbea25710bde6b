import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settle } from './pretend-browser.ts';
import { MINUTE, SECOND, WatchedSession } from './watched-session.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
const LIMIT = 2 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => vi.useRealTimers());

async function signedIn(isPageInView: boolean, kill = Number.POSITIVE_INFINITY): Promise<WatchedSession> {
  vi.setSystemTime(NOW);
  const one = await WatchedSession.signedIn(LIMIT);
  one.browser.isPageInView = isPageInView;
  one.browser.killAt = one.browser.steps + kill;
  return one;
}

/** In how many steps somebody who leaves is locked out. */
async function stepsToLock(): Promise<number> {
  const one = await signedIn(false);
  const before = one.browser.steps;
  await one.browser.pass(LIMIT);
  expect(one.locks).toHaveLength(1);
  return one.browser.steps - before;
}

function isClean({ steps, browser }: WatchedSession): void {
  for (const name of ['blank', 'dropKeys', 'eraseStored', 'revoke'] as const) expect(steps[name]).toBeGreaterThan(0);
  expect([browser.stored.has('session'), browser.stored.has('watch')]).toEqual([false, false]);
}

describe('a background that is killed and born again', () => {
  test('between any two steps, a page in view: is locked on time', async () => {
    const last = await stepsToLock();
    expect(last).toBeGreaterThan(80);
    for (let kill = 1; kill <= last; kill += 1) {
      const one = await signedIn(true, kill);
      await one.browser.pass(LIMIT - 1);
      expect([await one.isOpen(), one.locks]).toEqual([true, []]);
      await one.browser.pass(1);
      expect(await one.isOpen()).toBe(false);
      await one.browser.pass(50);
      isClean(one);
      expect(one.locks[0]?.cause).toBe('idle');
    }
  });

  test('between any two steps, nothing in view: nobody reads it as open, and the next round locks', async () => {
    const last = await stepsToLock();
    for (let kill = 1; kill <= last; kill += 1) {
      const one = await signedIn(false, kill);
      await one.browser.pass(LIMIT);
      const stored = await readAsANewBackground(one);
      expect(stored).toBeNull();
      await one.browser.pass(30 * SECOND);
      isClean(one);
    }
  });

  test('again and again, in the middle of whatever it does: is locked on time, and warned', async () => {
    for (const kill of [20, 41, 60]) {
      const one = await signedIn(true, kill);
      one.kills = Array.from({ length: 10_000 }, () => kill);
      await one.browser.pass(LIMIT - 1);
      expect([await one.isOpen(), one.locks]).toEqual([true, []]);
      // A life of fewer steps does not come to say anything.
      if (kill >= 40) expect(one.changes.length).toBeGreaterThan(0);
      one.kills = [];
      await one.browser.pass(101);
      expect(await one.isOpen()).toBe(false);
      await one.browser.pass(50);
      isClean(one);
    }
  });

  test('more often than a round rings, with somebody at work: is not locked', async () => {
    const one = await signedIn(true);
    for (let second = 0; second < 15 * 60; second += 20) {
      one.browser.kill();
      await one.browser.pass(20 * SECOND);
      await one.browser.touch();
    }
    expect([await one.isOpen(), one.locks, one.changes]).toEqual([true, [], []]);
    await one.browser.pass(LIMIT);
    expect(one.locks.map(({ cause }) => cause)).toEqual(['idle']);
  });

  test('with an ending half done: the next round wakes one that completes it', async () => {
    const one = await signedIn(false);
    one.browser.failing = ['dropKeys'];
    await one.browser.pass(LIMIT + MINUTE);
    expect([one.steps.revoke, one.steps.dropKeys]).toEqual([1, 0]);
    one.browser.kill();
    one.browser.failing = [];
    await one.browser.pass(30 * SECOND);
    isClean(one);
    await one.browser.pass(30 * SECOND);
    expect([...one.browser.alarms.keys()]).toEqual([]);
  });

  test('leaves the rounds of the one before alone', async () => {
    const one = await signedIn(true);
    const round = one.browser.alarms.get('session-round');
    await one.browser.pass(20 * SECOND);
    one.browser.kill();
    await one.browser.pass(SECOND);
    expect(one.browser.alarms.get('session-round')).toEqual(round);
  });

  test('does not put off the alarm of a deadline that is near', async () => {
    const one = await signedIn(true);
    await one.browser.pass(LIMIT - 10 * SECOND);
    const deadline = one.browser.alarms.get('session-deadline');
    one.browser.kill();
    await one.browser.pass(SECOND);
    expect(one.browser.alarms.get('session-deadline')).toEqual(deadline);
    expect(deadline?.ringsAt).toBe(NOW + LIMIT);
  });
});

describe('somebody comes back', () => {
  test('in time: they are let in, and a background is woken to take the warning back', async () => {
    const one = await signedIn(false);
    await one.browser.pass(LIMIT - 20 * SECOND);
    one.browser.kill();
    await one.browser.touch();
    await one.browser.pass(LIMIT - SECOND);
    expect([await one.isOpen(), one.locks]).toEqual([true, []]);
  });

  test('after the deadline, with nothing having rung: the event locks, and prolongs nothing', async () => {
    const one = await signedIn(false);
    await one.browser.pass(LIMIT - 20 * SECOND);
    one.browser.kill();
    one.browser.alarms.clear();
    await one.browser.pass(25 * SECOND);
    await one.browser.touch();
    await settle();
    expect(one.locks).toEqual([{ cause: 'idle', at: NOW + LIMIT + 5 * SECOND }]);
    isClean(one);
  });

  test('after the deadline, from sleep: the same', async () => {
    const one = await signedIn(true);
    await one.browser.pass(LIMIT - 30 * SECOND);
    one.browser.sleep(MINUTE);
    await one.browser.touch();
    await settle();
    expect(one.locks).toEqual([{ cause: 'idle', at: NOW + LIMIT + 30 * SECOND }]);
    isClean(one);
  });

  test('the computer was locked while there was no background: it is woken, and locks', async () => {
    const one = await signedIn(false);
    one.browser.kill();
    await one.browser.lockScreen(true);
    expect(one.locks).toEqual([{ cause: 'computerLocked', at: NOW }]);
    isClean(one);
  });
});

/** What a background that does nothing but read finds. */
async function readAsANewBackground(one: WatchedSession): Promise<unknown> {
  if (!one.browser.isDead) return one.life.readSession();
  const life = await one.browser.born();
  const session = await life.readSession();
  one.browser.kill();
  return session;
}
