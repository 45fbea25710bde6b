import type { AuditKey } from './audit-key.ts';
import { keepGap } from './keep-event.ts';
import { type AuditConnection, type Sent, sendEvent } from './send-event.ts';
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
  now: number,
): Promise<Delivery> {
  if (hasGap(await trail.inTurn(() => readBooks(trail)))) {
    const key = await auditKey();
    await trail.inTurn(() => keepGap(trail, key, connection, now));
  }
  const { held } = await trail.inTurn(() => readBooks(trail));
  const outcome = held ? await sendEach(trail, held.waiting, connection) : 'later';
  return { outcome, waiting: waitingIn(await trail.inTurn(() => readBooks(trail))) };
}

/** Delivers one event that waits, and notes that it was acknowledged. */
export async function deliverEvent(trail: Trail, event: StoredEvent, connection: AuditConnection): Promise<Sent> {
  const sent = await sendEvent(event, connection);
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

/** First the tombstone, then the mark, which follows the store. */
async function close(trail: Trail, sequence: number): Promise<void> {
  await trail.store.acknowledge(sequence);
  await readBooks(trail);
}
