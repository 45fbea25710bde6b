import type { Page } from 'puppeteer';

/** More stops than any page of the sandbox has. */
const MOST_STOPS = 200;

/** Goes through a page with Tab until the focus stands on what is called so, and presses Enter. */
export async function pressedByKeys(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    if (at === name) return page.keyboard.press('Enter');
  }
  throw new Error(`Nobody can come to "${name}" with Tab.`);
}
