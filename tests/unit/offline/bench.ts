import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { copyKeys } from '../../../utils/offline/copy-keys.ts';
import { type Copies, openCopies } from '../../../utils/offline/open-copies.ts';
import type { SavedCopy } from '../../../utils/offline/saved-copy.ts';
import type { CopyOwner } from '../../../utils/offline/sealed-copy.ts';
import type { PlanElsewhere } from '../../../utils/plan/plan-lookup.ts';
import { emptySession } from './fake-session.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
/** 27 November 2026, 09:00. */
export const NINE = Date.UTC(2026, 10, 27, 9);
export const REED = '9991087109';
export const DOYLE = '9991041389';

export const OWNER: CopyOwner = {
  fhirBase: 'https://plans.example/fhir',
  issuer: 'https://sign-in.example',
  subject: 'adeyemi',
  roleId: 'role-1',
};

// Everything that may be in it, so that a new part does not get lost on its way.
const elsewhere: Required<PlanElsewhere> = { title: 'Letter', custodian: 'Exampleton Hospice', date: '2026-10-01' };
const newerDraft: Required<NonNullable<SavedCopy['newerDraft']>> = { startedAt: '2026-11-20', by: 'Dr Anjali Rao' };

export function copyOf(nhsNumber = REED, changes: Partial<SavedCopy> = {}): SavedCopy {
  return {
    nhsNumber,
    documents: [
      { planId: 'urn:plans|17', version: '3', document: { resourceType: 'Bundle', for: nhsNumber, says: 'Zoë – ❤' } },
      { planId: 'urn:plans|18', version: '', document: { resourceType: 'Bundle', entry: [1, null, { deep: [[]] }] } },
    ],
    newerDraft,
    elsewhere: [elsewhere],
    fetchedAt: NINE,
    clockAhead: -250,
    ...changes,
  };
}

/** A browser that has just been started, in which nobody is signed in. */
export function newBrowser(): void {
  emptySession();
  globalThis.indexedDB = new IDBFactory();
}

/** Somebody has signed in at nine, until nine in the evening or when a test says; a change of owner is no new sign-in. */
export async function signedIn(
  endsAt = NINE + 12 * HOUR,
): Promise<{ copies: Copies; owner: { now: CopyOwner | null } }> {
  assert.deepEqual(await copyKeys.make({ endsAt }), { made: true });
  return started();
}

/** The background starts, with whatever it finds. */
export async function started(now = NINE): Promise<{ copies: Copies; owner: { now: CopyOwner | null } }> {
  const owner: { now: CopyOwner | null } = { now: OWNER };
  return { copies: await openCopies({ owner: async () => owner.now, now }), owner };
}

/** Everything in every database, read without the code that wrote it: `[key, value]`. */
export async function allRecords(): Promise<readonly (readonly [IDBValidKey, unknown])[]> {
  const found: (readonly [IDBValidKey, unknown])[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await openDB(name);
    for (const store of database.objectStoreNames) {
      const keys = await database.getAllKeys(store);
      const values: unknown[] = await database.getAll(store);
      found.push(...keys.map((key, at) => [key, values[at]] as const));
    }
    database.close();
  }
  return found;
}

/** What is stored of one copy, loosely typed: tests bend it. */
export type Stored = { iv: Uint8Array; sealed: Uint8Array; plans: string[]; fetchedAt: number };

/** The only record there is. */
export async function onlyRecord(): Promise<{ key: string; stored: Stored }> {
  const records = await allRecords();
  assert.equal(records.length, 1);
  const [key, stored] = records[0] ?? [];
  assert(typeof key === 'string' && isStored(stored));
  return { key, stored };
}

/** Writes a record behind the back of the product. */
export async function putRecord(key: string, stored: unknown): Promise<void> {
  const database = await openDB('copies');
  await database.put('copies', stored, key);
  database.close();
}

/** A request to a database that no event ever follows; idb asks whether it is one. */
export function unanswered(): IDBOpenDBRequest {
  const deaf = { value: () => undefined };
  return Object.create(IDBOpenDBRequest.prototype, { addEventListener: deaf, removeEventListener: deaf });
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'iv' in value && 'sealed' in value;
}
