import type { AuditEvent } from './audit-event.ts';
import { gapEventOf } from './audit-event.ts';
import type { AuditKey } from './audit-key.ts';
import type { EventStore } from './event-store.ts';
import { type Mark, writeMark } from './mark.ts';
import { hashOf, seal } from './seal.ts';
import { type AuditConnection, sendEvent } from './send-event.ts';
import { isToldBefore } from './told-before.ts';
import { hasGap, readBooks, type Trail } from './trail.ts';
import type { ChainLink, Gap, StoredEvent } from './trail-types.ts';

/** Whether an event is safe. `AUD-KEY`: it could not be sealed. `AUD-STORE`: it could not be stored, nor delivered. */
export type Kept = { readonly ok: true } | { readonly ok: false; readonly code: 'AUD-KEY' | 'AUD-STORE' };

/** An event that has no place in the trail yet. */
export type ToKeep = {
  readonly id: string;
  readonly correlationId: string;
  readonly gap: Gap | null;
  readonly eventAt: (link: ChainLink) => AuditEvent;
};

const KEPT: Kept = { ok: true };
const NO_KEY: Kept = { ok: false, code: 'AUD-KEY' };
const NO_STORE: Kept = { ok: false, code: 'AUD-STORE' };

/**
 * Gives an event its place in the trail and stores it; where that cannot be done, delivers it at once. Only in turn.
 *
 * @param connection `null`: it cannot be delivered now
 */
export async function keepEvent(
  trail: Trail,
  toKeep: ToKeep,
  key: AuditKey | null,
  connection: AuditConnection | null,
): Promise<Kept> {
  // Once more if somebody else has taken the sequence meanwhile: another life of this background that was not over.
  for (let tries = 0; tries < 2; tries += 1) {
    const { mark, held } = await readBooks(trail, toKeep.id);
    if (held?.known || trail.delivered.has(toKeep.id)) return KEPT;
    const event = trail.inHand.get(toKeep.id) ?? (key && (await sealed(toKeep, mark, key)));
    if (!event) return NO_KEY;
    const put = held ? await announceAndPut(trail, mark, event) : 'full';
    if (put === 'stored') return (await isInBoth(trail, event)) ? KEPT : NO_STORE;
    if (put === 'full') return connection && (await sendAtOnce(trail, mark, event, connection)) ? KEPT : NO_STORE;
  }
  return NO_STORE;
}

/** Keeps an event that tells what was lost, if something was and nobody has told yet. Only in turn. */
export async function keepGap(trail: Trail, key: AuditKey | null, connection: AuditConnection | null): Promise<void> {
  const books = await readBooks(trail);
  if (!hasGap(books)) return;
  const gap = books.untold;
  // One that was sent and not acknowledged is sent again as it was: another one would tell the same twice.
  const id = [...trail.inHand.values()].find((event) => event.gap)?.id ?? crypto.randomUUID();
  const eventAt = (link: ChainLink) => gapEventOf(id, trail.now(), gap, link);
  await keepEvent(trail, { id, correlationId: crypto.randomUUID(), gap, eventAt }, key, connection);
}

async function sealed(toKeep: ToKeep, mark: Mark, key: AuditKey): Promise<StoredEvent | null> {
  const { id, correlationId, gap, eventAt } = toKeep;
  const { installation, hash: previous } = mark;
  const sequence = mark.sequence + 1;
  const jwe = await seal(eventAt({ installation, sequence, previous }), key).catch(() => null);
  return jwe === null
    ? null
    : { sequence, installation, id, jwe, hash: await hashOf(jwe), previous, correlationId, gap };
}

/** The mark says first what is on its way: once the store cannot be read, nobody else knows whether it arrived. */
async function announceAndPut(trail: Trail, mark: Mark, event: StoredEvent): Promise<'stored' | 'taken' | 'full'> {
  const { sequence, hash } = event;
  await writeMark(trail.area, { ...mark, storing: { sequence, hash } });
  return putOrMakeRoom(trail.store, event);
}

async function putOrMakeRoom(store: EventStore, event: StoredEvent): Promise<'stored' | 'taken' | 'full'> {
  const put = await store.add(event);
  if (put !== 'full') return put;
  await store.dropTombstones().catch(() => undefined);
  return store.add(event);
}

/** The mark follows the store; an event that is in the store alone could be lost unnoticed. */
async function isInBoth(trail: Trail, event: StoredEvent): Promise<boolean> {
  trail.inHand.delete(event.id);
  const { mark } = await readBooks(trail);
  return mark.open.includes(event.sequence);
}

/**
 * Delivers an event that could not be stored. Its sequence is taken before it is sent: if nobody hears the answer, it
 * counts as lost, and no other event can have its place.
 *
 * @returns whether the service has acknowledged it
 */
async function sendAtOnce(trail: Trail, mark: Mark, event: StoredEvent, connection: AuditConnection): Promise<boolean> {
  const { sequence, hash, gap } = event;
  const isNewest = sequence > mark.sequence;
  const taken = {
    ...mark,
    ...(isNewest ? { sequence, hash } : {}),
    open: [...new Set([...mark.open, sequence])],
  };
  await writeMark(trail.area, taken);
  trail.inHand.set(event.id, event);
  const sent = await sendEvent(event, connection);
  const isThere = sent === 'taken' && isToldBefore(event.id);
  if (sent !== 'acknowledged' && !isThere) return false;
  trail.inHand.delete(event.id);
  trail.delivered.add(event.id);
  // The service has it from before; the sequence it took now is told as missing.
  if (isThere) return true;
  // A tombstone is small: it may find room, and then the next life knows the id too.
  await trail.store.add({ ...event, jwe: null });
  const told = new Set([sequence, ...(gap?.missing ?? [])]);
  const open = taken.open.filter((each) => !told.has(each));
  const standsIn = gap && gap.markLost === taken.standsIn ? null : taken.standsIn;
  // The service has it. If this cannot be written, the worst is that it is told of as missing, which it is not.
  await writeMark(trail.area, { ...taken, open, standsIn }).catch(() => undefined);
  return true;
}
