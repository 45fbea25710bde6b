import { openExtensionPage } from '../harness/extension-page.ts';
import type { Launched } from '../harness/launch.ts';

/** Lets nothing be put on record until it is let go again; what is asked meanwhile waits. */
export async function holdAudit(launched: Launched): Promise<{ readonly letGo: () => Promise<void> }> {
  const page = await openExtensionPage(launched, 'welcome.html');
  await page.evaluate(hold);
  return {
    async letGo() {
      await page.evaluate(() => dispatchEvent(new Event('let-go')));
      await page.close();
    },
  };
}

/** Runs in a page of the extension: a transaction that may write keeps every other one waiting. */
function hold(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('audit');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const store = database.transaction(database.objectStoreNames, 'readwrite').objectStore('events');
      let isHeld = true;
      addEventListener('let-go', () => {
        isHeld = false;
      });
      const ask = () => {
        store.count().onsuccess = () => {
          resolve();
          if (isHeld) ask();
          else database.close();
        };
      };
      ask();
    };
  });
}
