import type { RequestStep } from '../plan-service/faults/step-of.ts';
import { DAY } from './working-day.ts';

/** What a request is for; `pack` goes to wherever the adapter pack is published. */
export type Kind = RequestStep | 'pack';

export type Sent = {
  readonly kind: Kind;
  /** Milliseconds after midnight. */
  readonly at: number;
  readonly isAnswered: boolean;
  readonly bytes: number;
  /** What an answer that says that nothing has changed spares (bytes). */
  readonly spared: number;
};

export type KindCount = { answered: number; refused: number; bytes: number; unchanged: number; spared: number };

/** Everything a fleet has asked in one day, by kind and by second. */
export type RequestTally = {
  readonly add: (sent: Sent) => void;
  readonly byKind: ReadonlyMap<Kind, KindCount>;
  /** Requests in each second of the day, of one kind, or of all but packs, which go elsewhere. */
  readonly seconds: (kind: Kind | 'planService') => Uint32Array;
};

const SECONDS = DAY / 1_000;

/** An empty tally. */
export function requestTally(): RequestTally {
  const byKind = new Map<Kind, KindCount>();
  const seconds = new Map<Kind | 'planService', Uint32Array>();
  const secondsOf = (kind: Kind | 'planService') => {
    const known = seconds.get(kind) ?? new Uint32Array(SECONDS);
    seconds.set(kind, known);
    return known;
  };
  const one = (of: Uint32Array, at: number) => {
    of[at] = (of[at] ?? 0) + 1;
  };
  return {
    byKind,
    seconds: secondsOf,
    add({ kind, at, isAnswered, bytes, spared }) {
      const count = byKind.get(kind) ?? { answered: 0, refused: 0, bytes: 0, unchanged: 0, spared: 0 };
      byKind.set(kind, count);
      if (isAnswered) count.answered += 1;
      else count.refused += 1;
      if (isAnswered) count.bytes += bytes;
      if (isAnswered && spared > 0) {
        count.unchanged += 1;
        count.spared += spared;
      }
      // What is still on its way at midnight belongs to this day.
      const second = Math.min(SECONDS - 1, Math.floor(at / 1_000));
      one(secondsOf(kind), second);
      if (kind !== 'pack') one(secondsOf('planService'), second);
    },
  };
}
