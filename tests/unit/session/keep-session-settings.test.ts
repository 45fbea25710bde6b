import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptSession } from '../../../utils/session/keep-session.ts';
import type { SignInResult } from '../../../utils/session/sign-in.ts';
import { KeptSessionBed, OTHER_SERVICE, SERVICE, SIGN_OUT } from './kept-session-bed.ts';
import { nurse } from './signed-in.ts';

const MINUTE = 60_000;

let bed: KeptSessionBed;
let kept: KeptSession;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-02T08:00:00Z') });
  bed = new KeptSessionBed();
  kept = await bed.born();
});
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);
const inStorage = async () => (await import('../../../utils/session/session.ts')).readSession();

test.each([
  ['another plan service', { planService: OTHER_SERVICE }],
  ['another name', { planService: { ...SERVICE, name: 'New name' } }],
])('S7: %s: the session is over before they are in force, and its own service is told', async (_, change) => {
  await bed.signedIn();
  const changing = bed.changeSettings(change);
  await changing;
  expect([kept.state().kind, await inStorage()]).toEqual(['signedOut', null]);
  await settle();
  expect(bed.did()).toEqual(SIGN_OUT);
});

test('no plan service any more: the same', async () => {
  await bed.signedIn();
  await kept.settingsChange({ clinicalSystems: [] });
  await settle();
  expect(bed.did()).toEqual(SIGN_OUT);
});

test('S7: that changed while the background slept end the session all the same', async () => {
  await bed.signedIn();
  bed.settings = { ...bed.settings, planService: OTHER_SERVICE };
  kept = await bed.born();
  expect(await inStorage()).toBeNull();
  await settle();
  expect([kept.state().kind, bed.leftOver]).toEqual(['signedOut', []]);
  expect(bed.did()).toContain('revoke nurse at Example');
  expect(bed.told.map(({ state }) => state.kind)).not.toContain('signedIn');
});

test.each(['while the window is open', 'just when somebody has signed in'])(
  'S7: to another plan service %s: nobody is signed in, and the tokens go to the one that gave them',
  async (when) => {
    const { promise, resolve } = Promise.withResolvers<SignInResult>();
    bed.signsIn = () => promise;
    if (when.startsWith('just')) {
      bed.extension.before = async (call) => {
        if (call === 'session set session,watch,ending') await bed.changeSettings({ planService: OTHER_SERVICE });
      };
    }
    const signing = kept.signIn();
    await settle();
    if (when.startsWith('while')) await bed.changeSettings({ planService: OTHER_SERVICE });
    resolve({ ok: true, session: nurse });
    await signing;
    await settle();
    expect([kept.state().kind, bed.leftOver]).toEqual(['signedOut', []]);
    expect(bed.did()).toContain('revoke nurse at Example');
    expect(bed.told.map(({ state }) => state.kind)).not.toContain('signedIn');
    expect(bed.did()).not.toContain(`signed in ${nurse.name}`);
    // Not for a moment, where it was known in time.
    expect(bed.did().includes('session set session,watch,ending')).toBe(when.startsWith('just'));
  },
);

test('other minutes change the limit, now and in the next life', async () => {
  await bed.signedIn();
  await bed.changeSettings({ lockAfterMinutes: 3 });
  expect(bed.extension.read('session', 'watch')).toMatchObject({ limitMs: 3 * MINUTE });
  expect(bed.happened).toContain('idle after 120');
  expect([kept.state().kind, bed.told]).toEqual(['signedIn', []]);
  bed.settings = { ...bed.settings, lockAfterMinutes: 5 };
  kept = await bed.born();
  expect(bed.extension.read('session', 'watch')).toMatchObject({ limitMs: 5 * MINUTE });
});

test('anything else changes nothing', async () => {
  await bed.signedIn();
  await bed.changeSettings({ offlineCopies: true, clinicalSystems: [] });
  expect([kept.state().kind, bed.happened]).toEqual(['signedIn', []]);
});
