import { median } from '../statistics.ts';
import type { Sample } from './samples.ts';

/** All that was measured, to be asked by subject and name. */
export type Results = {
  readonly of: (subject: string, name: string) => readonly number[];
  readonly median: (subject: string, name: string) => number;
  /** The middle of the differences to no extension, each in one round. */
  readonly added: (subject: string, name: string) => number;
};

/** The subject without an extension. */
export const NONE = 'none';

/** Sorts what was measured. */
export function resultsOf(samples: readonly Sample[]): Results {
  const of = (subject: string, name: string) =>
    samples.flatMap((sample) => (sample.subject === subject ? (sample.values[name] ?? []) : []));
  const valueIn = (round: number, subject: string, name: string) =>
    samples.find((sample) => sample.round === round && sample.subject === subject)?.values[name] ?? Number.NaN;
  return {
    of,
    median: (subject, name) => median(of(subject, name)),
    added(subject, name) {
      const rounds = [...new Set(samples.map(({ round }) => round))];
      const differences = rounds.map((round) => valueIn(round, subject, name) - valueIn(round, NONE, name));
      return median(differences.filter(Number.isFinite));
    },
  };
}
