import { z } from 'zod';

export type Tally = { passed: number; failed: number; skipped: number };

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
});

/** A step that either works or does not counts as one check. */
export function tallyCheck(exitCode: number | null): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Counts the tests in what vitest's JSON reporter wrote. A run that failed without a failed test (a file that does not
 * load, no tests at all, an error outside of tests) or without a readable report counts as one failure: never as none.
 */
export function tallyVitest(report: string, exitCode: number | null): Tally {
  const read = VitestReport.safeParse(parsed(report));
  if (!read.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = read.data;
  const failed = numFailedTests === 0 && (exitCode !== 0 || passed === 0) ? 1 : numFailedTests;
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}

const FaultRows = z.array(z.object({ broken: z.array(z.string()) })).min(1);

/** Counts the classes of a fault campaign, each in each browser. A run without a readable report is one failure. */
export function tallyFaults(report: string, exitCode: number | null): Tally {
  const read = FaultRows.safeParse(parsed(report));
  if (!read.success) return { passed: 0, failed: 1, skipped: 0 };
  const failed = read.data.filter(({ broken }) => broken.length > 0).length;
  return { passed: read.data.length - failed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: 0 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function sum(tallies: Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  return total;
}

/** "12 passed, 0 failed", and ", 1 skipped" only when something was: the last line of `npm test`. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
