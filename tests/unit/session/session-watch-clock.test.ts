import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWatch } from '../../../utils/session/deadlines.ts';
import { settle } from './pretend-browser.ts';
import { doctor } from './signed-in.ts';
import { MINUTE, SECOND, WatchedSession } from './watched-session.ts';

const LIMIT = 10 * MINUTE;

let one: WatchedSession;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-02T08:00:00Z') });
  one = await WatchedSession.signedIn(LIMIT);
});
afterEach(() => vi.useRealTimers());

describe('the clock is set back', () => {
  test.each([6 * SECOND, 25 * SECOND, MINUTE, 24 * 60 * MINUTE])('by %i ms: the next round locks', async (ms) => {
    await one.browser.pass(59 * SECOND);
    one.browser.setClock(-ms);
    await one.browser.touch();
    await one.watch.check();
    await settle();
    expect(one.locks.map(({ cause }) => cause)).toEqual(['clockSetBack']);
  });

  test('rounds that were set by that clock do not leave the next who signs in unwatched', async () => {
    one.browser.setClock(-60 * MINUTE);
    await one.watch.check();
    await one.signIn(doctor, newWatch(LIMIT, Date.now()));
    await one.browser.pass(30 * SECOND);
    expect((await openWatch()).seenAt).toBe(Date.now());
  });

  test('put right by less, or set before anybody signed in: nobody is locked', async () => {
    for (let count = 0; count < 10; count += 1) {
      one.browser.setClock(-4 * SECOND);
      await one.browser.touch();
      await one.browser.pass(MINUTE);
    }
    await one.life.endSession({ how: 'signOut', done: false }, await noSteps());
    one.browser.setClock(-60 * MINUTE);
    await one.signIn(doctor, newWatch(LIMIT, Date.now()));
    await one.browser.touch();
    await one.browser.pass(5 * MINUTE);
    expect([await one.isOpen(), one.locks]).toEqual([true, []]);
  });
});

describe('nothing could watch', () => {
  test('the computer slept for longer than the limit: whoever opens it is not let in', async () => {
    await one.browser.pass(MINUTE);
    await one.browser.touch();
    one.browser.sleep(LIMIT + MINUTE);
    expect(await one.isOpen()).toBe(false);
    await one.browser.touch();
    await one.browser.pass(30 * SECOND);
    expect(one.locks.map(({ cause }) => cause)).toEqual(['asleep']);
  });

  test('time alone before and after it slept counts together', async () => {
    await one.browser.pass(6 * MINUTE);
    one.browser.sleep(4 * MINUTE - 1);
    expect(await one.isOpen()).toBe(true);
    one.browser.sleep(1);
    expect(await one.isOpen()).toBe(false);
    await one.browser.touch();
    await one.watch.check();
    expect(one.locks.map(({ cause }) => cause)).toEqual(['asleep']);
  });

  test('a short sleep with somebody there before and after locks nobody', async () => {
    await one.browser.touch();
    one.browser.sleep(LIMIT - MINUTE);
    await one.browser.touch();
    await one.browser.pass(30 * SECOND);
    expect([await one.isOpen(), one.locks]).toEqual([true, []]);
  });

  test('a browser that does not answer who is there ends the session after the limit', async () => {
    one.browser.failing = ['query'];
    await expect(one.watch.check()).resolves.toBeUndefined();
    await one.browser.touch();
    await one.browser.pass(LIMIT);
    expect(one.locks).toEqual([]);
    await one.browser.pass(30 * SECOND);
    expect(one.locks.map(({ cause }) => cause)).toEqual(['asleep']);
  });
});

async function openWatch() {
  const is = await one.life.sessionNow();
  if (is.kind !== 'open') throw new Error(is.kind);
  return is.watch;
}

/** An ending of which this test does not speak. */
async function noSteps() {
  const nothing = async () => undefined;
  return { blank: nothing, dropKeys: nothing, eraseStored: nothing, revoke: nothing, endAtProvider: nothing };
}
