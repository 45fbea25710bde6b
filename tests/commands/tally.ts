import { basename } from 'node:path';
import { z } from 'zod';

export type Tally = {
  passed: number;
  failed: number;
  skipped: number;
  /** A line for each failure that has a name. */
  failures: readonly string[];
};

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z
    .array(
      z.object({
        name: z.string(),
        assertionResults: z.array(
          z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
        ),
      }),
    )
    .default([]),
});

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
const UNREADABLE: Tally = { ...NOTHING, failed: 1 };

/** A step that either works or does not counts as one check. */
export function tallyCheck(exitCode: number | null): Tally {
  return exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/**
 * Counts the tests in what vitest's JSON reporter wrote. A run that failed without a failed test (a file that does not
 * load, no tests at all, an error outside of tests) or without a readable report counts as one failure: never as none.
 */
export function tallyVitest(report: string, exitCode: number | null): Tally {
  const read = VitestReport.safeParse(parsed(report));
  if (!read.success) return UNREADABLE;
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = read.data;
  const failed = numFailedTests === 0 && (exitCode !== 0 || passed === 0) ? 1 : numFailedTests;
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${basename(name)} > ${fullName}: ${firstLine(failureMessages?.[0])}`),
  );
  return { passed, failed, skipped: numPendingTests + numTodoTests, failures };
}

const FaultRows = z.array(z.object({ class: z.string(), browser: z.string(), broken: z.array(z.string()) })).min(1);

/** Counts the classes of a fault campaign, each in each browser. A run without a readable report is one failure. */
export function tallyFaults(report: string, exitCode: number | null): Tally {
  const read = FaultRows.safeParse(parsed(report));
  if (!read.success) return UNREADABLE;
  const rows = read.data.filter(({ broken }) => broken.length > 0);
  const failed = rows.length === 0 && exitCode !== 0 ? 1 : rows.length;
  const failures = rows.map((row) => `${row.class} · ${row.browser}: ${firstLine(row.broken[0])}`);
  return { passed: read.data.length - rows.length, failed, skipped: 0, failures };
}

const firstLine = (text = '') => text.split('\n', 1)[0] ?? '';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      failures: [...total.failures, ...one.failures],
    }),
    NOTHING,
  );
}

/** "12 passed, 0 failed", and ", 1 skipped" only when something was: the last line of `npm test`. */
export function tallyLine({ passed, failed, skipped }: Omit<Tally, 'failures'>): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
