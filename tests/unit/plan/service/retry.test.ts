import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FhirAnswer, LIMITS } from '../../../../utils/plan/service/asking.ts';
import { withRetries } from '../../../../utils/plan/service/retry.ts';
import type { Tried } from '../../../../utils/plan/service/try-request.ts';
import { anAsking, answered } from './asking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const SECOND = 1000;

/** Tries that all come to 503, and when each was made. */
function busy(after: number | null, endsIn: number) {
  const times: number[] = [];
  const begun = performance.now();
  const once = async (): Promise<Tried> => {
    times.push(performance.now() - begun);
    return { answer: answered(503), again: true, after };
  };
  let answer: FhirAnswer | undefined;
  const asking = anAsking({ limits: LIMITS, endsAt: begun + endsIn });
  void withRetries(asking, once).then((found) => {
    answer = found;
  });
  return { times, answer: () => answer };
}

describe('the wait before another try', () => {
  test('grows, differs from one client to the next, and never is long', async () => {
    const first = new Set<number>();
    for (let client = 0; client < 20; client += 1) {
      const { times } = busy(null, 18 * SECOND);
      await vi.runAllTimersAsync();
      const [, second = 0, third = 0] = times;
      expect(times).toHaveLength(3);
      expect(second).toBeGreaterThanOrEqual(300);
      expect(second).toBeLessThanOrEqual(600);
      expect(third - second).toBeGreaterThanOrEqual(600);
      expect(third - second).toBeLessThanOrEqual(1200);
      first.add(second);
    }
    expect(first.size).toBeGreaterThan(5);
  });

  test('is at least as long as the service asks for', async () => {
    const { times } = busy(5 * SECOND, 18 * SECOND);
    await vi.runAllTimersAsync();
    expect(times[1]).toBeGreaterThanOrEqual(5 * SECOND);
    expect(times[1]).toBeLessThanOrEqual(7 * SECOND);
  });

  test('is not begun if it would not end in time: the answer stands', async () => {
    for (const after of [18 * SECOND, 3_600 * SECOND, Number.POSITIVE_INFINITY]) {
      const { times, answer } = busy(after, 18 * SECOND);
      await vi.advanceTimersByTimeAsync(0);
      expect(times).toHaveLength(1);
      expect(answer()).toMatchObject({ status: 503, tries: 1 });
    }
  });

  test('is begun as long as it ends in time, and not once more', async () => {
    const { times, answer } = busy(9 * SECOND, 18 * SECOND);
    await vi.runAllTimersAsync();
    expect(times).toHaveLength(2);
    expect(answer()).toMatchObject({ status: 503, tries: 2 });
  });

  test('ends when nobody waits any more', async () => {
    const running = new AbortController();
    const once = async (): Promise<Tried> => ({ answer: answered(503), again: true, after: 60 * SECOND });
    const answer = withRetries(anAsking({ limits: LIMITS, signal: running.signal }), once);
    await vi.advanceTimersByTimeAsync(SECOND);
    running.abort();
    expect(await answer).toMatchObject({ kind: 'failed', cause: 'interrupted' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('a mistake of our own is no answer of the service', async () => {
  const broken = async (): Promise<Tried> => {
    throw new TypeError('not a function');
  };
  await expect(withRetries(anAsking(), broken)).rejects.toThrow('not a function');
});
