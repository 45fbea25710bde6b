import type { AuditDraft } from './audit-draft.ts';
import { auditEventOf } from './audit-event.ts';
import type { AuditKey } from './audit-key.ts';
import { type Delivery, deliverAll, deliverEvent } from './deliver.ts';
import { type EventStore, eventStore } from './event-store.ts';
import { type Kept, keepEvent, keepGap, type ToKeep } from './keep-event.ts';
import type { LocalArea } from './mark.ts';
import type { AuditConnection, Sent } from './send-event.ts';
import { openTrail, readBooks, type Trail, waitingIn } from './trail.ts';

/** What an outbox is made of. */
export type OutboxOptions = {
  /** `storage.local`. */
  readonly area: LocalArea;
  /** The key of the plan service; `null`: none is to be had. */
  readonly auditKey: () => Promise<AuditKey | null>;
  /** Left out: IndexedDB. */
  readonly store?: EventStore;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/** Audit events on their way to the plan service (S10). One for each life of the background. */
export type Outbox = {
  /**
   * Keeps an event: once this resolves with `ok`, it is on the disk, sealed, or with the service. An id that was kept
   * before is the same event, and nothing is stored.
   *
   * @param connection for an event that cannot be stored, which is then delivered at once; `null`: nobody is signed in
   */
  keep(draft: AuditDraft, connection: AuditConnection | null): Promise<Kept>;
  /** Delivers all that wait, in order. Asked while it runs, it joins, and goes through all once more at its end. */
  deliver(connection: AuditConnection): Promise<Delivery>;
  /**
   * Delivers one event that was kept, because what it opens waits for it. `refused`: not taken, not from who is signed
   * in, or not there (any more).
   */
  deliverOne(id: string, connection: AuditConnection): Promise<'acknowledged' | 'later' | 'refused' | 'signedOut'>;
  /** How many events have still to be acknowledged; none where that cannot be read. */
  waiting(): Promise<number>;
};

/**
 * Opens the outbox. What a former life of the background had not finished is finished by the next step of this one.
 *
 * Events lie sealed in IndexedDB, and each names the one before it; a mark in `storage.local` says which have to be
 * there. So neither a killed background nor a lost database makes an event vanish or appear twice: what is gone is told
 * to the service by an event of its own. (Told twice is possible where there was no room to store that event, and the
 * background was killed just when the service had taken it.)
 */
export function openOutbox({ area, auditKey, store = eventStore(), now = Date.now }: OutboxOptions): Outbox {
  const trail = openTrail(area, store, now);
  const keyOrNone = () => auditKey().catch(() => null);
  return {
    keep: (draft, connection) => keep(trail, draft, keyOrNone, connection),
    deliver: joining((connection) => deliverAll(trail, connection, keyOrNone).catch(() => nothingDelivered(trail))),
    deliverOne: (id, connection) => deliverOne(trail, id, connection),
    waiting: () => countWaiting(trail),
  };
}

async function keep(
  trail: Trail,
  draft: AuditDraft,
  auditKey: () => Promise<AuditKey | null>,
  connection: AuditConnection | null,
): Promise<Kept> {
  const { id, correlationId } = draft;
  const toKeep: ToKeep = { id, correlationId, gap: null, eventAt: (link) => auditEventOf(draft, link) };
  // Asked for out of turn: nobody else waits for the network meanwhile.
  const key = await auditKey();
  const kept = await trail.inTurn(() => keepEvent(trail, toKeep, key, connection)).catch(() => null);
  // What was lost stays in the mark until it could be told.
  await trail.inTurn(() => keepGap(trail, key, null)).catch(() => undefined);
  return kept ?? { ok: false, code: 'AUD-STORE' };
}

async function deliverOne(
  trail: Trail,
  id: string,
  connection: AuditConnection,
): Promise<Exclude<Sent, 'forbidden' | 'taken'>> {
  if (trail.delivered.has(id)) return 'acknowledged';
  try {
    const event = await trail.inTurn(() => trail.store.read({ id }));
    if (!event) return 'refused';
    const sent = event.jwe === null ? 'acknowledged' : await deliverEvent(trail, event, connection);
    return sent === 'forbidden' ? 'refused' : sent;
  } catch {
    return 'later';
  }
}

function countWaiting(trail: Trail): Promise<number> {
  return trail.inTurn(async () => waitingIn(await readBooks(trail))).catch(() => 0);
}

async function nothingDelivered(trail: Trail): Promise<Delivery> {
  return { outcome: 'later', waiting: await countWaiting(trail) };
}

/** One run at a time; who asks meanwhile gets a further pass, by the newest connection, and its outcome. */
function joining(
  pass: (connection: AuditConnection) => Promise<Delivery>,
): (connection: AuditConnection) => Promise<Delivery> {
  let running: Promise<Delivery> | null = null;
  let next: AuditConnection | null = null;
  async function run(): Promise<Delivery> {
    let delivery: Delivery = { outcome: 'done', waiting: 0 };
    while (next) {
      const connection = next;
      next = null;
      delivery = await pass(connection);
    }
    // In the same breath in which nobody was waiting: who asks from here on gets a run of their own.
    running = null;
    return delivery;
  }
  return (connection) => {
    next = connection;
    running ??= run();
    return running;
  };
}
