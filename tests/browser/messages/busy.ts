import { Hono } from 'hono';
import type { Page } from 'puppeteer';

/** A command that changes nothing where no reason is asked for. */
export const HARMLESS = {
  id: 1,
  type: 'command',
  timestamp: 1,
  data: { do: 'giveReason', reason: 'permission', words: '' },
};

/** How long a document is kept busy that nobody can reach meanwhile, in milliseconds. */
export const BUSY_MS = 4_000;

/** A page that does nothing else until it is let go. */
export type Busy = { readonly letGo: () => Promise<void> };

/** The address of `busyApp`, from the page's own origin. */
const ADDRESS = '/busy';

/** What a page asks for and waits for, and nothing happens in it meanwhile; with `app` its server answers. */
export function busyPages(): { readonly app: Hono; readonly keepBusy: (page: Page) => Promise<Busy> } {
  let asked = Promise.withResolvers<void>();
  let letGo = Promise.withResolvers<Response>();
  const app = new Hono().get(ADDRESS, () => {
    asked.resolve();
    return letGo.promise;
  });
  return {
    app,
    async keepBusy(page) {
      asked = Promise.withResolvers();
      letGo = Promise.withResolvers();
      const isBusy = page.evaluate((address) => {
        const request = new XMLHttpRequest();
        // Not in the background: a page can wait so that nothing else is done.
        request.open('GET', address, false);
        request.send();
      }, ADDRESS);
      await asked.promise;
      return {
        async letGo() {
          letGo.resolve(new Response('Go on'));
          await isBusy;
        },
      };
    },
  };
}

/** Settings that change, whichever, are a new generation for every tab; those that stay as they are, are none. */
export async function changeSettings(options: Page): Promise<void> {
  await options.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { settings } = await storage.local.get('settings');
    const lockAfterMinutes = settings.lockAfterMinutes === 11 ? 12 : 11;
    await storage.local.set({ settings: { ...settings, lockAfterMinutes } });
  });
}
