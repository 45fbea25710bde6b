import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWatch, SHIFT_MS } from '../../../utils/session/deadlines.ts';
import { settle } from './pretend-browser.ts';
import { nurse } from './signed-in.ts';
import { MINUTE, SECOND, WatchedSession } from './watched-session.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
const LIMIT = 10 * MINUTE;

let one: WatchedSession;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  one = await WatchedSession.signedIn(LIMIT);
});
afterEach(() => vi.useRealTimers());

const when = (ms: number) => NOW + ms;

test('listeners are registered before anything is waited for', async () => {
  one.browser.kill();
  const life = await one.browser.born();
  life.watchSession(
    async () => undefined,
    () => undefined,
  );
  expect(one.browser.listeners).toEqual([1, 1]);
});

describe('nobody touches the computer', () => {
  test.each([1, 2, 10, 30])('limit %i min: warned a minute before, locked on the second', async (minutes) => {
    vi.setSystemTime(NOW);
    one = await WatchedSession.signedIn(minutes * MINUTE);
    const warned = minutes === 1 ? 15 * SECOND : (minutes - 1) * MINUTE;
    await one.browser.pass(warned - 1);
    expect(one.changes).toEqual([]);
    await one.browser.pass(1);
    expect(one.changes).toEqual([when(warned)]);
    await one.browser.pass(minutes * MINUTE - warned - 1);
    expect([await one.isOpen(), one.locks]).toEqual([true, []]);
    await one.browser.pass(1);
    expect([await one.isOpen(), one.locks]).toEqual([false, [{ cause: 'idle', at: when(minutes * MINUTE) }]]);
    expect(one.changes).toHaveLength(1);
    expect(one.browser.stored.has('session')).toBe(false);
  });

  test('a touch in the last minute takes the warning back, and the time begins anew', async () => {
    await one.browser.pass(LIMIT - SECOND);
    await one.browser.touch();
    expect(one.changes).toEqual([when(LIMIT - MINUTE), when(LIMIT - SECOND)]);
    await one.browser.pass(LIMIT - SECOND);
    expect(one.locks).toEqual([]);
    await one.browser.pass(SECOND);
    expect(one.locks).toEqual([{ cause: 'idle', at: when(2 * LIMIT - SECOND) }]);
  });

  test('touches of which the browser says nothing count as well', async () => {
    for (let minute = 0; minute < 30; minute += 1) {
      await one.browser.pass(MINUTE);
      await one.browser.touch();
    }
    expect([one.locks, one.changes]).toEqual([[], []]);
    await one.browser.pass(LIMIT);
    expect(one.locks).toEqual([{ cause: 'idle', at: when(30 * MINUTE + LIMIT) }]);
  });

  test('an event that was counted from another interval locks nobody early', async () => {
    one.browser.detectionSeconds = 60;
    await one.browser.pass(LIMIT - MINUTE - SECOND);
    expect([one.locks, one.changes]).toEqual([[], []]);
    await one.browser.pass(MINUTE + SECOND);
    expect(one.locks).toEqual([{ cause: 'idle', at: when(LIMIT) }]);
  });

  test('alarms that do not come are made up for by a timer', async () => {
    await one.browser.pass(LIMIT - 20 * SECOND);
    one.browser.alarms.clear();
    await one.browser.pass(20 * SECOND);
    expect(one.locks).toEqual([{ cause: 'idle', at: when(LIMIT) }]);
  });

  test('another limit counts at once, and a look under way does not lose it', async () => {
    await one.browser.pass(6 * MINUTE);
    await one.browser.touch();
    await one.browser.pass(3 * MINUTE);
    const looking = one.watch.check();
    await Promise.all([looking, one.watch.begin({ ...newWatch(5 * MINUTE, NOW), signedInAt: NOW })]);
    await one.browser.pass(2 * MINUTE);
    expect(one.locks).toEqual([{ cause: 'idle', at: when(11 * MINUTE) }]);
  });

  test('a limit that is passed already locks at once', async () => {
    await one.browser.pass(6 * MINUTE);
    await one.watch.begin(newWatch(5 * MINUTE, NOW));
    await settle();
    expect([one.locks, one.changes]).toEqual([[{ cause: 'idle', at: when(6 * MINUTE) }], []]);
  });
});

describe('the computer is locked', () => {
  test('locks at once', async () => {
    await one.browser.pass(MINUTE);
    await one.browser.lockScreen(true);
    expect(one.locks).toEqual([{ cause: 'computerLocked', at: when(MINUTE) }]);
  });

  test('while nobody heard of it: the next round finds it', async () => {
    await one.browser.pass(10 * SECOND);
    one.browser.isLocked = true;
    await one.watch.check();
    expect(one.locks).toEqual([{ cause: 'computerLocked', at: when(10 * SECOND) }]);
  });

  test('and unlocked before anybody looked: the event is enough', async () => {
    const locked = one.browser.lockScreen(true);
    one.browser.isLocked = false;
    await locked;
    expect(one.locks).toEqual([{ cause: 'computerLocked', at: NOW }]);
  });

  test('after the time is over: the reason is what came first', async () => {
    one.browser.sleep(LIMIT + SECOND);
    await one.browser.lockScreen(true);
    expect(one.locks).toEqual([{ cause: 'asleep', at: when(LIMIT + SECOND) }]);
  });
});

describe('the shift is over', () => {
  test('warned a minute before and locked, however busy somebody is', async () => {
    one = await WatchedSession.signedIn(LIMIT, { signedInAt: NOW - SHIFT_MS + 190 * SECOND });
    for (let seconds = 0; seconds < 190; seconds += 5) {
      await one.browser.touch();
      await one.browser.pass(5 * SECOND);
    }
    expect(one.changes).toEqual([when(130 * SECOND)]);
    expect(one.locks).toEqual([{ cause: 'shiftOver', at: when(190 * SECOND) }]);
  });
});

describe('once', () => {
  test('while a lock is running nothing begins a second one', async () => {
    const revoked = Promise.withResolvers<void>();
    one.revoking = revoked.promise;
    await one.browser.lockScreen(true);
    void one.watch.check();
    await one.browser.lockScreen(false);
    await one.browser.pass(SECOND);
    revoked.resolve();
    await settle();
    expect(one.locks).toHaveLength(1);
    expect(one.steps).toEqual({ blank: 1, dropKeys: 1, eraseStored: 1, revoke: 1, endAtProvider: 0 });
  });

  test('two looks at the same moment lock once', async () => {
    await one.browser.pass(LIMIT - SECOND);
    vi.setSystemTime(when(LIMIT));
    await Promise.all([one.watch.check(), one.watch.check(), one.browser.lockScreen(true)]);
    expect(one.locks).toHaveLength(1);
    expect(one.steps.revoke).toBe(1);
  });

  test('nobody is signed in: nothing rings any more, and nothing is locked', async () => {
    await one.browser.pass(LIMIT);
    await one.browser.pass(MINUTE);
    expect([...one.browser.alarms.keys()]).toEqual([]);
    await one.browser.lockScreen(true);
    expect(one.locks).toHaveLength(1);
  });

  test('the next who signs in is watched over as well', async () => {
    await one.browser.pass(LIMIT);
    await one.browser.touch();
    await one.signIn(nurse, newWatch(2 * MINUTE, Date.now()));
    await one.browser.pass(2 * MINUTE);
    expect(one.locks.map(({ at }) => at)).toEqual([when(LIMIT), when(LIMIT + 2 * MINUTE)]);
  });
});
