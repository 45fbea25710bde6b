import type { Outcome } from './row.ts';

/** One row of a report. Nothing in it names a patient: the whole can be mailed to a supplier (S7). */
export type RowReport = {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  readonly outcome: Outcome;
  readonly reason: string;
  /** X-Request-ID of each call it rests on, by which the service finds them in its logs. */
  readonly requestIds: readonly string[];
};

export type ServiceReport = {
  readonly base: string;
  /** ISO, UTC. */
  readonly checkedAt: string;
  readonly rows: readonly RowReport[];
  readonly passed: number;
  readonly failed: number;
  readonly notOffered: number;
  readonly notChecked: number;
};

/** A report on these rows. */
export function serviceReport(base: string, checkedAt: string, rows: readonly RowReport[]): ServiceReport {
  const count = (wanted: Outcome) => rows.filter(({ outcome }) => outcome === wanted).length;
  return {
    base,
    checkedAt,
    rows,
    passed: count('pass'),
    failed: count('fail'),
    notOffered: count('not offered'),
    notChecked: count('not checked'),
  };
}
