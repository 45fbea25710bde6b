import * as z from 'zod/mini';
import type { Gap, StoredEvent } from './trail-types.ts';

/** What is needed of `storage.local`. */
export type LocalArea = {
  get(key: string): Promise<Readonly<Record<string, unknown>>>;
  set(items: Record<string, unknown>): Promise<void>;
};

const sequence = z.int().check(z.nonnegative());

const hash = z.string().check(z.regex(/^([0-9a-f]{64})?$/));

const markSchema = z.object({
  /** Random UUID. */
  installation: z.uuid(),
  /** Of the newest event. */
  sequence,
  /** SHA-256 of the newest event as it was sealed; empty: none was yet. */
  hash,
  /** Sequences that were given, and of which the service has acknowledged neither the event nor its loss. */
  open: z.array(sequence),
  /** Random UUID of a mark that stands in for one that could not be read, until the service has been told of it. */
  standsIn: z.nullable(z.uuid()),
  /**
   * The event that is being stored just now; left out: none is, or the store has been looked into since. Of a store that
   * cannot be read, nobody else knows that it may be in it.
   */
  storing: z.optional(z.object({ sequence, hash })),
  /** Since when the store could not be read, at any look (milliseconds since 1970); left out: it could, at the last. */
  shutSince: z.optional(z.number()),
});

/**
 * The high-water mark of the trail: what has to be in the store. It lies apart from it, in `storage.local`, because a
 * damaged or wiped IndexedDB opens empty and without an error.
 */
export type Mark = z.infer<typeof markSchema>;

/** What the store says of itself. */
export type Held = {
  /** All sequences that lie in it, in ascending order, and of these the ones that wait to be acknowledged. */
  readonly sequences: readonly number[];
  readonly waiting: readonly number[];
  /** The newest event; `null` if there is none, or it cannot be read. */
  readonly newest: Pick<StoredEvent, 'installation' | 'hash'> | null;
  /** What the gap events in it tell of, and whether the service has heard it. */
  readonly gaps: readonly (Gap & { readonly isAcknowledged: boolean })[];
};

const KEY = 'auditMark';
/** Two tries to deliver lie further apart. */
const SHUT_FOR_GOOD_MS = 20_000;

/** The mark, or why there is none. */
export async function readMark(area: LocalArea): Promise<Mark | 'absent' | 'unreadable'> {
  const raw = (await area.get(KEY))[KEY];
  if (raw === undefined) return 'absent';
  const parsed = markSchema.safeParse(raw);
  return parsed.success ? parsed.data : 'unreadable';
}

/** Replaces the mark. */
export async function writeMark(area: LocalArea, mark: Mark): Promise<void> {
  await area.set({ [KEY]: mark });
}

/**
 * The mark where none could be read. The very first finds an empty store; any other stands in for one that is lost. It
 * takes up the trail of the newest event in the store, and without one begins another.
 *
 * @param held `null`: the store cannot be read
 */
export function standIn(was: 'absent' | 'unreadable', held: Held | null): Mark {
  const isFirst = was === 'absent' && held?.sequences.length === 0;
  const standsIn = isFirst ? null : crypto.randomUUID();
  return { installation: crypto.randomUUID(), sequence: 0, hash: '', open: [], standsIn };
}

/**
 * Brings the mark up to what lies in the store, whatever ended in between: events that are newer than the mark are
 * adopted, those that have been acknowledged are closed, and those that wait are open. What is lost stays open until
 * the service has acknowledged a gap event that tells of it: that one could be lost too.
 *
 * @param inHand sequences that are not in the store, but not lost either
 * @returns the mark, and what is lost and no gap event in the store tells of
 */
export function mend(
  mark: Mark,
  held: Held,
  inHand: ReadonlySet<number>,
): { readonly mark: Mark; readonly untold: Gap } {
  const there = new Set(held.sequences);
  const heard = held.gaps.filter(({ isAcknowledged }) => isAcknowledged);
  const away = mark.open.filter((each) => !there.has(each) && !tellsOf(heard, each));
  const newest = held.sequences.at(-1) ?? 0;
  const { installation, hash } = (newest > mark.sequence ? held.newest : null) ?? mark;
  const standsIn = tellsOfMark(heard, mark.standsIn) ? null : mark.standsIn;
  return {
    mark: {
      installation,
      sequence: Math.max(newest, mark.sequence),
      hash,
      open: [...new Set([...away, ...held.waiting])].sort((one, other) => one - other),
      standsIn,
    },
    untold: {
      missing: away.filter((each) => !inHand.has(each) && !tellsOf(held.gaps, each)),
      markLost: tellsOfMark(held.gaps, standsIn) ? null : standsIn,
    },
  };
}

/**
 * The mark while the store cannot be read. What lies in it may only be out of reach for a moment; of a store that stays
 * shut it counts as lost, and the service is told. If it opens after all, what is in it is delivered all the same.
 *
 * @param inHand sequences that are not in the store, but not lost either
 * @param now milliseconds since 1970
 */
export function whileShut(
  mark: Mark,
  inHand: ReadonlySet<number>,
  now: number,
): { readonly mark: Mark; readonly untold: Gap } {
  // With a clock that was set back it begins again.
  const shutSince = Math.min(mark.shutSince ?? now, now);
  const known = { ...withStored(mark), shutSince };
  const lost = now - shutSince < SHUT_FOR_GOOD_MS ? [] : known.open.filter((each) => !inHand.has(each));
  return { mark: known, untold: { missing: lost, markLost: mark.standsIn } };
}

/** An event that was being stored when its background ended has its place in the trail: it may be there. */
function withStored({ storing, ...mark }: Mark): Mark {
  if (!storing || storing.sequence <= mark.sequence) return mark;
  return { ...mark, ...storing, open: [...mark.open, storing.sequence] };
}

function tellsOf(gaps: readonly Gap[], sequence: number): boolean {
  return gaps.some(({ missing }) => missing.includes(sequence));
}

function tellsOfMark(gaps: readonly Gap[], standsIn: string | null): boolean {
  return gaps.some(({ markLost }) => markLost === standsIn);
}
