import type { Page } from 'puppeteer';

/** A command that changes nothing where no reason is asked for. */
export const HARMLESS = {
  id: 1,
  type: 'command',
  timestamp: 1,
  data: { do: 'giveReason', reason: 'permission', words: '' },
};

/** How long a document is kept busy, in milliseconds. */
export const BUSY_MS = 4_000;

/** The page does nothing else for some time. */
export function keepBusy(page: Page): Promise<void> {
  return page.evaluate((ms) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, BUSY_MS);
}

/** Settings that change, whichever, are a new generation for every tab. */
export async function changeSettings(options: Page): Promise<void> {
  await options.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { settings } = await storage.local.get('settings');
    await storage.local.set({ settings: { ...settings, lockAfterMinutes: 11 } });
  });
}
