import type { Page, Target } from 'puppeteer';
import { openExtensionPage } from './extension-page.ts';
import { type FirefoxKey, goIntoFirefoxSidebar, pressInFirefox } from './firefox-keys.ts';
import { inFirefoxItself } from './in-firefox-itself.ts';
import type { Launched } from './launch.ts';
import { lookUntil } from './look-until.ts';
import { PATIENCE } from './patience.ts';
import type { Shown } from './sidebar.ts';
import { until } from './until.ts';

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
 *
 * @param plain such a page, in the window where it is to stand; left out: one is opened for it, in the window in front
 */
export async function openPanel(launched: Launched, page: Page, plain?: Page): Promise<Panel> {
  const open = launched.family === 'firefox' ? inFirefox : inChromium;
  const way = await open(launched, page, plain);
  const { evaluate } = way;
  const now = () => evaluate(readPanel);
  return {
    ...way,
    now,
    async until(what, is) {
      const looked = await lookUntil(now, (shown) => shown !== null && is(shown));
      const { last } = looked;
      if (looked.is && last) return last;
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

async function inChromium({ browser, extensionId }: Launched, page: Page, plain?: Page): Promise<Way> {
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('The extension is not there.');
  const elsewhere = plain ?? (await browser.newPage());
  const before = new Set(browser.targets());
  const isIt = (target: Target) => !before.has(target) && target.url().endsWith('/sidepanel.html');
  const opened = browser.waitForTarget(isIt, { timeout: PATIENCE });
  await elsewhere.bringToFront();
  await extension.triggerAction(elsewhere);
  // The panel takes its room from the page; a page that pretends to be wider is pressed beside what it shows.
  await page.setViewport(null);
  const panel = await (await opened).asPage();
  if (elsewhere !== plain) await elsewhere.close();
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
async function inFirefox(launched: Launched, page: Page, plain?: Page): Promise<Way> {
  const beside = await openExtensionPage(launched, 'options.html');
  await (plain ?? beside).bringToFront();
  await inFirefoxItself(launched.browser, plain ? openSidebar(launched) : pressButton(launched));
  const name = crypto.randomUUID();
  const views = "browser.extension.getViews().filter(({ location }) => location.pathname === '/sidepanel.html')";
  // The one that has no name yet is this one.
  const named = `${views}.filter((view) => view.document.body).some((view) => (view.panelName ||= '${name}') === '${name}')`;
  await beside.waitForFunction(named, { timeout: PATIENCE, polling: 50 });
  await page.bringToFront();
  const view = `${views}.find((one) => one.panelName === '${name}')`;
  return {
    evaluate: (act, ...given) => beside.evaluate(`(${act})(${view}, ...${JSON.stringify(given)})`) as never,
    goInto: () => goIntoFirefoxSidebar(launched.browser),
    pressKey: (key, withShift) => pressInFirefox(launched.browser, key, withShift),
  };
}

/** Presses Planside's button in the window that is in front. */
function pressButton({ extensionId }: Launched): string {
  return `(async () => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID('${extensionId}');
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));
  })()`;
}

/** Opens the sidebar in the window that is in front; it may be open there, since a new window takes it over from the last one. */
function openSidebar({ extensionId }: Launched): string {
  const sidebar = `${extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`;
  return `Services.wm.getMostRecentWindow('navigator:browser').SidebarController.show('${sidebar}')`;
}
