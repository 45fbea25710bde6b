import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { type EventStore, eventStore } from '../../../../utils/access/audit/event-store.ts';
import type { LocalArea } from '../../../../utils/access/audit/mark.ts';
import { type Outbox, openOutbox } from '../../../../utils/access/audit/outbox.ts';
import { NOON } from './drafts.ts';
import { AUDIT_KEY, PretendService } from './pretend-service.ts';

/** `storage.local` in memory: what is read or written is a copy. */
export class FakeArea implements LocalArea {
  stored: Record<string, unknown> = {};
  isFull = false;

  async get(key: string): Promise<Record<string, unknown>> {
    return key in this.stored ? { [key]: structuredClone(this.stored[key]) } : {};
  }

  async set(items: Record<string, unknown>): Promise<void> {
    if (this.isFull) throw new Error('QuotaExceededError');
    Object.assign(this.stored, structuredClone(items));
  }
}

/** One computer: what is on its disk, and the service it speaks to. */
export type Bed = {
  readonly area: FakeArea;
  readonly service: PretendService;
  /** A new life of the background, with what is on the disk. */
  readonly wake: (store?: EventStore) => Outbox;
  key: typeof AUDIT_KEY | null;
  /** Milliseconds since 1970. */
  now: number;
};

/** A computer on which nothing was ever stored. */
export function freshBed(): Bed {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const service = new PretendService();
  vi.stubGlobal('fetch', service.fetch);
  const area = new FakeArea();
  const bed: Bed = {
    area,
    service,
    key: AUDIT_KEY,
    now: NOON,
    wake: (store = eventStore()) => openOutbox({ area, store, auditKey: async () => bed.key, now: () => bed.now }),
  };
  return bed;
}

/** What a damaged or wiped IndexedDB comes to: it opens empty, and without an error. */
export async function loseDatabase(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('audit');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** A store that cannot be opened. */
export const SHUT: EventStore = {
  look: () => Promise.reject(new Error('shut')),
  read: () => Promise.reject(new Error('shut')),
  acknowledge: () => Promise.reject(new Error('shut')),
  remove: () => Promise.reject(new Error('shut')),
  dropTombstones: () => Promise.reject(new Error('shut')),
  add: async () => 'full',
};

/** A store in which methods can be replaced one by one. */
export function storeWith(replaced: Partial<EventStore>, real: EventStore = eventStore()): EventStore {
  return { ...real, ...replaced };
}

/** The mark as it is stored. */
export function markIn({ stored }: FakeArea): Record<string, unknown> {
  return stored.auditMark as Record<string, unknown>;
}
