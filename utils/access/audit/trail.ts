import type { EventStore } from './event-store.ts';
import { type LocalArea, type Mark, mend, readMark, standIn, whileShut, writeMark } from './mark.ts';
import { type NewestIds, newestIds } from './newest-ids.ts';
import type { Gap, StoredEvent } from './trail-types.ts';

/** What the steps of the outbox share in one life of the background. */
export type Trail = {
  readonly area: LocalArea;
  readonly store: EventStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Sent without having been stored, by id, and not acknowledged: not lost as long as this life lasts. */
  readonly inHand: Map<string, StoredEvent>;
  /** Ids that were acknowledged last in this life: known, whatever becomes of their tombstones. */
  readonly delivered: NewestIds;
  /** Runs steps that read and write mark and store one after another, in the order in which they were asked for. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
};

/** Mark and store, as they stand and agree. */
export type Books = {
  readonly mark: Mark;
  /** `null`: the store cannot be read now. */
  readonly held: Awaited<ReturnType<EventStore['look']>> | null;
  /** What is lost, and no gap event in the store tells of. */
  readonly untold: Gap;
};

/** A trail at the beginning of a life. */
export function openTrail(area: LocalArea, store: EventStore, now: () => number): Trail {
  let last: Promise<unknown> = Promise.resolve();
  return {
    area,
    store,
    now,
    inHand: new Map(),
    delivered: newestIds(),
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
export async function readBooks({ area, store, inHand, now }: Trail, id?: string): Promise<Books> {
  const held = await store.look(id).catch(() => null);
  const stored = await readMark(area);
  const before = typeof stored === 'string' ? standIn(stored, held) : stored;
  const { mark, untold } = held
    ? mend(before, held, sequencesOf(inHand))
    : whileShut(before, sequencesOf(inHand), now());
  if (JSON.stringify(mark) !== JSON.stringify(stored)) await writeMark(area, mark);
  return { mark, held, untold };
}

/** Whether something was lost that a gap event has to tell of. */
export function hasGap({ untold }: Books): boolean {
  return untold.missing.length > 0 || untold.markLost !== null;
}

/** How many events wait to be acknowledged. */
export function waitingIn({ mark, held }: Books): number {
  return held ? held.waiting.length : mark.open.length;
}

function sequencesOf(inHand: ReadonlyMap<string, StoredEvent>): ReadonlySet<number> {
  return new Set([...inHand.values()].map(({ sequence }) => sequence));
}
