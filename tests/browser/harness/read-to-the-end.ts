import type { Page } from 'puppeteer';
import { shownFrame } from './sidebar.ts';

/** Opens every part of the plan in the sidebar and scrolls to its last line, as somebody does who reads all of it. */
export async function readToTheEnd(page: Page): Promise<void> {
  const frame = await shownFrame(page);
  await frame.evaluate(() => {
    for (const section of document.querySelectorAll('details')) section.open = true;
    scrollTo(0, document.documentElement.scrollHeight);
  });
}
