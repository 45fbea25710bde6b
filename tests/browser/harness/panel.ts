import type { Page } from 'puppeteer';
import { openExtensionPage } from './extension-page.ts';
import { type FirefoxKey, goIntoFirefoxSidebar, pressInFirefox } from './firefox-keys.ts';
import { inFirefoxItself } from './in-firefox-itself.ts';
import type { Launched } from './launch.ts';
import type { Shown } from './sidebar.ts';
import { until } from './until.ts';

const PATIENCE = 15_000;
const BETWEEN_LOOKS = 20;

/** The browser's own panel, as a test looks into it. */
export type Panel = {
  /** Does something with the panel's window, wherever it lives; the function may use nothing from outside itself. */
  readonly evaluate: <T>(act: (panel: Window, ...given: string[]) => T | Promise<T>, ...given: string[]) => Promise<T>;
  /** What a person reads in it now; `null`: nothing stands there. */
  readonly now: () => Promise<Shown | null>;
  readonly until: (what: string, is: (shown: Shown) => boolean) => Promise<Shown>;
  readonly press: (words: string) => Promise<void>;
  /** Goes into it with the keyboard, as F6 does. */
  readonly goInto: () => Promise<void>;
  /** Presses a key where the keyboard stands in it. */
  readonly pressKey: (key: FirefoxKey, withShift: boolean) => Promise<void>;
};

type Way = Pick<Panel, 'evaluate' | 'goInto' | 'pressKey'>;

/**
 * Opens the panel with the browser's own button, beside a page where no sidebar of Planside's can stand, and comes back to
 * this page.
 */
export async function openPanel(launched: Launched, page: Page): Promise<Panel> {
  const way = launched.family === 'firefox' ? await inFirefox(launched, page) : await inChromium(launched, page);
  const { evaluate } = way;
  const now = () => evaluate(readPanel);
  return {
    ...way,
    now,
    async until(what, is) {
      const end = Date.now() + PATIENCE;
      let last: Shown | null = null;
      while (Date.now() < end) {
        last = await now();
        if (last && is(last)) return last;
        await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
      }
      throw new Error(`The panel never showed ${what}. Last: ${last ? `${last.view}: ${last.text}` : 'nothing'}`);
    },
    press: (words) => until(`somebody can press "${words}" in the panel`, () => evaluate(pressInPanel, words)),
  };
}

/** Runs beside the panel's window: whether there was such a button. */
function pressInPanel(panel: Window, words = ''): boolean {
  const shown = [...panel.document.querySelectorAll('iframe')].find(({ style }) => style.opacity === '1');
  const buttons = [...(shown?.contentDocument?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => one.textContent?.includes(words));
  button?.click();
  return button !== undefined;
}

/** Does what takes the frame away that stands in the panel, and waits until it has gone. */
export async function untilPanelFrameLeaves(panel: Panel, act: () => Promise<unknown>): Promise<void> {
  await panel.until('anything', () => true);
  await panel.evaluate((window) => {
    const shown = [...window.document.querySelectorAll('iframe')].find(({ style }) => style.opacity === '1');
    Reflect.set(window, 'stoodBefore', shown);
  });
  await act();
  const hasGone = () => panel.evaluate((window) => !Reflect.get(window, 'stoodBefore')?.isConnected);
  await until('the frame in the panel has left', hasGone);
}

/** Runs beside the panel's window: what its one visible frame says. */
function readPanel(panel: Window): Shown | null {
  const seen = [...panel.document.querySelectorAll('iframe')].filter(({ style }) => style.opacity === '1');
  if (seen.length > 1) throw new Error('Two frames are visible in the panel at once.');
  const article = seen[0]?.contentDocument?.querySelector<HTMLElement>('[data-view]');
  if (!article) return null;
  const parts: Record<string, string> = {};
  for (const element of article.querySelectorAll<HTMLElement>('[data-part]')) {
    parts[element.dataset.part ?? ''] ??= element.innerText.replace(/\s+/g, ' ').trim();
  }
  return { view: article.dataset.view ?? '', parts, text: article.innerText };
}

async function inChromium({ browser, extensionId }: Launched, page: Page): Promise<Way> {
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('The extension is not there.');
  const elsewhere = await browser.newPage();
  const opened = browser.waitForTarget((target) => target.url().endsWith('/sidepanel.html'), { timeout: PATIENCE });
  await extension.triggerAction(elsewhere);
  // The panel takes its room from the page; a page that pretends to be wider is pressed beside what it shows.
  await page.setViewport(null);
  const panel = await (await opened).asPage();
  await elsewhere.close();
  await page.bringToFront();
  return {
    evaluate: (act, ...given) => panel.evaluate(`(${act})(window, ...${JSON.stringify(given)})`) as never,
    goInto: () => panel.bringToFront(),
    async pressKey(key, withShift) {
      if (withShift) await panel.keyboard.down('Shift');
      await panel.keyboard.press(key);
      if (withShift) await panel.keyboard.up('Shift');
    },
  };
}

/** The sidebar is in no tree of WebDriver's; another page of the extension may look into it. */
async function inFirefox(launched: Launched, page: Page): Promise<Way> {
  const beside = await openExtensionPage(launched, 'options.html');
  const button = `ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('${launched.extensionId}').extension)`;
  await inFirefoxItself(
    launched.browser,
    `(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      await ${button}.triggerAction(window);
    })()`,
  );
  const view = "browser.extension.getViews().find(({ location }) => location.pathname === '/sidepanel.html')";
  await beside.waitForFunction(`Boolean(${view}?.document.body)`, { timeout: PATIENCE, polling: 50 });
  await page.bringToFront();
  return {
    evaluate: (act, ...given) => beside.evaluate(`(${act})(${view}, ...${JSON.stringify(given)})`) as never,
    goInto: () => goIntoFirefoxSidebar(launched.browser),
    pressKey: (key, withShift) => pressInFirefox(launched.browser, key, withShift),
  };
}
