import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backAfterMs, onBackOnline } from '../../../utils/tabs/back-online.ts';

let online: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', (name: string, heard: () => void) => {
    if (name === 'online') online = heard;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a computer that is back asks within ten seconds, another at another moment', async () => {
  const back = vi.fn();
  onBackOnline(back);
  for (const chance of [0, 0.25, 0.999]) {
    vi.spyOn(Math, 'random').mockReturnValueOnce(chance);
    online();
  }
  await vi.advanceTimersByTimeAsync(0);
  expect(back).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(backAfterMs(1) / 4);
  expect(back).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(backAfterMs(1));
  expect(back).toHaveBeenCalledTimes(3);
});
