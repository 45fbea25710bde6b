import type { Run } from './run.ts';

/** How one row of the table ends. */
export type Outcome = 'pass' | 'fail' | 'not offered' | 'not checked';

/** What a check has found. The reason is one or two sentences of ours: nothing of an answer is ever quoted in it (S7). */
export type Finding = {
  readonly outcome: Outcome;
  readonly reason: string;
  /** The calls it rests on, where these are others than all that were made for it. */
  readonly requestIds?: readonly string[];
};

/** One thing that is asked of a plan service. */
export type Row = {
  readonly id: string;
  readonly title: string;
  /** `false`: Planside has a way without it, which the reason of “not offered” names. */
  readonly required: boolean;
  readonly check: (run: Run) => Finding | Promise<Finding>;
};

/** Rows that belong together, in the order in which they are checked. */
export type RowGroup = { readonly title: string; readonly rows: readonly Row[] };

/** The service does it. */
export function pass(reason: string): Finding {
  return { outcome: 'pass', reason };
}

/** The service does it otherwise than the contract has it. */
export function fail(reason: string): Finding {
  return { outcome: 'fail', reason };
}

/** The service does without, and Planside too; the reason says how. */
export function notOffered(reason: string): Finding {
  return { outcome: 'not offered', reason };
}

/** Nothing has been shown, for or against; the reason says what is missing. */
export function notChecked(reason: string): Finding {
  return { outcome: 'not checked', reason };
}

/** Thrown where a row cannot be judged because something before it did not come about; the message is the reason. */
export class NotCheckable extends Error {}
