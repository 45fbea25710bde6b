import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer';
import { type MarkedPatient, needlesOfPatient } from './marked-patients.ts';
import { type Needle, needlesOfKey, needlesOfText } from './needles.ts';

/** What was written plain on purpose. A search that does not find all of it has found nothing out. */
export type PositiveControl = {
  readonly needles: readonly Needle[];
  /** What must be found, all of it, by label. */
  readonly labels: readonly string[];
};

const KEY = 'control, data key';
const TOKEN = 'control, access token';

/**
 * Writes plans, a token and a raw key in clear into a database of the extension, as somebody would who kept copies
 * without a thought: the document as it came, under the patient's NHS number. The database is closed again.
 *
 * @param page of the extension
 * @param patients whose plans nobody opens in this run
 */
export async function writePlain(page: Page, patients: readonly MarkedPatient[]): Promise<PositiveControl> {
  const key = randomBytes(32);
  const token = randomBytes(32).toString('base64url');
  const records = patients.map(({ person, plan }) => ({ nhsNumber: person.nhsNumber, document: plan.document }));
  await page.evaluate(keepPlain, JSON.stringify(records), [...key], token);
  const needles = [
    ...patients.flatMap((patient) => [...needlesOfPatient(patient)]),
    ...needlesOfKey(KEY, key),
    ...needlesOfText(TOKEN, token),
  ];
  const marked = patients.flatMap(({ markers }) => markers.map(({ label }) => label));
  return { needles, labels: [...marked, KEY, TOKEN] };
}

/** Runs in the page of the extension. */
async function keepPlain(json: string, key: number[], accessToken: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('at-rest-control', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('copies');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const writing = database.transaction('copies', 'readwrite', { durability: 'strict' });
  const written = new Promise<void>((done, fail) => {
    writing.oncomplete = () => done();
    writing.onabort = () => fail(writing.error);
  });
  const keys = { data: new Uint8Array(key), accessToken };
  for (const { nhsNumber, document } of JSON.parse(json) as { nhsNumber: string; document: unknown }[]) {
    writing.objectStore('copies').put({ documents: [document], fetchedAt: Date.now(), keys }, nhsNumber);
  }
  await written;
  database.close();
}
