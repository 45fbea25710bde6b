import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfterMs } from '../../../../utils/plan/service/retry-after.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);

test('seconds, however many', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (seconds) => {
      expect(retryAfterMs(String(seconds), NOW)).toBe(seconds * 1000);
    }),
  );
  expect(retryAfterMs(' 7 ', NOW)).toBe(7000);
  expect(retryAfterMs('9'.repeat(400), NOW)).toBe(Number.POSITIVE_INFINITY);
});

test('an HTTP-date, by the clock it is told', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), (seconds) => {
      const date = new Date(NOW + seconds * 1000).toUTCString();
      expect(retryAfterMs(date, NOW)).toBe(Math.max(0, seconds * 1000));
    }),
  );
});

test.each([null, '', 'soon', '-1', '+1', '1.5', '1e3', '0x10', '1, 2', 'Infinity', 'NaN', '2026-11-22T12:00:00Z'])(
  '%j says nothing',
  (value) => expect(retryAfterMs(value, NOW)).toBeNull(),
);

test('whatever is sent, the wait is none, or a time that is not negative', () => {
  const anything = fc.oneof(fc.string(), fc.stringMatching(/^[-+\d., ]*$/), fc.date().map(String));
  fc.assert(
    fc.property(anything, fc.integer(), (value, now) => {
      const wait = retryAfterMs(value, now);
      expect(wait === null || wait >= 0).toBe(true);
    }),
  );
});
