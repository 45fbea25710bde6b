import { describe, expect, it } from 'vitest';
import { sum, tallyCheck, tallyFaults, tallyLine, tallyVitest } from '../../commands/tally.ts';

const report = (passed: number, failed: number, pending = 0, todo = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
    success: failed === 0,
  });

const rows = (...broken: readonly string[][]) =>
  JSON.stringify(broken.map((one) => ({ class: 'quota', browser: 'Firefox', broken: one })));

describe('tally', () => {
  it('counts a check as one', () => {
    expect(tallyCheck(0)).toMatchObject({ passed: 1, failed: 0, skipped: 0 });
    expect(tallyCheck(2)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyCheck(null)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts what vitest reports', () => {
    expect(tallyVitest(report(10, 0, 2, 1), 0)).toMatchObject({ passed: 10, failed: 0, skipped: 3 });
    expect(tallyVitest(report(8, 2), 1)).toMatchObject({ passed: 8, failed: 2, skipped: 0 });
  });

  it('never takes a broken run for a good one', () => {
    expect(tallyVitest(report(10, 0), 1).failed).toBe(1);
    expect(tallyVitest(report(10, 0), null).failed).toBe(1);
    expect(tallyVitest(report(0, 0), 0).failed).toBe(1);
    expect(tallyVitest('', 0).failed).toBe(1);
    expect(tallyVitest('{"numPassedTests":"10"}', 0).failed).toBe(1);
  });

  it('counts the classes of a fault campaign, and never takes a broken run for a good one', () => {
    expect(tallyFaults(rows([], []), 0)).toMatchObject({ passed: 2, failed: 0, skipped: 0 });
    expect(tallyFaults(rows([], ['case 3']), 1)).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
    for (const [report, code] of [
      [rows([]), 1],
      [rows([]), null],
      [rows(), 0],
      ['', 0],
    ] as const) {
      expect(tallyFaults(report, code).failed).toBe(1);
    }
  });

  it('names what failed, a line each', () => {
    const results = (fullName: string, status: string, message: string) => ({
      name: '/somewhere/tests/lock.test.ts',
      assertionResults: [{ status, fullName, failureMessages: [message] }],
    });
    const testResults = [
      results('lock locks', 'failed', 'Error: in vain\n  at x'),
      results('lock opens', 'passed', ''),
    ];
    const tests = tallyVitest(JSON.stringify({ ...JSON.parse(report(1, 1)), testResults }), 1);
    const faults = tallyFaults(rows([], ['case 3, plan\nmore', 'case 4']), 1);
    expect(sum([tests, tallyCheck(0), faults]).failures).toEqual([
      'lock.test.ts > lock locks: Error: in vain',
      'quota · Firefox: case 3, plan',
    ]);
  });

  it('adds up and says it', () => {
    const total = sum([tallyCheck(0), tallyCheck(1), { passed: 40, failed: 0, skipped: 0, failures: [] }]);
    expect(tallyLine(total)).toBe('41 passed, 1 failed');
    expect(tallyLine({ ...total, skipped: 2 })).toBe('41 passed, 1 failed, 2 skipped');
    expect(tallyLine(sum([]))).toBe('0 passed, 0 failed');
  });
});
