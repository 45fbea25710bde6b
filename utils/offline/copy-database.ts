import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { type UsableTimes, usableTimes } from './lifetime.ts';
import type { SealedCopy } from './sealed-copy.ts';

const NAME = 'copies';
const STORE = 'copies';
const BY_TIME = 'fetchedAt';
/** So many people have a copy at most; the oldest go first. */
const MOST_COPIES = 300;
/** A database that does not answer is none: nobody may wait for it (milliseconds). */
const TIME_OUT_MS = 5_000;

interface Copies extends DBSchema {
  // What is read may be anything: it is parsed where it is decrypted.
  [STORE]: { key: string; value: unknown; indexes: { [BY_TIME]: number } };
}

type Writing = IDBPTransaction<Copies, [typeof STORE], 'readwrite'>;

/** What is stored under a key; `undefined`: nothing. Rejects if the database does not answer. */
export function storedCopy(key: string): Promise<unknown> {
  return inDatabase((database) => database.get(STORE, key));
}

/**
 * Stores a copy in place of an older one, and deletes whatever is too old or too much by now.
 *
 * @param now milliseconds since 1970
 * @returns whether it is among those that were kept
 */
export function storeCopy(key: string, copy: SealedCopy, now: number): Promise<boolean> {
  return writing(async (transaction) => {
    await transaction.store.put(copy, key);
    return (await keepNewest(transaction, usableTimes(now))).has(key);
  });
}

/** Deletes the copies that are too old by now (milliseconds since 1970), were never ones, or are too many. */
export async function sweepCopies(now: number): Promise<void> {
  await writing((transaction) => keepNewest(transaction, usableTimes(now)));
}

/** Deletes what is stored under a key, if anything is. */
export function removeCopy(key: string): Promise<void> {
  return inDatabase((database) => database.delete(STORE, key));
}

/** Deletes the whole database. Rejects if that takes too long; the browser may still do it later. */
export function deleteCopies(): Promise<void> {
  return inTime(deleteDB(NAME));
}

/** The times beside the ciphertexts are not authenticated here; whoever bends them can only have a copy deleted. */
async function keepNewest({ store }: Writing, { after, until }: UsableTimes): Promise<ReadonlySet<string>> {
  const oldestFirst = await store.index(BY_TIME).getAllKeys(IDBKeyRange.bound(after, until, true));
  const kept = new Set(oldestFirst.slice(-MOST_COPIES));
  for (const key of await store.getAllKeys()) if (!kept.has(key)) await store.delete(key);
  return kept;
}

function writing<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
  return inDatabase(async (database) => {
    const transaction = database.transaction(STORE, 'readwrite');
    // A full disk may show only when everything is about to be written.
    const [result] = await Promise.all([work(transaction), transaction.done]);
    return result;
  });
}

/** Opens the database for one use and closes it again, so that it never stands in the way of its own deletion. */
async function inDatabase<T>(use: (database: IDBPDatabase<Copies>) => Promise<T>): Promise<T> {
  const opening = openDB<Copies>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore(STORE).createIndex(BY_TIME, BY_TIME);
    },
  });
  try {
    return await inTime(use(await inTime(opening)));
  } finally {
    // One that opens too late is closed too.
    void opening.then((database) => database.close()).catch(() => undefined);
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the database does not answer')), TIME_OUT_MS);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
