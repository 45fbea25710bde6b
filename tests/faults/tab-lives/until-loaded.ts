import type { Page } from 'puppeteer';
import type { Launched } from '../../browser/harness/launch.ts';
import { soon } from '../../browser/harness/soon.ts';

const PATIENCE_MS = 15_000;

/** Whoever drives the browser has no hold of the document any more: nothing can be said of it. */
export class OutOfReach extends Error {}

/**
 * The tab in which this address is loaded: for whoever drives the browser it may be another one than before.
 *
 * @throws OutOfReach
 */
export async function untilLoaded({ browser }: Launched, address: string): Promise<Page> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    // All at once: a tab that was thrown away may never answer.
    const asked = (await browser.pages()).map(async (page) => {
      const is = await soon(() => page.evaluate(() => `${document.readyState} ${location.href}`), '');
      return is === `complete ${address}` ? page : null;
    });
    const page = (await Promise.all(asked)).find((one) => one !== null);
    if (page) return page;
  }
  throw new OutOfReach('The tab never came back.');
}
