import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leavingFrames } from '../../../utils/tabs/leaving-frames.ts';

const PATIENCE_MS = 1_000;

let frames: ReturnType<typeof leavingFrames>;
let gone: string[];

beforeEach(() => {
  vi.useFakeTimers();
  frames = leavingFrames();
  gone = [];
});
afterEach(() => vi.useRealTimers());

function wait(frame: string, name = frame): void {
  void frames.untilGone(frame).then(() => gone.push(name));
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('waits for the frame, and for that one', async () => {
  wait('one');
  wait('other');
  await pass(500);
  expect(gone).toEqual([]);
  frames.left('one');
  await pass(0);
  expect(gone).toEqual(['one']);
});

test('a frame that does not go is waited for a second, and no longer', async () => {
  wait('one');
  await pass(PATIENCE_MS - 1);
  expect(gone).toEqual([]);
  await pass(1);
  expect(gone).toEqual(['one']);
});

test('all who wait for a frame hear that it has gone', async () => {
  wait('one', 'lock');
  await pass(300);
  wait('one', 'sign-out');
  frames.left('one');
  await pass(0);
  expect(gone).toEqual(['lock', 'sign-out']);
  expect(vi.getTimerCount()).toBe(0);
});

test('who asks while a frame has its time waits for what is left of it', async () => {
  wait('one', 'lock');
  await pass(600);
  wait('one', 'sign-out');
  await pass(400);
  expect(gone).toEqual(['lock', 'sign-out']);
});

test('a frame nobody waits for may leave, and one of the same name can be waited for later', async () => {
  frames.left('one');
  wait('one', 'first');
  frames.left('one');
  await pass(0);
  wait('one', 'second');
  await pass(PATIENCE_MS - 1);
  expect(gone).toEqual(['first']);
  await pass(1);
  expect(gone).toEqual(['first', 'second']);
});
