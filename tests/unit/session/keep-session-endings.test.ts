import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptSession } from '../../../utils/session/keep-session.ts';
import { turns } from '../tabs/pretend-extension.ts';
import { KeptSessionBed, LOCK, lockCause, SIGN_OUT } from './kept-session-bed.ts';
import { doctor, nurse } from './signed-in.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
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

describe('from the first moment of an ending', () => {
  test.each([
    ['a lock', LOCK, () => kept.lock('asked')],
    ['a sign-out', SIGN_OUT, () => kept.signOut()],
  ] as const)('%s goes in order: surfaces, keys, copies, tokens', async (_, order, end) => {
    await bed.signedIn();
    await end();
    expect(bed.did()).toEqual(order);
    expect(bed.leftOver).toEqual([]);
  });

  test('nobody is signed in and surfaces have been told, before the call has returned', async () => {
    await bed.signedIn();
    const locking = kept.lock('idle');
    expect([kept.state().kind, bed.did()]).toEqual(['locked', ['locked (person)']]);
    expect(await inStorage()).toBeNull();
    await locking;
  });

  test('nothing goes while a surface still shows somebody; and no look brings anybody back', async () => {
    await bed.signedIn();
    const letGo = bed.holdAt('locked (person)');
    const locking = kept.lock('idle');
    await Promise.all([kept.refresh(), kept.actAs(1), kept.refused(nurse.id)]);
    await settle();
    expect(bed.did()).toEqual(['locked (person)', 'session set ending']);
    expect([lockCause(kept.state()), await inStorage()]).toEqual(['idle', null]);
    await letGo();
    await locking;
    expect(bed.did()).toEqual(LOCK);
  });

  test.each(Array.from({ length: 16 }, (_, at) => [at]))(
    'a look that had begun before, by %i steps, does not bring anybody back',
    async (steps) => {
      await bed.signedIn();
      const looking = kept.refresh();
      await turns(steps);
      await Promise.all([looking, kept.lock('idle')]);
      expect(bed.told.map(({ state }) => state.kind)).toEqual(['locked']);
    },
  );

  test('a second ending is the first', async () => {
    await bed.signedIn();
    await Promise.all([kept.lock('idle'), kept.lock('asked'), kept.signOut()]);
    expect(bed.did()).toEqual(LOCK);
    expect(lockCause(kept.state())).toBe('idle');
  });

  test('signing in again waits for the end of it', async () => {
    await bed.signedIn();
    const letGo = bed.holdAt('revoke nurse at Example');
    const locking = kept.lock('idle');
    bed.signsIn = async () => ({ ok: true, session: doctor });
    const signing = kept.signIn();
    await settle();
    expect(bed.did()).not.toContain('window of Example');
    expect(kept.state()).toMatchObject({ kind: 'signingIn', doing: 'ending' });
    await letGo();
    await Promise.all([locking, signing]);
    expect(bed.at('session remove session,watch')).toBeLessThan(bed.at('window of Example'));
    expect(kept.state()).toMatchObject({ kind: 'signedIn', sessionId: doctor.id });
    expect(await inStorage()).toEqual(doctor);
  });

  test('a step that breaks stops none after it', async () => {
    await bed.signedIn();
    bed.hold = (what) => (/keys|copies|revoke/.test(what) ? Promise.reject(new Error('broken')) : Promise.resolve());
    await kept.lock('idle');
    expect([kept.state().kind, bed.leftOver]).toEqual(['locked', []]);
    bed.hold = async () => undefined;
    await bed.signedIn(doctor);
    expect(kept.state()).toMatchObject({ sessionId: doctor.id });
  });

  test('alarms ring until it is done: whoever is woken completes it', async () => {
    await bed.signedIn();
    const letGo = bed.holdAt('revoke nurse at Example');
    const locking = kept.lock('idle');
    await settle();
    expect(bed.extension.alarms.has('session-round')).toBe(true);
    await letGo();
    await locking;
    expect([...bed.extension.alarms.keys()]).toEqual([]);
  });
});
