import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWatch } from '../../../utils/session/deadlines.ts';
import type { KeptSession } from '../../../utils/session/keep-session.ts';
import type { Ending } from '../../../utils/session/session.ts';
import { KeptSessionBed, lockCause, SIGN_OUT } from './kept-session-bed.ts';
import { nurse } from './signed-in.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
const MINUTE = 60_000;
let bed: KeptSessionBed;
let kept: KeptSession;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  bed = new KeptSessionBed();
  kept = await bed.born();
});
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);
const inStorage = async () => (await import('../../../utils/session/session.ts')).readSession();

describe('a session of an earlier life', () => {
  test('is taken up, and watched', async () => {
    await bed.signedIn();
    bed.extension.alarms.clear();
    kept = await bed.born();
    expect(kept.state()).toMatchObject({ kind: 'signedIn', sessionId: nurse.id });
    expect(bed.extension.alarms.has('session-round')).toBe(true);
    bed.extension.idleState = 'locked';
    bed.extension.events.idle.happen('locked');
    await settle();
    expect(lockCause(kept.state())).toBe('computerLocked');
  });

  test('that should have been locked meanwhile is', async () => {
    await bed.signedIn();
    bed.leave({ watch: { ...newWatch(10 * MINUTE, NOW - 20 * MINUTE) } });
    kept = await bed.born();
    expect(lockCause(kept.state())).toBe('asleep');
    await settle();
    expect(bed.leftOver).toEqual([]);
  });

  test('of which nobody knows with which service it is is over, and its tokens are sent nowhere', async () => {
    await bed.signedIn();
    bed.extension.stored.session.delete('sessionService');
    kept = await bed.born();
    await settle();
    expect([kept.state().kind, bed.leftOver]).toEqual(['signedOut', []]);
    expect(bed.did().join()).not.toMatch(/revoke|end at/);
  });

  test('nobody is signed in before it has been looked at', async () => {
    await bed.signedIn();
    kept = await bed.born(false);
    expect(kept.state().kind).toBe('signedOut');
    await kept.ready;
    expect(kept.state().kind).toBe('signedIn');
  });

  test.each<Ending>([
    { how: 'lock', cause: 'asked', done: false },
    { how: 'signOut', done: false },
  ])('$how: what it had begun to end is completed, and nobody is shown anybody', async (ending) => {
    await bed.signedIn();
    bed.leave({ ending });
    kept = await bed.born();
    await settle();
    expect(bed.leftOver).toEqual([]);
    expect(bed.did()).toEqual(expect.arrayContaining(['keys dropped', 'copies erased', 'revoke nurse at Example']));
    expect(kept.state().kind).toBe(ending.how === 'lock' ? 'locked' : 'signedOut');
    expect(bed.told.some(({ state }) => state.kind === 'signedIn')).toBe(false);
  });

  test.each<[Ending, string]>([
    [{ how: 'lock', cause: 'asked', done: false }, 'locked'],
    [{ how: 'signOut', done: false }, 'signedOut'],
  ])('%o: a sign-in service that is silent meanwhile keeps nobody from being told', async (ending, says) => {
    await bed.signedIn();
    bed.leave({ ending });
    const letGo = bed.holdAt('revoke nurse at Example');
    kept = await bed.born();
    expect([kept.state().kind, await inStorage(), bed.leftOver]).toEqual([says, null, ['session']]);
    await letGo();
    expect([kept.state().kind, await inStorage(), bed.leftOver]).toEqual([says, null, []]);
    expect(bed.told.map(({ state }) => state.kind)).not.toContain('signedIn');
  });

  test('whoever signs in meanwhile is told that the session before is being ended', async () => {
    await bed.signedIn();
    bed.leave({ ending: { how: 'lock', cause: 'asked', done: false } });
    const letGo = bed.holdAt('copies erased');
    kept = await bed.born();
    const signing = kept.signIn();
    await settle();
    expect(kept.state()).toMatchObject({ kind: 'signingIn', doing: 'ending' });
    await letGo();
    await signing;
    expect(kept.state().kind).toBe('signedIn');
  });

  test('nobody signs in before that', async () => {
    await bed.signedIn();
    bed.leave({ ending: { how: 'lock', cause: 'asked', done: false } });
    const letGo = bed.holdAt('revoke nurse at Example');
    kept = await bed.born(false);
    const signing = kept.signIn();
    await settle();
    expect(bed.did()).not.toContain('window of Example');
    await letGo();
    await signing;
    expect(bed.at('session remove session,watch')).toBeLessThan(bed.at('window of Example'));
    expect(kept.state().kind).toBe('signedIn');
  });

  test('the next log-in page opens once the window in which the provider is told has closed', async () => {
    await bed.signedIn();
    const letGo = bed.holdAt('end at Example');
    await kept.signOut();
    const signingIn = kept.signIn();
    await settle();
    expect(kept.state().kind).toBe('signingIn');
    expect(bed.happened).not.toContain('window of Example');
    await letGo();
    await signingIn;
    expect(kept.state().kind).toBe('signedIn');
  });

  test('a window of the provider that nobody closes keeps the next person waiting for seconds only', async () => {
    await bed.signedIn();
    bed.hold = (what) => (what.startsWith('end at') ? new Promise(() => undefined) : Promise.resolve());
    await kept.signOut();
    const signingIn = kept.signIn();
    await vi.advanceTimersByTimeAsync(6_000);
    await signingIn;
    expect(kept.state().kind).toBe('signedIn');
  });

  test('does not keep everybody waiting for a window of the sign-in service', async () => {
    await bed.signedIn();
    bed.leave({ ending: { how: 'signOut', done: false } });
    bed.holdAt('end at Example');
    kept = await bed.born();
    await settle();
    expect([kept.state().kind, bed.did()]).toEqual(['signedOut', expect.arrayContaining(['end at Example'])]);
  });

  test.each(SIGN_OUT.flatMap((step, at) => [[at, step] as const]))(
    'killed at step %i of a sign-out (%s): the next life leaves nothing of it',
    async (at) => {
      await bed.signedIn();
      let steps = 0;
      const killAt = async () => {
        steps += 1;
        if (steps > at) await new Promise(() => undefined);
      };
      bed.hold = killAt;
      bed.extension.before = (call) => (/set|remove/.test(call) ? killAt() : Promise.resolve());
      void kept.signOut();
      await settle();
      bed.hold = async () => undefined;
      bed.extension.before = async () => undefined;
      bed.told.length = 0;
      kept = await bed.born();
      await settle();
      // Killed before anything was written, it was never asked for as far as anybody can know.
      if (at < 2) return expect(kept.state().kind).toBe('signedIn');
      expect([kept.state().kind, bed.leftOver]).toEqual(['signedOut', []]);
      expect(bed.told.map(({ state }) => state.kind)).not.toContain('signedIn');
    },
  );
});
