import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWatch } from '../../../utils/session/deadlines.ts';
import type { KeptSession } from '../../../utils/session/keep-session.ts';
import type { SignInFailure, SignInResult } from '../../../utils/session/sign-in.ts';
import { KeptSessionBed, lockCause } from './kept-session-bed.ts';
import { doctor, nurse } from './signed-in.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
const MINUTE = 60_000;
const CANCELLED: SignInFailure = { why: 'cancelled', code: null };

let bed: KeptSessionBed;
let kept: KeptSession;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  bed = new KeptSessionBed();
  kept = await bed.born();
});
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('signing in', () => {
  test('is said while the window is open, and then who it is', async () => {
    const { promise, resolve } = Promise.withResolvers<SignInResult>();
    bed.signsIn = () => promise;
    const signing = kept.signIn();
    await settle();
    expect(kept.state()).toMatchObject({ kind: 'signingIn', doing: 'asking' });
    resolve({ ok: true, session: nurse });
    await signing;
    const [role] = nurse.roles;
    const is = { kind: 'signedIn', sessionId: nurse.id, name: nurse.name, role, canSwitch: true, locksSoon: null };
    expect(kept.state()).toEqual(is);
    expect(bed.told.map(({ state, person }) => [state.kind, person])).toEqual([
      ['signingIn', false],
      ['signedIn', true],
    ]);
    // The keys of copies are there before anybody can look at a plan.
    expect(bed.at(`signed in ${nurse.name}`)).toBeLessThan(bed.at('signedIn (person)'));
    expect(bed.extension.alarms.has('session-round')).toBe(true);
  });

  test('that fails says why, also behind a lock, until the next try', async () => {
    bed.signsIn = async () => ({ ok: false, failure: CANCELLED });
    await kept.signIn();
    expect(kept.state()).toEqual({ kind: 'signedOut', failed: CANCELLED });
    await bed.signedIn();
    await kept.lock('idle');
    expect(kept.state()).toEqual({ kind: 'locked', cause: 'idle', failed: null });
    bed.signsIn = async () => ({ ok: false, failure: CANCELLED });
    await kept.signIn();
    expect(kept.state()).toEqual({ kind: 'locked', cause: 'idle', failed: CANCELLED });
    await bed.signedIn();
    expect(kept.state().kind).toBe('signedIn');
  });

  test('that breaks can be tried again', async () => {
    bed.signsIn = () => Promise.reject(new Error('broken'));
    await kept.signIn();
    expect(kept.state()).toMatchObject({ kind: 'signedOut', failed: { why: 'serviceDown' } });
    await bed.signedIn();
    expect(kept.state().kind).toBe('signedIn');
  });

  test('opens one window, however often it is asked for, and none for somebody who is signed in', async () => {
    await Promise.all([kept.signIn(), kept.signIn(), kept.signIn()]);
    await kept.signIn();
    await kept.actAs(null);
    await kept.signIn();
    expect(bed.happened.filter((one) => one.startsWith('window'))).toHaveLength(1);
    expect(kept.state().kind).toBe('roleNeeded');
  });

  test('opens none where no plan service is set up', async () => {
    bed.settings = { clinicalSystems: [] };
    await kept.signIn();
    expect([kept.state().kind, bed.did()]).toEqual(['signedOut', []]);
  });

  test('H21: a person of the same name in a new sign-in is another person', async () => {
    await bed.signedIn();
    bed.leave({ session: { ...nurse, id: crypto.randomUUID() } });
    await kept.refresh();
    expect(bed.told).toMatchObject([{ person: true }]);
  });
});

describe('roles', () => {
  test('none chosen: they are offered, and nobody acts', async () => {
    await bed.signedIn({ ...nurse, acting: null });
    expect(kept.state()).toEqual({ kind: 'roleNeeded', name: nurse.name, roles: nurse.roles });
  });

  test('one is chosen, and another: each is another person to every surface, in every life', async () => {
    await bed.signedIn({ ...nurse, acting: null });
    for (const index of [1, 0]) {
      await kept.actAs(index);
      expect(kept.state()).toMatchObject({ kind: 'signedIn', role: nurse.roles[index] });
    }
    await kept.actAs(null);
    expect(bed.told.map(({ state, person }) => [state.kind, person])).toEqual([
      ['signedIn', true],
      ['signedIn', true],
      ['roleNeeded', true],
    ]);
    await kept.actAs(1);
    kept = await bed.born();
    expect(kept.state()).toMatchObject({ kind: 'signedIn', role: nurse.roles[1] });
  });

  test('what was kept for the role before begins anew; the same one again changes nothing', async () => {
    await bed.signedIn();
    await kept.actAs(1);
    await kept.actAs(1);
    expect(bed.happened.filter((step) => step.startsWith('signed in'))).toHaveLength(1);
  });

  test.each([2, -1, 0.5])('one that is not there (%d) is not chosen', async (index) => {
    await bed.signedIn();
    await kept.actAs(index);
    expect([kept.state(), bed.told]).toMatchObject([{ role: nurse.roles[0] }, []]);
  });

  test('the only one is not offered for switching', async () => {
    await bed.signedIn({ ...nurse, roles: nurse.roles.slice(0, 1) });
    expect(kept.state()).toMatchObject({ canSwitch: false });
  });

  test('nobody chooses one after the end', async () => {
    await bed.signedIn();
    await kept.lock('asked');
    await kept.actAs(1);
    expect([kept.state().kind, bed.leftOver]).toEqual(['locked', []]);
  });
});

describe('what is found when it is looked at', () => {
  test('a lock that is due, with nothing having rung', async () => {
    await bed.signedIn();
    vi.setSystemTime(NOW + 12 * 60 * MINUTE);
    await kept.refresh();
    expect(lockCause(kept.state())).toBe('shiftOver');
    await settle();
    expect([bed.leftOver, lockCause(kept.state())]).toEqual([[], 'shiftOver']);
    expect(bed.did()).toContain('revoke nurse at Example');
  });

  test('that a lock comes soon: only the words differ', async () => {
    await bed.signedIn();
    bed.leave({ watch: { ...newWatch(10 * MINUTE, NOW), idleSince: NOW - 9.5 * MINUTE } });
    await kept.refresh();
    expect(kept.state()).toMatchObject({ locksSoon: { at: NOW + 0.5 * MINUTE, cause: 'idle' } });
    expect(bed.told).toMatchObject([{ person: false }]);
  });

  test('nothing new is told to nobody', async () => {
    await bed.signedIn();
    await kept.refresh();
    expect(bed.told).toEqual([]);
  });

  test('a session whose tokens were refused is gone with all that was kept of it, and no window opens', async () => {
    await bed.signedIn();
    bed.extension.stored.session.delete('session');
    bed.extension.stored.session.delete('watch');
    await kept.refresh();
    expect(kept.state()).toEqual({ kind: 'signedOut', failed: null });
    await settle();
    expect(bed.did()).toEqual(expect.arrayContaining(['signedOut (person)', 'keys dropped', 'copies erased']));
    expect(bed.did().filter((one) => /revoke|end |window/.test(one))).toEqual([]);
    await bed.signedIn();
    expect(kept.state().kind).toBe('signedIn');
  });

  test('a sign-in that the plan service does not know is over, without a window; another one is not', async () => {
    await bed.signedIn();
    await kept.refused(doctor.id);
    expect(kept.state().kind).toBe('signedIn');
    await kept.refused(nurse.id);
    expect([kept.state().kind, bed.leftOver]).toEqual(['signedOut', []]);
    expect(bed.did()).toContain('revoke nurse at Example');
    expect(bed.did()).not.toContain('end at Example');
  });
});

test('storage that does not answer shows nobody anything new', async () => {
  await bed.signedIn();
  bed.extension.before = () => Promise.reject(new Error('no answer'));
  await kept.refresh();
  expect([kept.state().kind, bed.told]).toEqual(['signedIn', []]);
});

test('a lock while the window of a sign-in is open leaves the window alone', async () => {
  const { promise, resolve } = Promise.withResolvers<SignInResult>();
  bed.signsIn = () => promise;
  const signing = kept.signIn();
  await settle();
  await kept.lock('computerLocked');
  expect(kept.state()).toMatchObject({ kind: 'signingIn', doing: 'asking' });
  resolve({ ok: true, session: nurse });
  await signing;
  expect(kept.state().kind).toBe('signedIn');
});
