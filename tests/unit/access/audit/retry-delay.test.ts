import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryDelayMs } from '../../../../utils/access/audit/retry-delay.ts';

it('waits half a minute, then longer and longer, up to five minutes', () => {
  expect([1, 2, 3, 4, 5, 50, 5_000].map((tries) => retryDelayMs(tries, 0) / 1_000)).toEqual([
    30, 60, 120, 240, 240, 240, 240,
  ]);
  expect(retryDelayMs(9, 1)).toBe(300_000);
});

it('never waits less than half a minute or more than five, and chance makes a difference', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
      const delay = retryDelayMs(tries, random);
      expect(delay).toBeGreaterThanOrEqual(30_000);
      expect(delay).toBeLessThanOrEqual(300_000);
      expect(Number.isInteger(delay)).toBe(true);
    }),
  );
  expect(retryDelayMs(1, 0.9)).toBeGreaterThan(retryDelayMs(1, 0.1));
});
