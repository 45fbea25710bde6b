import type { Page } from 'puppeteer';
import { openExtensionPage } from '../harness/extension-page.ts';
import type { Launched } from '../harness/launch.ts';

/** The part of the extension API that these tests use, in both browsers. */
declare global {
  const chrome: { readonly storage: { readonly session: StorageArea; readonly local: StorageArea } };
}

type StorageArea = {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(key: string): Promise<void>;
};

/** Does something in a page of the extension's own, which may read its storage, and closes it again. */
export async function inExtensionPage<T>(launched: Launched, act: (page: Page) => Promise<T>): Promise<T> {
  const page = await openExtensionPage(launched, 'options.html');
  try {
    return await act(page);
  } finally {
    await page.close();
  }
}

/** Changes what the background keeps of when somebody signed in and was last there, as time would. */
export async function setStoredWatch(launched: Launched, change: object): Promise<void> {
  await inExtensionPage(launched, (page) =>
    page.evaluate(async (more) => {
      const { watch } = await chrome.storage.session.get('watch');
      await chrome.storage.session.set({ watch: { ...(watch as object), ...more } });
    }, change),
  );
}

/** Waits until a session that is being ended has ended, and answers with what is stored then. */
export function storedOnceEnded(launched: Launched): Promise<Record<string, unknown>> {
  return inExtensionPage(launched, async (page) => {
    const hasEnded = async () => {
      const { ending } = await chrome.storage.session.get('ending');
      return (ending as { done?: boolean } | undefined)?.done === true;
    };
    await page.waitForFunction(hasEnded, { polling: 50 });
    return page.evaluate(() => chrome.storage.session.get(null));
  });
}

/** Puts a word that opens nothing in place of the tokens of whoever is signed in. */
export async function spoilTokens(launched: Launched): Promise<void> {
  await inExtensionPage(launched, (page) =>
    page.evaluate(async () => {
      const { session } = await chrome.storage.session.get('session');
      const spoilt = { ...(session as object), accessToken: 'spoilt', refreshToken: 'spoilt' };
      await chrome.storage.session.set({ session: spoilt });
    }),
  );
}
