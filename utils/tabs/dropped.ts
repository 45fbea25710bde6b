import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { allowed, type Called } from './allowed.ts';
import { SENDER_KINDS, type SenderKind } from './sender.ts';

/** A message and who said it, such as `page.report otherPage`. */
export type Dropped = `${Called} ${SenderKind}`;
/** How often each was dropped since the browser was started; what never was is left out. */
export type DroppedCounts = Readonly<Partial<Record<Dropped, number>>>;

const KEY = 'dropped';
/** Counts are written at most so often, in milliseconds: a flood of messages must not become a flood of writes. */
const BETWEEN_WRITES_MS = 1_000;

const names = [...Object.keys(allowed), 'unknown'];
const known: ReadonlySet<string> = new Set(names.flatMap((name) => SENDER_KINDS.map((kind) => `${name} ${kind}`)));
const storedSchema = z.record(z.string(), z.int().check(z.nonnegative()));

let unwritten: DroppedCounts = {};
let isWriting = false;
let wroteAt = Number.NEGATIVE_INFINITY;

/** Counts a message that was dropped, by its name in the table and the kind of sender; never what it held. */
export function countDropped(message: Called, kind: SenderKind): void {
  unwritten = sum(unwritten, { [`${message} ${kind}`]: 1 });
  writeSoon();
}

/** The counts as they were at most a second ago, in `storage.session`; for pages of the extension and the background. */
export async function droppedCounts(): Promise<DroppedCounts> {
  const stored = storedSchema.safeParse((await browser.storage.session.get(KEY))[KEY]);
  const entries = stored.success ? Object.entries(stored.data) : [];
  return Object.fromEntries(entries.filter(([what]) => known.has(what)));
}

function writeSoon(): void {
  if (isWriting) return;
  isWriting = true;
  setTimeout(write, Math.max(0, wroteAt + BETWEEN_WRITES_MS - performance.now()));
}

async function write(): Promise<void> {
  const adding = unwritten;
  unwritten = {};
  wroteAt = performance.now();
  try {
    await browser.storage.session.set({ [KEY]: sum(await droppedCounts(), adding) });
  } catch {
    // Not now; with the next one.
    unwritten = sum(adding, unwritten);
  }
  isWriting = false;
  if (Object.keys(unwritten).length > 0) writeSoon();
}

function sum(one: DroppedCounts, other: DroppedCounts): DroppedCounts {
  const all: Record<string, number> = { ...one };
  for (const [what, count] of Object.entries(other)) all[what] = (all[what] ?? 0) + count;
  return all;
}
