import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runIn } from '../../../utils/page/schedule.ts';

let frames: (() => void)[] = [];
let open = 0;

/** As a browser has it: a message comes in a task of its own, and an open port is kept. */
class Channel {
  #isOpen = true;
  readonly port1 = {
    onmessage: () => {},
    close: () => {
      this.#isOpen = false;
      open -= 1;
    },
  };
  readonly port2 = { postMessage: () => queueMicrotask(() => this.#isOpen && this.port1.onmessage()) };
  constructor() {
    open += 1;
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  [frames, open] = [[], 0];
  vi.stubGlobal('MessageChannel', Channel);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const paint = () => {
  for (const run of frames.splice(0)) run();
};

test('what can wait runs behind the frame after its time, once, and leaves nothing open', async () => {
  const run = vi.fn();
  runIn(100, run);
  vi.advanceTimersByTime(100);
  paint();
  expect(run).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(run).toHaveBeenCalledOnce();
  expect(open).toBe(0);
});

test('in a tab that is not drawn it runs all the same', async () => {
  const run = vi.fn();
  runIn(100, run);
  vi.advanceTimersByTime(150);
  await Promise.resolve();
  expect(run).toHaveBeenCalledOnce();
});

test.each([0, 1, 2])('it can be called off at every step (%i)', async (step) => {
  const run = vi.fn();
  const cancel = runIn(100, run);
  if (step > 0) vi.advanceTimersByTime(100);
  if (step > 1) paint();
  cancel();
  vi.advanceTimersByTime(1_000);
  paint();
  await Promise.resolve();
  expect(run).not.toHaveBeenCalled();
  expect(open).toBe(0);
});
