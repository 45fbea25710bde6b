import type { AuditKey } from './audit-key.ts';
import { keepGap } from './keep-event.ts';
import { type AuditConnection, type Sent, sendEvent } from './send-event.ts';
import { isToldBefore } from './told-before.ts';
import { hasGap, readBooks, type Trail, waitingIn } from './trail.ts';
import type { StoredEvent } from './trail-types.ts';

/**
 * What came of delivering all that waits. `refused`: some were not taken, or not from who is signed in; all of these
 * are kept. `waiting`: how many events have still to be acknowledged.
 */
export type Delivery = {
  readonly outcome: 'done' | 'later' | 'signedOut' | 'refused';
  readonly waiting: number;
};

/**
 * Delivers what waits, in order, and what was lost meanwhile; each event at most once.
 *
 * @param auditKey is asked only where a loss has to be told of
 * @throws if mark or store cannot be used
 */
export async function deliverAll(
  trail: Trail,
  connection: AuditConnection,
  auditKey: () => Promise<AuditKey | null>,
): Promise<Delivery> {
  const tellOfGaps = async () => {
    if (!hasGap(await trail.inTurn(() => readBooks(trail)))) return;
    const key = await auditKey();
    await trail.inTurn(() => keepGap(trail, key, connection));
  };
  const sendAll = async () => {
    await tellOfGaps();
    const books = await trail.inTurn(() => readBooks(trail));
    if (books.held) return sendEach(trail, books.held.waiting, connection);
    return waitingIn(books) === 0 ? 'done' : 'later';
  };
  const first = await sendAll();
  // What the service had from before has left a gap just now.
  const isWhole = first !== 'done' || !hasGap(await trail.inTurn(() => readBooks(trail)));
  const outcome = isWhole ? first : await sendAll();
  return { outcome, waiting: waitingIn(await trail.inTurn(() => readBooks(trail))) };
}

/** Delivers one event that waits, and notes that it was acknowledged. */
export async function deliverEvent(
  trail: Trail,
  event: StoredEvent,
  connection: AuditConnection,
): Promise<Exclude<Sent, 'taken'>> {
  const sent = await sendEvent(event, connection);
  if (sent === 'taken') return isToldBefore(event.id) ? giveUp(trail, event) : 'refused';
  if (sent === 'acknowledged') {
    trail.delivered.add(event.id);
    // If that cannot be written, it is sent once more some time, and the service says that it has it.
    await trail.inTurn(() => close(trail, event.sequence)).catch(() => undefined);
  }
  return sent;
}

async function sendEach(
  trail: Trail,
  sequences: readonly number[],
  connection: AuditConnection,
): Promise<Delivery['outcome']> {
  let outcome: 'done' | 'refused' = 'done';
  for (const sequence of sequences) {
    const event = await trail.store.read({ sequence });
    // Delivered by somebody else meanwhile.
    if (event?.jwe === null) continue;
    // What cannot be read any more cannot be taken by anybody.
    const sent = event ? await deliverEvent(trail, event, connection) : 'refused';
    if (sent === 'forbidden') return 'refused';
    if (sent === 'later' || sent === 'signedOut') return sent;
    if (sent === 'refused') outcome = 'refused';
  }
  return outcome;
}

/** The service has this event from before: it is one event, and the sequence it took the second time is told as missing. */
async function giveUp(trail: Trail, { id, sequence }: StoredEvent): Promise<'acknowledged'> {
  trail.delivered.add(id);
  await trail.inTurn(() => trail.store.remove(sequence)).catch(() => undefined);
  return 'acknowledged';
}

/** First the tombstone, then the mark, which follows the store. */
async function close(trail: Trail, sequence: number): Promise<void> {
  await trail.store.acknowledge(sequence);
  await readBooks(trail);
}
