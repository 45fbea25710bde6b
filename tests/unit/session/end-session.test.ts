import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWatch } from '../../../utils/session/deadlines.ts';
import type { Ending } from '../../../utils/session/session.ts';
import { EndedWorld } from './ended-world.ts';
import { settle } from './pretend-browser.ts';
import { doctor, nurse } from './signed-in.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
const lock: Ending = { how: 'lock', cause: 'idle', done: false };
const signOut: Ending = { how: 'signOut', done: false };
const locked: Ending = { ...lock, done: true };
const watch = () => newWatch(600_000, Date.now());

let world: EndedWorld;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  world = await EndedWorld.withNurse();
});
afterEach(() => vi.useRealTimers());

describe('in order', () => {
  const ours = ['blank', 'set ending', 'dropKeys', 'eraseStored', 'revoke', 'remove session,watch'];

  test('a lock: surfaces, keys, storage, tokens; then it is said', async () => {
    await world.life.endSession(lock, world.steps());
    expect(world.did()).toEqual([...ours, 'set ending']);
    expect(await world.life.sessionNow()).toEqual({ kind: 'ended', ending: locked });
    world.isClean();
  });

  test('a sign-out: the same, and then the sign-in service; nothing is left to say', async () => {
    await world.life.endSession(signOut, world.steps());
    expect(world.did()).toEqual([...ours, 'remove ending', 'endAtProvider']);
    expect(world.told).toEqual(['revoke nurse', 'end nurse']);
    expect(await world.life.sessionNow()).toEqual({ kind: 'none' });
    expect(world.browser.stored.size).toBe(0);
  });

  test('surfaces are blanked in the very call, whatever is in turn', async () => {
    void world.life.inTurn(() => new Promise(() => undefined));
    const blank = vi.fn(async () => undefined);
    void world.life.endSession(lock, { ...world.steps(), blank });
    expect(blank).toHaveBeenCalledOnce();
    expect(await world.life.readSession()).toBeNull();
  });

  test('keys wait for surfaces, and surfaces for nothing', async () => {
    const surfaces = Promise.withResolvers<void>();
    const steps = world.steps();
    const blank = () => surfaces.promise.then(steps.blank);
    const ending = world.life.endSession(lock, { ...steps, blank });
    await settle();
    expect(world.did()).toEqual(['set ending']);
    surfaces.resolve();
    await ending;
    world.isClean();
  });
});

describe('nobody is signed in', () => {
  test('from the moment of the call on, at every step', async () => {
    const reads: unknown[] = [];
    const early = world.life.readSession();
    world.beforeEach = async () => reads.push(await world.life.readSession());
    const ending = world.life.endSession(signOut, world.steps());
    expect([await early, await world.life.readSession()]).toEqual([null, null]);
    await ending;
    expect(reads).toEqual([null, null, null, null, null]);
  });

  test('a token that is renewed meanwhile is not kept; one that comes before the mark is revoked', async () => {
    const renewed = { ...nurse, accessToken: 'access-renewed' };
    const written: Promise<boolean>[] = [];
    const renew = async () => (await world.life.changeSession(renewed.id, () => renewed)) !== null;
    world.beforeEach = async () => void written.push(renew());
    const revoke = vi.fn(world.steps().revoke);
    await world.life.endSession(signOut, { ...world.steps(), revoke });
    // Surfaces are blanked before the ending has its turn.
    expect(await Promise.all(written)).toEqual([true, false, false, false, false]);
    expect(revoke).toHaveBeenCalledExactlyOnceWith(renewed);
    world.isClean();
  });
});

describe('a step that goes wrong', () => {
  const early = ['blank', 'dropKeys', 'eraseStored'] as const;
  const all = [...early, 'revoke'] as const;
  const hangs = () => new Promise<void>(() => undefined);
  const fails = () => Promise.reject(new Error('no'));
  const throws = () => {
    throw new Error('no');
  };

  test.each([hangs, fails, throws].flatMap((how) => all.map((step) => ({ how, step, name: how.name }))))(
    '$step $name: those after it are done, nobody is signed in, the next life completes it',
    async ({ how, step }) => {
      const ending = world.life.endSession(signOut, { ...world.steps(), [step]: how });
      await vi.advanceTimersByTimeAsync(20_000);
      await ending;
      const steps = [...all, 'endAtProvider'];
      expect(world.did().filter((name) => steps.includes(name))).toEqual(steps.filter((name) => name !== step));
      expect(await world.life.readSession()).toBeNull();
      expect(world.tokensStored()).toEqual([]);
      expect((await world.life.sessionNow()).kind).toBe(step === 'revoke' ? 'none' : 'ended');
      await world.nextLife();
      await world.life.completeEnding(world.steps());
      world.isClean(step !== 'revoke');
      expect(await world.life.sessionNow()).toEqual({ kind: 'none' });
    },
  );

  test.each([
    { failing: ['set ending'] },
    { failing: ['remove session,watch'] },
    { failing: ['set ending', 'remove session,watch'] },
  ])('storage that fails at $failing: nobody is signed in in this life', async ({ failing }) => {
    world.browser.failing = failing;
    await world.life.endSession(lock, world.steps());
    expect(await world.life.readSession()).toBeNull();
    expect(world.told).toEqual(['revoke nurse']);
    world.browser.failing = [];
    await world.life.endSession(lock, world.steps());
    expect(await world.life.readSession()).toBeNull();
    world.isClean();
  });

  test('surfaces that hang keep the keys for five seconds, no longer', async () => {
    void world.life.endSession(lock, { ...world.steps(), blank: hangs });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(world.did()).not.toContain('dropKeys');
    await vi.advanceTimersByTimeAsync(1);
    expect(world.did()).toContain('dropKeys');
  });

  test('a sign-in service that fails or hangs keeps nobody from signing in', async () => {
    await world.life.endSession(signOut, { ...world.steps(), endAtProvider: fails });
    await world.life.openSession(nurse, watch());
    void world.life.endSession(signOut, { ...world.steps(), endAtProvider: hangs });
    await world.life.openSession(doctor, watch());
    expect(await world.life.readSession()).toEqual(doctor);
  });
});

describe('twice', () => {
  test.each<[string, Ending, Ending, object]>([
    ['a lock during a lock', lock, { ...lock, cause: 'computerLocked' }, { kind: 'ended', ending: locked }],
    ['a lock during a sign-out', signOut, lock, { kind: 'none' }],
  ])('%s does nothing more, and the first is what is said', async (_name, first, second, said) => {
    const both = [world.life.endSession(first, world.steps()), world.life.endSession(second, world.steps())];
    expect(await world.life.readSession()).toBeNull();
    await Promise.all(both);
    for (const name of ['dropKeys', 'eraseStored', 'revoke']) expect(world.times(name)).toBe(1);
    expect(await world.life.sessionNow()).toEqual(said);
    world.isClean();
  });

  test('a lock after it is over, or of nobody, says nothing new', async () => {
    await world.life.endSession(signOut, world.steps());
    await world.life.endSession(lock, world.steps());
    expect(await world.life.sessionNow()).toEqual({ kind: 'none' });
    expect(world.times('revoke')).toBe(1);
  });

  test('a sign-out during a lock signs out', async () => {
    await Promise.all([world.life.endSession(lock, world.steps()), world.life.endSession(signOut, world.steps())]);
    expect(await world.life.sessionNow()).toEqual({ kind: 'none' });
    expect(world.times('revoke')).toBe(1);
    world.isClean();
  });

  test('an ending that is done, or none, is not completed again', async () => {
    await world.life.completeEnding(world.steps());
    expect(await world.life.readSession()).toEqual(nurse);
    await world.life.endSession(lock, world.steps());
    const before = world.did();
    await world.nextLife();
    await world.life.completeEnding(world.steps());
    expect(world.did()).toEqual(before);
  });
});

describe('somebody signs in again', () => {
  test('at whatever moment of an ending: they stay signed in, and the old one is gone', async () => {
    const last = await EndedWorld.stepsOf(signOut);
    expect(last).toBeGreaterThan(15);
    for (let at = 1; at <= last; at += 1) {
      world = await EndedWorld.withNurse();
      const opened: Promise<void>[] = [];
      world.browser.onStep = (step) => {
        if (step === at) opened.push(world.life.openSession(doctor, watch()));
      };
      await world.life.endSession(signOut, world.steps());
      await Promise.all(opened);
      expect(await world.life.readSession()).toEqual(doctor);
      expect(world.told).toEqual(['revoke nurse', 'end nurse']);
      expect(world.tokensStored().join()).not.toContain('nurse');
      const order = world.did();
      expect(order.indexOf('set session,watch,ending')).toBeGreaterThan(order.indexOf('eraseStored'));
    }
  });

  test('in the life that completes an ending: the same', async () => {
    world.browser.killAt = world.browser.steps + 6;
    void world.life.endSession(lock, world.steps());
    await settle();
    await world.nextLife();
    const completed = world.life.completeEnding(world.steps());
    await world.life.openSession(doctor, watch());
    await completed;
    expect(await world.life.readSession()).toEqual(doctor);
    expect(world.told).toEqual(['revoke nurse']);
  });

  test('and the computer is locked at once: nobody is signed in', async () => {
    const first = world.life.endSession(lock, world.steps());
    const opened = world.life.openSession(doctor, watch());
    await Promise.all([first, opened, world.life.endSession(lock, world.steps())]);
    expect(await world.life.readSession()).toBeNull();
    expect(world.told).toEqual(['revoke nurse', 'revoke doctor']);
    world.isClean();
  });
});
