import type { Page } from 'puppeteer';
import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import type { Launched } from '../harness/launch.ts';
import { sidebarFrame } from '../harness/sidebar.ts';
import { soon } from '../harness/soon.ts';

/** What has the focus in the sidebar: what it asks for, its id or its kind; and of a section whether it is open. */
export type InSidebar = { readonly says: string; readonly open: boolean | null };

/** The same, and which of all the elements there are it is. */
type Focused = InSidebar & { readonly at: number };

const MOST_PRESSES = 60;
/** From one process of the browser to another a key takes its time (milliseconds). */
const PATIENCE = 2_000;

/** What has the focus in the sidebar of a page; `null`: nothing in it has. */
export async function focusInSidebar(page: Page): Promise<InSidebar | null> {
  const focus = await focusedInSidebar(page);
  return focus && { says: focus.says, open: focus.open };
}

async function focusedInSidebar(page: Page): Promise<Focused | null> {
  const frame = await sidebarFrame(page);
  return frame && soon(() => frame.evaluate(readFocus), null);
}

/** Runs in the sidebar's document. */
function readFocus(): Focused | null {
  const element = document.activeElement;
  if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body) return null;
  const says = (element.dataset.command ?? element.id) || element.tagName;
  const at = [...document.querySelectorAll('*')].indexOf(element);
  return { says, open: element.closest('details')?.open ?? null, at };
}

/** Where the focus stands: in the page and the frames in it, in its sidebar, or in neither. */
type Focus = { readonly inPage: readonly number[]; readonly isOnItsWay: boolean; readonly sidebar: Focused | null };

async function focusNow(page: Page): Promise<Focus> {
  const sidebar = await focusedInSidebar(page);
  const { inPage, isInHost } = await page.evaluate(readPageFocus);
  return { inPage, isOnItsWay: isInHost && sidebar === null, sidebar };
}

/** Runs in the page: which element has the focus, frame by frame, and whether that is our host. */
function readPageFocus(): { readonly inPage: number[]; readonly isInHost: boolean } {
  const inPage: number[] = [];
  for (let inner: Document | null | undefined = document; inner; ) {
    const element: Element | null = inner.activeElement;
    const all: readonly (Element | null)[] = [...inner.querySelectorAll('*')];
    inPage.push(all.indexOf(element));
    inner = element?.matches('iframe, frame') ? (element as HTMLIFrameElement).contentDocument : null;
  }
  // Beside head and body stands nothing but our host.
  const isOurs = document.activeElement?.parentElement === document.documentElement;
  return { inPage, isInHost: isOurs && document.activeElement !== document.body && document.hasFocus() };
}

/** Presses Tab, and waits until the focus has come to stand elsewhere. */
async function pressTab(page: Page): Promise<InSidebar | null> {
  const before = JSON.stringify(await focusNow(page));
  await page.keyboard.press('Tab');
  const end = Date.now() + PATIENCE;
  let after = await focusNow(page);
  while ((after.isOnItsWay || JSON.stringify(after) === before) && Date.now() < end) after = await focusNow(page);
  return after.sidebar;
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
    if ((await pressTab(page)) !== null) return;
  }
  throw new Error('Tab never came to the sidebar.');
}

/** Presses Tab until this has the focus; it may have it already. */
export async function tabTo(page: Page, wanted: string, isOpen?: (open: boolean | null) => boolean): Promise<void> {
  const seen: string[] = [];
  let focus = await focusInSidebar(page);
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (focus?.says === wanted && (isOpen === undefined || isOpen(focus.open))) return;
    seen.push(focus?.says ?? 'outside');
    focus = await pressTab(page);
  }
  throw new Error(`Tab never came to ${wanted}: ${seen.join(' ')}`);
}

/** Presses Tab until the focus leaves the sidebar; answers with every stop on the way. */
export async function stopsToTheEnd(page: Page): Promise<readonly string[]> {
  const said: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const focus = await pressTab(page);
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
