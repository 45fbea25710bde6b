import type { Page } from 'puppeteer';
import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import { inWorker } from '../harness/in-worker.ts';
import type { Launched } from '../harness/launch.ts';
import { lookUntil } from '../harness/look-until.ts';
import { PATIENCE } from '../harness/patience.ts';
import { geckoId } from '../harness/redirect-uris.ts';
import { soon } from '../harness/soon.ts';

/**
 * Types Planside's keyword and a text into the address bar, and presses Enter, in Chromium: without a screen no test can
 * reach the bar, so the background is told what the bar tells it.
 */
export function enterAfterKeyword(launched: Launched, text: string): Promise<void> {
  return tellWorker(launched, 'omnibox.onInputEntered', text, 'currentTab');
}

/**
 * Presses the item of this name in the menu of what is selected in a page. Firefox opens its own menu, until the one item
 * of ours in it is called so. In Chromium no test can press a menu: its background is told what the menu tells it.
 */
export async function pressInMenu(launched: Launched, page: Page, name: string): Promise<void> {
  await page.bringToFront();
  if (launched.family === 'chromium') {
    const selectionText = await page.evaluate(() => getSelection()?.toString());
    return tellWorker(launched, 'contextMenus.onClicked', { menuItemId: 'find', selectionText });
  }
  const [x, y] = await page.evaluate(() => {
    const { left, top, width, height } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
    return [left + width / 2, top + height / 2] as const;
  });
  const end = Date.now() + PATIENCE;
  for (;;) {
    await inFirefoxItself(launched.browser, listenForMenu);
    await page.mouse.click(x, y, { button: 'right' });
    const offered = await inFirefoxItself(launched.browser, pressOurs(name)).catch((error: unknown) => error);
    if (!(offered instanceof Error)) return;
    if (Date.now() > end) throw offered;
  }
}

const MENU = "document.getElementById('contentAreaContextMenu')";

const listenForMenu = `void (globalThis.menuOpened = new Promise((done) => {
  ${MENU}.addEventListener('popupshown', done, { once: true });
}))`;

/** Closes the menu again where our item is called otherwise. */
const pressOurs = (name: string) => `(async () => {
  await globalThis.menuOpened;
  const items = [...${MENU}.querySelectorAll('[id^="${geckoId.replace(/[@.]/g, '_')}-menuitem"]')];
  const names = items.map(({ label }) => label).join();
  if (names === ${JSON.stringify(name)}) return ${MENU}.activateItem(items[0]);
  ${MENU}.hidePopup();
  throw new Error('The menu offers ' + JSON.stringify(names));
})()`;

/** Selects this text in a page. */
export async function select(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const element = [...document.querySelectorAll('p')].find(({ textContent }) => textContent === wanted);
    if (!element) throw new Error(`The page does not say "${wanted}".`);
    getSelection()?.selectAllChildren(element);
  }, text);
}

/** The page that `open` opens in a tab, once it is in front and says what it was opened with. */
export async function openedBy(launched: Launched, open: () => Promise<void>): Promise<Page> {
  const before = new Set(await launched.browser.pages());
  await open();
  const look = async () => {
    for (const page of await launched.browser.pages()) {
      const is = !before.has(page) && (await soon(() => page.evaluate(isFindPage), false));
      if (is) return page;
    }
    return null;
  };
  const { last } = await lookUntil(look, (page) => page !== null);
  if (last) return last;
  throw new Error('No page to find somebody opened.');
}

/** Runs in a page. */
function isFindPage(): boolean {
  return location.pathname === '/find.html' && document.visibilityState === 'visible';
}

/** Lets the browser tell the extension's background of an event of its own. */
function tellWorker(launched: Launched, event: string, ...given: readonly unknown[]): Promise<void> {
  const told = given.map((one) => JSON.stringify(one)).join();
  return inWorker(launched, `void chrome.${event}.dispatch(${told})`);
}
