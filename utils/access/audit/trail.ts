import type { EventStore } from './event-store.ts';
import { type LocalArea, type Mark, mend, readMark, standIn, writeMark } from './mark.ts';
import type { StoredEvent } from './trail-types.ts';

/** What the steps of the outbox share in one life of the background. */
export type Trail = {
  readonly area: LocalArea;
  readonly store: EventStore;
  /** Sent without having been stored, by id, and not acknowledged: not lost as long as this life lasts. */
  readonly inHand: Map<string, StoredEvent>;
  /** Acknowledged without having been stored, by id. */
  readonly delivered: Set<string>;
  /** Runs steps that read and write mark and store one after another, in the order in which they were asked for. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
};

/** Mark and store, as they stand and agree. */
export type Books = {
  readonly mark: Mark;
  /** `null`: the store cannot be read now. */
  readonly held: Awaited<ReturnType<EventStore['look']>> | null;
  /** Sequences of events that are lost, and of which the service has not been told. */
  readonly missing: readonly number[];
};

/** A trail at the beginning of a life. */
export function openTrail(area: LocalArea, store: EventStore): Trail {
  let last: Promise<unknown> = Promise.resolve();
  return {
    area,
    store,
    inHand: new Map(),
    delivered: new Set(),
    inTurn(step) {
      const turn = last.then(step);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/**
 * Reads mark and store, and writes the mark anew where something ended before it could be written. Only in turn.
 *
 * @param id look also whether this event is known
 * @throws if the mark cannot be read or written
 */
export async function readBooks({ area, store, inHand }: Trail, id?: string): Promise<Books> {
  const held = await store.look(id).catch(() => null);
  const stored = await readMark(area);
  const before = typeof stored === 'string' ? standIn(stored, held) : stored;
  const { mark, missing } = held ? mend(before, held, sequencesOf(inHand)) : { mark: before, missing: [] };
  if (JSON.stringify(mark) !== JSON.stringify(stored)) await writeMark(area, mark);
  return { mark, held, missing };
}

/** Whether something was lost of which the service has not been told. */
export function hasGap({ mark, missing }: Books): boolean {
  return missing.length > 0 || mark.standsIn !== null;
}

/** How many events wait to be acknowledged. */
export function waitingIn({ mark, held }: Books): number {
  return held ? held.waiting.length : mark.open.length;
}

function sequencesOf(inHand: ReadonlyMap<string, StoredEvent>): ReadonlySet<number> {
  return new Set([...inHand.values()].map(({ sequence }) => sequence));
}
