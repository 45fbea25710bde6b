import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptSession } from '../../../utils/session/keep-session.ts';
import type { SignInResult } from '../../../utils/session/sign-in.ts';
import type { Attempt } from '../../../utils/session/signing-in.ts';
import { KeptSessionBed } from './kept-session-bed.ts';
import { doctor, nurse } from './signed-in.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
const STOPPED = { kind: 'signedOut', failed: { why: 'stopped', code: null } };

let bed: KeptSessionBed;
let kept: KeptSession;
let windows: (PromiseWithResolvers<SignInResult> & { readonly attempt: Attempt })[];

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  bed = new KeptSessionBed();
  kept = await bed.born();
  windows = [];
  bed.signsIn = (_service, attempt) => {
    const window = { ...Promise.withResolvers<SignInResult>(), attempt };
    windows.push(window);
    return window.promise;
  };
});
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

async function begun(): Promise<{ readonly over: Promise<void> }> {
  const over = kept.signIn();
  await settle();
  return { over };
}

test('what is done for a sign-in is said as it is, and how long each step may take', async () => {
  await begun();
  expect(kept.state()).toEqual({ kind: 'signingIn', doing: 'asking', since: NOW, until: NOW + 28_000 });
  await vi.advanceTimersByTimeAsync(2_000);
  windows[0]?.attempt.step('window');
  await settle();
  expect(bed.told.at(-1)).toEqual({ state: { kind: 'signingIn', doing: 'window', since: NOW + 2_000 }, person: false });
  await vi.advanceTimersByTimeAsync(60_000);
  windows[0]?.attempt.step('redeeming');
  expect(kept.state().kind).toBe('signingIn');
  await settle();
  expect(kept.state()).toMatchObject({ doing: 'redeeming', since: NOW + 62_000, until: NOW + 78_000 });
});

describe('asked for while the session before is still being ended, a sign-in', () => {
  let answered: () => void;

  beforeEach(async () => {
    await bed.signedIn();
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    bed.hold = (what) => (what.startsWith('revoke') ? answer : Promise.resolve());
    bed.signsIn = async () => ({ ok: true, session: doctor });
  });

  test.each([
    ['lock', () => kept.lock('asked')],
    ['sign-out', () => kept.signOut()],
  ])('says at once that a %s is waited for, and then goes on', async (_, end) => {
    const ending = end();
    await settle();
    const { over } = await begun();
    expect(kept.state()).toEqual({ kind: 'signingIn', doing: 'ending', since: NOW, until: NOW + 50_000 });
    expect(bed.told.at(-1)).toEqual({ state: kept.state(), person: false });
    answered();
    await Promise.all([ending, over]);
    const doing = bed.told.flatMap(({ state }) => (state.kind === 'signingIn' ? state.doing : []));
    expect(doing).toEqual(['ending', 'asking']);
    expect(kept.state()).toMatchObject({ kind: 'signedIn', name: doctor.name });
  });

  test('can be stopped: what was ended stays so, and no window opens', async () => {
    const ending = kept.lock('asked');
    await settle();
    const { over } = await begun();
    await kept.stopSignIn();
    expect(kept.state()).toEqual({ kind: 'locked', cause: 'asked', failed: null });
    answered();
    await Promise.all([ending, over]);
    expect(kept.state()).toMatchObject({ kind: 'locked', failed: STOPPED.failed });
  });
});

describe('a sign-in that somebody stops', () => {
  test('is over at once, and says so; its requests are ended', async () => {
    await begun();
    await kept.stopSignIn();
    expect([kept.state(), windows[0]?.attempt.signal.aborted]).toEqual([STOPPED, true]);
    expect(bed.told.at(-1)).toEqual({ state: STOPPED, person: false });
  });

  test('signs nobody in any more, and what its window gives all the same is revoked', async () => {
    const { over } = await begun();
    await kept.stopSignIn();
    windows[0]?.attempt.step('redeeming');
    windows[0]?.resolve({ ok: true, session: nurse });
    await over;
    expect(kept.state()).toEqual(STOPPED);
    expect(bed.leftOver).toEqual([]);
    expect(bed.happened.filter((one) => one.startsWith('revoke'))).toHaveLength(1);
  });

  test('does not keep the next person from signing in, and its window changes nothing for them', async () => {
    const first = await begun();
    await kept.stopSignIn();
    const second = await begun();
    windows[1]?.resolve({ ok: true, session: doctor });
    await second.over;
    windows[0]?.resolve({ ok: true, session: nurse });
    await first.over;
    expect(kept.state()).toMatchObject({ kind: 'signedIn', name: doctor.name });
  });
});

test('whoever is being signed in already is not stopped half-way', async () => {
  bed.extension.before = async (name) => {
    if (/sessionService/.test(name)) await kept.stopSignIn();
  };
  const { over } = await begun();
  windows[0]?.resolve({ ok: true, session: nurse });
  await over;
  expect(bed.told.map(({ state }) => state.kind)).toEqual(['signingIn', 'signedIn']);
});

test('where nobody signs in there is nothing to stop', async () => {
  await kept.stopSignIn();
  expect([kept.state(), bed.told]).toEqual([{ kind: 'signedOut', failed: null }, []]);
});
