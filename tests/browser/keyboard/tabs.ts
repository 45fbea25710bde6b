import type { Page } from 'puppeteer';
import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import type { Launched } from '../harness/launch.ts';
import { sidebarFrame } from '../harness/sidebar.ts';

/** What has the focus in the sidebar: what it asks for, its id or its kind; and of a section whether it is open. */
export type InSidebar = { readonly says: string; readonly open: boolean | null };

const MOST_PRESSES = 60;

/** What has the focus in the sidebar of a page; `null`: nothing in it has. */
export async function focusInSidebar(page: Page): Promise<InSidebar | null> {
  const frame = await sidebarFrame(page);
  if (!frame) return null;
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body) return null;
    const says = (element.dataset.command ?? element.id) || element.tagName;
    return { says, open: element.closest('details')?.open ?? null };
  });
}

/** Goes from the last control of the page into its sidebar, as Tab does. */
export async function tabIntoSidebar(page: Page): Promise<void> {
  // Tab may have led out of the page, into the browser's own window.
  await page.mouse.click(1, 1);
  await page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')];
    controls.findLast((control) => control.checkVisibility())?.focus();
  });
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focusInSidebar(page)) !== null) return;
  }
  throw new Error('Tab never came to the sidebar.');
}

/** Presses Tab until this has the focus; it may have it already. */
export async function tabTo(page: Page, wanted: string, isOpen?: (open: boolean | null) => boolean): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const focus = await focusInSidebar(page);
    if (focus?.says === wanted && (isOpen === undefined || isOpen(focus.open))) return;
    seen.push(focus?.says ?? 'outside');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${wanted}: ${seen.join(' ')}`);
}

/** Presses Tab until the focus leaves the sidebar; answers with every stop on the way. */
export async function stopsToTheEnd(page: Page): Promise<readonly string[]> {
  const said: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusInSidebar(page);
    if (focus === null) return said;
    said.push(focus.says);
  }
  throw new Error(`Tab never leaves the sidebar: ${said.join(' ')}`);
}

/** Comes back from Firefox's own window, into which Tab has led: no key that a test presses gets there. */
export async function goBackIn({ browser, family }: Launched, page: Page): Promise<void> {
  await page.bringToFront();
  if (family === 'firefox') await inFirefoxItself(browser, 'gBrowser.selectedBrowser.focus()');
}
