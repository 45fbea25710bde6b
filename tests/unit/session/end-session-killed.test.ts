import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ending } from '../../../utils/session/session.ts';
import { EndedWorld } from './ended-world.ts';
import { settle } from './pretend-browser.ts';
import { nurse } from './signed-in.ts';

const lock: Ending = { how: 'lock', cause: 'computerLocked', done: false };
const signOut: Ending = { how: 'signOut', done: false };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-02T08:00:00Z') });
});
afterEach(() => vi.useRealTimers());

/** In how many steps an ending is over; there are many in which it can be killed. */
async function stepsOf(ending: Ending): Promise<number> {
  const steps = await EndedWorld.stepsOf(ending);
  expect(steps).toBeGreaterThan(15);
  return steps;
}

/** A world whose background was killed in the given step of an ending, and is born again. */
async function killedAt(step: number, ending: Ending): Promise<EndedWorld> {
  const world = await EndedWorld.withNurse();
  world.browser.killAt = step;
  void world.life.endSession(ending, world.steps());
  await settle();
  await world.nextLife();
  return world;
}

/** Whether storage had heard of the ending before the background was killed: if not, all is as it was. */
function wasMarked(world: EndedWorld): boolean {
  return world.times('set ending') > 0;
}

async function isOver(world: EndedWorld, { how }: Ending): Promise<void> {
  world.isClean();
  expect(await world.life.readSession()).toBeNull();
  const said = { kind: 'ended', ending: { ...lock, done: true } };
  expect(await world.life.sessionNow()).toEqual(how === 'lock' ? said : { kind: 'none' });
}

describe.each([lock, signOut])('a $how that is killed', (ending) => {
  test('in any step: nobody is signed in, and the next life completes it', async () => {
    const last = await stepsOf(ending);
    let marked = 0;
    for (let step = 1; step <= last; step += 1) {
      const world = await killedAt(step, ending);
      if (!wasMarked(world)) {
        expect(await world.life.readSession()).toEqual(nurse);
        expect([...world.there]).toEqual(expect.arrayContaining(['keys', 'copies']));
        continue;
      }
      marked += 1;
      expect(await world.life.readSession()).toBeNull();
      await world.life.completeEnding(world.steps());
      await isOver(world, ending);
    }
    // All but surfaces and the mark itself: a background that was killed before has not been asked.
    expect(marked).toBeGreaterThan(last - 8);
  });

  test('in any step, and again in any step of its completion', async () => {
    const last = await stepsOf(ending);
    for (let step = 7; step <= last; step += 2) {
      for (let again = 1; again <= last; again += 1) {
        const world = await killedAt(step, ending);
        if (!wasMarked(world)) continue;
        world.browser.killAt = world.browser.steps + again;
        void world.life.completeEnding(world.steps());
        await settle();
        expect(await new Promise((resolve) => resolve(world.tokensStored().length === 0 || wasMarked(world)))).toBe(
          true,
        );
        await world.nextLife();
        expect(await world.life.readSession()).toBeNull();
        await world.life.completeEnding(world.steps());
        await isOver(world, ending);
      }
    }
  });

  test('in a life whose steps fail: the one after it completes it', async () => {
    const last = await stepsOf(ending);
    for (let step = 7; step <= last; step += 1) {
      for (const failing of ['blank', 'dropKeys', 'eraseStored']) {
        const world = await killedAt(step, ending);
        world.browser.failing = [failing];
        await world.life.completeEnding(world.steps());
        expect(await world.life.readSession()).toBeNull();
        world.browser.failing = [];
        await world.nextLife();
        await world.life.completeEnding(world.steps());
        await isOver(world, ending);
      }
    }
  });

  test('in any step in which the sign-in service had not been told: it is told', async () => {
    const last = await stepsOf(ending);
    for (let step = 7; step <= last; step += 1) {
      const world = await killedAt(step, ending);
      const before = [...world.told];
      await world.life.completeEnding(world.steps());
      if (before.length === 0) expect(world.told[0]).toBe('revoke nurse');
      // Once tokens are forgotten nobody can be told a second time.
      expect(world.told.filter((told) => told.startsWith('revoke')).length).toBeLessThanOrEqual(2);
    }
  });
});

test('the control: what was begun is not over without being completed', async () => {
  const world = await killedAt(9, lock);
  expect(wasMarked(world)).toBe(true);
  expect(() => world.isClean()).toThrow();
});
