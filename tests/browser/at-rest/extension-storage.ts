import type { Page } from 'puppeteer';
import * as z from 'zod';

/** What the extension's `storage.session` holds now. The page is one of the extension's own. */
export async function storedInSession(page: Page): Promise<unknown> {
  return JSON.parse(z.string().parse(await page.evaluate('chrome.storage.session.get(null).then(JSON.stringify)')));
}

/** Lets the extension keep encrypted copies of plans, as an organisation's policy may; before anybody signs in. */
export async function allowCopies(page: Page): Promise<void> {
  await page.evaluate(
    'chrome.storage.local.get("settings").then(({ settings }) => chrome.storage.local.set({ settings: { ...settings, offlineCopies: true } }))',
  );
}

/** The clinical systems in which somebody has put the sidebar elsewhere. */
export async function placesKept(page: Page): Promise<readonly string[]> {
  const places = await page.evaluate(
    'chrome.storage.local.get("places").then((kept) => Object.keys(kept.places ?? {}))',
  );
  return z.array(z.string()).parse(places);
}

/** How many records stand in each database of the extension now, by `database/store`. */
export async function recordsKept(page: Page): Promise<Readonly<Record<string, number>>> {
  return z.record(z.string(), z.number()).parse(await page.evaluate(countRecords));
}

/** Runs in the page of the extension. */
async function countRecords(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answerOf(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      counts[`${name}/${store}`] = await answerOf(database.transaction(store).objectStore(store).count());
    }
    database.close();
  }
  return counts;

  function answerOf<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  }
}
