import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import * as z from 'zod/mini';
import type { Held } from './mark.ts';
import { NEWEST } from './newest-ids.ts';
import type { StoredEvent } from './trail-types.ts';

/** The events on disk. Every method but `add` throws if the store cannot be read or written now. */
export type EventStore = {
  /** What lies in the store, in one look; `known`: also whether it holds this id. */
  look(id?: string): Promise<Held & { readonly known: boolean }>;
  /** One event; `null` if it is not there or cannot be read. */
  read(by: { readonly sequence: number } | { readonly id: string }): Promise<StoredEvent | null>;
  /**
   * Adds an event, and resolves when it is on the disk. `taken`: its sequence or its id is there already. `full`: there
   * is no room, or the store cannot be used.
   */
  add(event: StoredEvent): Promise<'stored' | 'taken' | 'full'>;
  /**
   * Leaves a tombstone of an event, by which its id is still known, and no more tombstones than the newest (`NEWEST`).
   */
  acknowledge(sequence: number): Promise<void>;
  /** Takes an event out that the service will never take: from then on its sequence is missing. */
  remove(sequence: number): Promise<void>;
  /** Makes room: drops all tombstones. */
  dropTombstones(): Promise<void>;
};

const gapSchema = z.object({ missing: z.array(z.int()), markLost: z.nullable(z.uuid()) });
const storedSchema = z.object({
  sequence: z.int(),
  installation: z.string(),
  id: z.string(),
  jwe: z.nullable(z.string()),
  hash: z.string(),
  previous: z.string(),
  correlationId: z.string(),
  gap: z.nullable(gapSchema),
});

/** Of the properties that an index is on, an event has those that hold for it: the index then lists no other. */
type Indexed = StoredEvent & { readonly waits?: 1; readonly tells?: 1 };

interface AuditDatabase extends DBSchema {
  events: { key: number; value: Indexed; indexes: { id: string; waits: number; tells: number } };
}

type Writing = IDBPTransaction<AuditDatabase, ['events'], 'readwrite'>;

type Database = IDBPDatabase<AuditDatabase>;
type Using = <T>(use: (database: Database) => Promise<T>) => Promise<T>;

/** The store in IndexedDB. Each is to be used by one life of the background. */
export function eventStore(): EventStore {
  const using = reopening();
  return {
    look: (id) => using((database) => lookInto(database, id)),
    read: (by) => using((database) => readOne(database, by)),
    add: (event) => using((database) => addOne(database, event)).catch(whyNotAdded),
    acknowledge: (sequence) => using((database) => bury(database, sequence)),
    remove: (sequence) => using((database) => writing(database, ({ store }) => store.delete(sequence))),
    dropTombstones: () => using((database) => writing(database, (transaction) => drop(transaction, 0))),
  };
}

/** Keeps one connection, and opens another where it has failed: near the quota some browsers spoil one for good. */
function reopening(): Using {
  let opened: Promise<Database> | null = null;
  function forget(): void {
    void opened?.then((database) => database.close()).catch(() => undefined);
    opened = null;
  }
  async function using<T>(use: (database: Database) => Promise<T>, isAgain = false): Promise<T> {
    const wasOpen = opened !== null;
    try {
      opened ??= openDatabase(forget);
      return await use(await opened);
    } catch (error) {
      if (isTaken(error)) throw error;
      forget();
      if (isAgain || !wasOpen) throw error;
      return using(use, true);
    }
  }
  return (use) => using(use);
}

/** @param forget is called when the connection ends, or somebody waits for it to end: the database is being deleted */
function openDatabase(forget: () => void): Promise<Database> {
  return openDB<AuditDatabase>('audit', 1, {
    upgrade(fresh) {
      const events = fresh.createObjectStore('events', { keyPath: 'sequence' });
      events.createIndex('id', 'id', { unique: true });
      events.createIndex('waits', 'waits');
      events.createIndex('tells', 'tells');
    },
    blocking: forget,
    terminated: forget,
  });
}

async function lookInto(database: Database, id?: string): Promise<Held & { known: boolean }> {
  const { store } = database.transaction('events');
  const [sequences, waiting, telling, same] = await Promise.all([
    store.getAllKeys(),
    store.index('waits').getAllKeys(),
    store.index('tells').getAll(),
    id === undefined ? undefined : store.index('id').getKey(id),
  ]);
  const newest = sequences.at(-1);
  return {
    sequences,
    waiting,
    newest: newest === undefined ? null : asStored(await store.get(newest)),
    gaps: telling.flatMap((raw) => {
      const event = asStored(raw);
      return event?.gap ? { ...event.gap, isAcknowledged: event.jwe === null } : [];
    }),
    known: same !== undefined,
  };
}

async function readOne(
  database: Database,
  by: { readonly sequence: number } | { readonly id: string },
): Promise<StoredEvent | null> {
  return asStored(
    'id' in by ? await database.getFromIndex('events', 'id', by.id) : await database.get('events', by.sequence),
  );
}

async function addOne(database: Database, event: StoredEvent): Promise<'stored'> {
  await writing(database, ({ store }) => store.add(indexed(event)));
  return 'stored';
}

/** Near the quota browsers fail in many ways, not only with the error that is meant for it. */
function whyNotAdded(error: unknown): 'taken' | 'full' {
  return isTaken(error) ? 'taken' : 'full';
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConstraintError';
}

function bury(database: Database, sequence: number): Promise<void> {
  return writing(database, async (transaction) => {
    const raw = await transaction.store.get(sequence);
    if (!raw) return;
    await transaction.store.put(indexed({ ...raw, jwe: null }));
    await drop(transaction, NEWEST);
  });
}

async function drop({ store }: Writing, kept: number): Promise<void> {
  const [all, waiting] = await Promise.all([store.getAllKeys(), store.index('waits').getAllKeys()]);
  const waits = new Set(waiting);
  const tombstones = all.filter((sequence) => !waits.has(sequence));
  const dropped = tombstones.slice(0, Math.max(0, tombstones.length - kept));
  await Promise.all(dropped.map((sequence) => store.delete(sequence)));
}

/** Resolves when it is on the disk, not only in the browser's memory. */
async function writing(database: Database, write: (transaction: Writing) => Promise<unknown>): Promise<void> {
  const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
  await Promise.all([write(transaction), transaction.done]);
}

function indexed({ waits: _waits, tells: _tells, ...event }: Indexed): Indexed {
  return { ...event, ...(event.jwe === null ? {} : { waits: 1 }), ...(event.gap === null ? {} : { tells: 1 }) };
}

function asStored(raw: unknown): StoredEvent | null {
  const parsed = storedSchema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
