import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWatch, SHIFT_MS, type Watch } from '../../../utils/session/deadlines.ts';
import type { Ending, Session } from '../../../utils/session/session.ts';
import { type Life, PretendBrowser } from './pretend-browser.ts';
import { doctor, nurse } from './signed-in.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-02T08:00:00Z');
const locked: Ending = { how: 'lock', cause: 'idle', done: true };

let browser: PretendBrowser;
let life: Life;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  browser = new PretendBrowser();
  life = await browser.born();
});
afterEach(() => vi.useRealTimers());

function store(values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(values)) browser.stored.set(key, JSON.stringify(value));
}

describe('sessionNow', () => {
  const watch = newWatch(10 * MINUTE, NOW);

  test('is none before anybody signs in, open after, and none once forgotten', async () => {
    expect(await life.sessionNow()).toEqual({ kind: 'none' });
    await life.openSession(nurse, watch);
    expect(await life.sessionNow()).toEqual({ kind: 'open', session: nurse, watch });
    expect(await life.readSession()).toEqual(nurse);
    await life.forgetSession();
    expect(await life.sessionNow()).toEqual({ kind: 'none' });
    expect(browser.stored.get('session')).toBeUndefined();
  });

  test.each<[string, Watch, number, string]>([
    ['the limit without anybody there', { ...watch, idleSince: NOW - 9 * MINUTE, seenAt: NOW }, MINUTE, 'idle'],
    ['the shift', { ...watch, signedInAt: NOW - SHIFT_MS + MINUTE }, MINUTE, 'shiftOver'],
    ['the time for which nobody looked', watch, 10 * MINUTE + 1, 'asleep'],
  ])(
    'is overdue from the very millisecond in which %s is over, with nothing having rung',
    async (_, kept, ms, cause) => {
      await life.openSession(nurse, kept);
      vi.setSystemTime(NOW + ms - 1);
      expect(await life.readSession()).toEqual(nurse);
      vi.setSystemTime(NOW + ms);
      expect(await life.sessionNow()).toEqual({ kind: 'overdue', cause });
      expect(await life.readSession()).toBeNull();
    },
  );

  test('a clock that was set back makes it overdue', async () => {
    await life.openSession(nurse, watch);
    vi.setSystemTime(NOW - 5_001);
    expect(await life.sessionNow()).toEqual({ kind: 'overdue', cause: 'clockSetBack' });
  });

  test('a session without a watch that can be read is overdue, not open', async () => {
    for (const broken of [undefined, null, {}, { ...watch, limitMs: '600000' }, { ...watch, more: 1 }]) {
      store({ session: nurse, watch: broken ?? null });
      if (broken === undefined) browser.stored.delete('watch');
      expect(await life.sessionNow()).toEqual({ kind: 'overdue', cause: 'asleep' });
    }
  });

  test('S6: what is stored and no session is none', async () => {
    const without = (key: keyof Session) => Object.fromEntries(Object.entries(nurse).filter(([name]) => name !== key));
    const broken: unknown[] = [null, 'session', { ...nurse, more: 1 }, { ...nurse, roles: [] }, { ...nurse, id: 'x' }];
    for (const key of Object.keys(nurse)) broken.push(without(key as keyof Session));
    for (const session of broken) {
      store({ session, watch });
      expect(await life.sessionNow()).toEqual({ kind: 'none' });
      expect(await life.sessionToEnd()).toBeNull();
    }
  });

  test('S8: it is written to storage.session and nowhere else', async () => {
    await life.openSession(nurse, watch);
    await life.changeSession(nurse.id, () => ({ ...nurse, accessToken: 'second' }));
    await life.writeWatch(watch);
    await life.markEnding(locked);
    await life.markEnded(locked);
    await life.forgetSession();
    expect([...browser.stored.keys()]).toEqual(['ending']);
  });
});

describe('endings', () => {
  const watch = newWatch(10 * MINUTE, NOW);
  const begun: Ending = { how: 'lock', cause: 'asked', done: false };

  test('from the mark on nobody is signed in, and the tokens are there to be revoked', async () => {
    await life.openSession(nurse, watch);
    await life.markEnding(begun);
    expect(await life.sessionNow()).toEqual({ kind: 'ended', ending: begun });
    expect(await life.sessionToEnd()).toEqual(nurse);
  });

  test('a lock stays said until somebody signs in, a sign-out does not', async () => {
    await life.markEnded(begun);
    expect(await life.sessionNow()).toEqual({ kind: 'ended', ending: { ...begun, done: true } });
    await life.openSession(nurse, watch);
    expect(await life.readSession()).toEqual(nurse);
    await life.forgetSession();
    await life.markEnding({ how: 'signOut', done: false });
    await life.markEnded({ how: 'signOut', done: false });
    expect(await life.sessionNow()).toEqual({ kind: 'none' });
  });

  test('what was announced holds for reads that storage answers too late, until it is settled', async () => {
    await life.openSession(nurse, watch);
    const early = life.readSession();
    life.announceEnding(begun);
    expect(await early).toBeNull();
    expect(await life.sessionNow()).toEqual({ kind: 'ended', ending: begun });
    life.settleEnding({ ...begun });
    expect(await life.readSession()).toBeNull();
    life.settleEnding(begun);
    expect(await life.readSession()).toEqual(nurse);
  });

  test('somebody who signs in is not held by an ending before, but by one after', async () => {
    life.announceEnding(locked);
    const opened = life.openSession(nurse, watch);
    await opened;
    expect(await life.readSession()).toEqual(nurse);
    const again = life.openSession(doctor, watch);
    life.announceEnding(begun);
    await again;
    expect(await life.readSession()).toBeNull();
  });

  test('a background killed while somebody signs in leaves all of it or nothing', async () => {
    for (const killAt of [1, 2]) {
      browser = new PretendBrowser();
      life = await browser.born();
      await life.markEnded({ ...begun, done: false });
      browser.killAt = browser.steps + killAt;
      void life.openSession(nurse, watch);
      await vi.advanceTimersByTimeAsync(0);
      life = await browser.born();
      expect(await life.readSession()).toEqual(killAt === 1 ? null : nurse);
      expect(browser.stored.has('session')).toBe(killAt === 2);
    }
  });
});

describe('changeSession', () => {
  const watch = newWatch(10 * MINUTE, NOW);
  const renewed = { ...nurse, accessToken: 'second' };
  const renew = () => life.changeSession(nurse.id, () => renewed);

  test('replaces the session of the same sign-in', async () => {
    await life.openSession(nurse, watch);
    expect(await renew()).toEqual(renewed);
    expect(await life.readSession()).toEqual(renewed);
  });

  test('of two changes at the same time none is lost', async () => {
    await life.openSession(nurse, watch);
    await Promise.all([
      life.changeSession(nurse.id, (now) => ({ ...now, accessToken: 'second', refreshToken: 'second' })),
      life.changeSession(nurse.id, (now) => ({ ...now, acting: 1 })),
    ]);
    expect(await life.readSession()).toMatchObject({ accessToken: 'second', refreshToken: 'second', acting: 1 });
  });

  test('a sign-in that comes meanwhile is not written over', async () => {
    await life.openSession(nurse, watch);
    await Promise.all([renew(), life.openSession(doctor, watch)]);
    expect(await life.readSession()).toEqual(doctor);
  });

  test('S7: writes no token that comes after the sign-in is over, or over another one', async () => {
    expect(await renew()).toBeNull();
    await life.openSession(doctor, watch);
    expect(await renew()).toBeNull();
    expect(await life.readSession()).toEqual(doctor);
    await life.markEnding(locked);
    expect(await life.changeSession(doctor.id, () => ({ ...doctor, accessToken: 'second' }))).toBeNull();
    await life.forgetSession();
    expect(await renew()).toBeNull();
    expect(browser.stored.has('session')).toBe(false);
  });
});

describe('inTurn', () => {
  test('goes on after a step that fails, and says so to whoever asked', async () => {
    const failed = life.inTurn(() => Promise.reject(new Error('full')));
    const order: number[] = [];
    const slow = life.inTurn(async () => {
      await vi.advanceTimersByTimeAsync(10);
      order.push(1);
    });
    const quick = life.inTurn(async () => order.push(2));
    await expect(failed).rejects.toThrow('full');
    await Promise.all([slow, quick]);
    expect(order).toEqual([1, 2]);
  });
});

test('actingRole is the chosen role, none where none was chosen or it is not there', () => {
  expect(life.actingRole({ ...nurse, acting: 1 })).toEqual(nurse.roles[1]);
  expect(life.actingRole({ ...nurse, acting: null })).toBeNull();
  expect(life.actingRole({ ...nurse, acting: 7 })).toBeNull();
});
