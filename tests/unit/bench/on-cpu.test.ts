import { describe, expect, it } from 'vitest';
import { type OnCpu, readOnCpu, spentBetween } from '../../bench/on-cpu.ts';

type One = OnCpu extends ReadonlyMap<number, infer Process> ? Process : never;
const one = (kind: One['kind'], main: number, all: number): One => ({ kind, main, all });

describe('what was spent between two readings', () => {
  it('is what each process has more, and all of one that is new', () => {
    const before: OnCpu = new Map([
      [1, one('browser', 5, 9)],
      [2, one('page', 10, 20)],
    ]);
    const later: OnCpu = new Map([
      [1, one('browser', 6, 11)],
      [2, one('page', 17, 30)],
      [3, one('page', 1, 2)],
      [4, one('extension', 3, 4)],
    ]);
    expect(spentBetween(before, later)).toEqual({ pageMain: 8, extension: 4, all: 18 });
  });
});

describe.runIf(process.platform === 'linux')('a reading', () => {
  it('is of a process and of those below it, and grows with what they do', () => {
    const before = readOnCpu(process.pid);
    const start = process.cpuUsage();
    while (process.cpuUsage(start).user < 50_000);
    const spent = spentBetween(before, readOnCpu(process.pid));
    expect(before.has(process.pid)).toBe(true);
    expect(spent.all).toBeGreaterThan(40);
  });

  it('of a process that has gone is empty', () => expect(readOnCpu(2 ** 30)).toEqual(new Map()));
});
