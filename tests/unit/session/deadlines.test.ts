import { describe, expect, test } from 'vitest';
import {
  afterLook,
  dueLock,
  idleSeconds,
  isSetBack,
  type LockCause,
  locksAt,
  lockWarning,
  newWatch,
  ROUND_MS,
  SHIFT_MS,
  type Watch,
} from '../../../utils/session/deadlines.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** When somebody signed in; all times below are counted from here. */
const T = Date.parse('2026-11-02T08:00:00Z');

const watch = newWatch(10 * MINUTE, T);
const idle: Watch = { ...watch, idleSince: T + MINUTE, seenAt: T + 10 * MINUTE };

test('a sign-in lasts twelve hours', () => {
  expect(SHIFT_MS).toBe(12 * HOUR);
  expect(watch).toEqual({ signedInAt: T, idleSince: null, seenAt: T, limitMs: 10 * MINUTE });
});

describe('dueLock', () => {
  test.each<[string, Watch, number, LockCause | null]>([
    ['just signed in', watch, 0, null],
    ['alone for a millisecond less than the limit', idle, 11 * MINUTE - 1, null],
    ['alone for the limit', idle, 11 * MINUTE, 'idle'],
    ['alone for long, still watched', { ...idle, seenAt: T + 20 * MINUTE }, 20 * MINUTE, 'idle'],
    ['watched a minute ago', idle, 11 * MINUTE, 'idle'],
    ['alone for the limit, not watched for the last of it', idle, 11 * MINUTE + 1, 'asleep'],
    ['nobody watched for the limit', watch, 10 * MINUTE, null],
    ['nobody watched for longer than the limit', watch, 10 * MINUTE + 1, 'asleep'],
    ['nobody watched for longer than a limit of a minute', { ...watch, limitMs: MINUTE }, MINUTE + 1, 'asleep'],
    ['the last moment of the shift', { ...watch, seenAt: T + 12 * HOUR - 1 }, 12 * HOUR - 1, null],
    ['the end of the shift', { ...watch, seenAt: T + 12 * HOUR }, 12 * HOUR, 'shiftOver'],
    ['the end of the shift, nobody there', { ...idle, seenAt: T + 12 * HOUR }, 12 * HOUR, 'shiftOver'],
    ['the end of the shift, nobody watched', watch, 12 * HOUR, 'shiftOver'],
    ['a clock put right by five seconds', watch, -5 * SECOND, null],
    ['a clock set back', watch, -5 * SECOND - 1, 'clockSetBack'],
    ['a clock set back behind somebody who was alone too long', idle, 5 * MINUTE, 'clockSetBack'],
    ['a clock set back by a day', { ...watch, seenAt: T + HOUR }, -24 * HOUR, 'clockSetBack'],
  ])('%s', (_name, kept, after, cause) => {
    expect(dueLock(kept, T + after)).toBe(cause);
  });
});

describe('locksAt and lockWarning', () => {
  const nearEnd: Watch = { ...watch, seenAt: T + 12 * HOUR - 2 * MINUTE };

  test.each<[string, Watch, number]>([
    ['the end of the shift while somebody is there', watch, 12 * HOUR],
    ['the end of the time alone', idle, 11 * MINUTE],
    ['whatever comes first', { ...watch, idleSince: T + 12 * HOUR - MINUTE }, 12 * HOUR],
  ])('locksAt is %s', (_name, kept, after) => {
    expect(locksAt(kept)).toBe(T + after);
  });

  test.each<[string, Watch, number, { after: number; cause: LockCause } | null]>([
    ['while somebody is there', watch, 5 * MINUTE, null],
    ['a millisecond before the last minute alone', idle, 10 * MINUTE - 1, null],
    ['in the last minute alone', idle, 10 * MINUTE, { after: 11 * MINUTE, cause: 'idle' }],
    ['in the last moment alone', idle, 11 * MINUTE - 1, { after: 11 * MINUTE, cause: 'idle' }],
    ['a millisecond before the last minute of the shift', nearEnd, 12 * HOUR - MINUTE - 1, null],
    ['in the last minute of the shift', nearEnd, 12 * HOUR - MINUTE, { after: 12 * HOUR, cause: 'shiftOver' }],
    [
      'alone in the last minute of the shift',
      { ...nearEnd, idleSince: T + 12 * HOUR - 10 * MINUTE },
      12 * HOUR - MINUTE,
      { after: 12 * HOUR, cause: 'shiftOver' },
    ],
  ])('lockWarning %s', (_name, kept, now, said) => {
    expect(lockWarning(kept, T + now)).toEqual(said && { at: T + said.after, cause: said.cause });
  });
});

describe('idleSeconds', () => {
  test.each(Array.from({ length: 30 }, (_, index) => index + 1))('a minute before a limit of %i min', (minutes) => {
    expect(idleSeconds(minutes * MINUTE)).toBe(minutes === 1 ? 15 : (minutes - 1) * 60);
  });
});

describe('afterLook', () => {
  test('somebody there: nobody is alone, and it was looked at', () => {
    expect(afterLook(idle, null, T + 10.5 * MINUTE)).toEqual({ ...idle, idleSince: null, seenAt: T + 10.5 * MINUTE });
  });

  test('nobody there: since when', () => {
    expect(afterLook(watch, 5 * MINUTE, T + 9 * MINUTE)).toEqual({
      ...watch,
      idleSince: T + 4 * MINUTE,
      seenAt: T + 9 * MINUTE,
    });
  });

  test('somebody was there between two looks that both found nobody', () => {
    expect(afterLook(idle, 20 * SECOND, T + 10.5 * MINUTE).idleSince).toBe(T + 10.5 * MINUTE - 20 * SECOND);
  });

  test('nobody was away before they signed in', () => {
    expect(afterLook(watch, HOUR, T + SECOND).idleSince).toBe(T);
  });

  test('a deadline does not tremble with the second in which it is read, nor ever move on by it', () => {
    let kept = watch;
    // Left alone at 250 ms after a whole second; looked at with any fraction of one.
    for (const at of [30_100, 60_249, 90_900, 120_250, 150_000]) {
      const before = kept.idleSince;
      kept = afterLook(kept, Math.floor((at - 250) / SECOND) * SECOND, T + at);
      expect(kept.idleSince).toBeGreaterThanOrEqual(T + 250);
      expect(kept.idleSince).toBeLessThan(T + 250 + SECOND);
      expect(kept.idleSince).toBeLessThanOrEqual(before ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('isSetBack', () => {
  const before = { wall: T, running: 1_000 };
  test.each<[string, number, number, boolean]>([
    ['both went on', ROUND_MS, ROUND_MS, false],
    ['the clock was put right by five seconds', ROUND_MS - 5_000, ROUND_MS, false],
    ['the clock lost more', ROUND_MS - 5_001, ROUND_MS, true],
    ['the clock went back', -HOUR, ROUND_MS, true],
    ['the clock was set forward', HOUR, ROUND_MS, false],
    ['the computer slept, and time that runs did not', HOUR, SECOND, false],
    ['the computer slept, and both went on', HOUR, HOUR, false],
  ])('%s', (_name, wall, running, isBack) => {
    expect(isSetBack(before, { wall: T + wall, running: 1_000 + running })).toBe(isBack);
  });
});
