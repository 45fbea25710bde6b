import type { Browser, Page } from 'puppeteer';
import { inFirefoxItself } from './in-firefox-itself.ts';
import type { Launched } from './launch.ts';
import { lookUntil } from './look-until.ts';
import { PATIENCE } from './patience.ts';
import { soon } from './soon.ts';

/** A tab that Firefox has opened is there within a second, also on a busy computer; now and then it never is. */
const PATIENCE_WITH_FIREFOX = 5_000;

/**
 * Opens a page of the extension itself in a tab, such as `options.html`.
 * Throws when it does not open within 15 s.
 */
export async function openExtensionPage(launched: Launched, file: string): Promise<Page> {
  const address = `${launched.extensionOrigin}/${file}`;
  if (launched.family === 'firefox') return openInFirefox(launched, address);
  const page = await launched.browser.newPage();
  await page.goto(address);
  return page;
}

/**
 * Opens the settings page as it is where the browser holds this policy: the page's own `storage.managed` is made to
 * answer so before its script runs. The background hears nothing of it; what a real policy file does is not tested here. Chromium only:
 * Firefox runs nothing of a test in an extension's page before the page's own scripts.
 */
export async function openWithPolicy(launched: Launched, policy: object): Promise<Page> {
  const page = await openExtensionPage(launched, 'options.html');
  await page.evaluateOnNewDocument((managed) => {
    const { storage } = Reflect.get(globalThis, 'chrome');
    Object.defineProperty(storage.managed, 'get', { value: async () => structuredClone(managed) });
  }, policy);
  await page.reload();
  return page;
}

/**
 * Lets the browser answer yes, without a window that no test can press, when the extension asks for these hosts.
 * Firefox needs nothing here: a preference of `launch.ts` does the same.
 */
export async function answerYesFor({ browser, family, extensionId }: Launched, patterns: string[]): Promise<void> {
  if (family === 'firefox') return;
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  for (const pattern of patterns) {
    await page.evaluate(
      `chrome.developerPrivate.addHostPermission(${JSON.stringify(extensionId)}, ${JSON.stringify(pattern)})`,
    );
  }
  await page.close();
}

/** WebDriver BiDi refuses to go to an extension's page; the browser's own window may open one: another, if one is lost. */
async function openInFirefox({ browser }: Launched, address: string): Promise<Page> {
  const before = new Set(await browser.pages());
  for (let tries = 0; tries < 2; tries += 1) {
    await addTabInFirefox(browser, address);
    const page = await openPage(browser, address, before, PATIENCE_WITH_FIREFOX);
    if (page) return page;
  }
  return untilOpen(browser, address, before);
}

async function addTabInFirefox(browser: Browser, address: string): Promise<void> {
  const url = JSON.stringify(address);
  await inFirefoxItself(
    browser,
    `void (gBrowser.selectedTab = gBrowser.addTrustedTab(${url}, {
      triggeringPrincipal: Services.scriptSecurityManager.createContentPrincipal(Services.io.newURI(${url}), {})
    }))`,
  );
}

/**
 * Waits until a tab is open at this address. Firefox says `about:blank` of it for ever, so each page is asked itself.
 *
 * @param but these, which may be at the same address
 * @throws after 15 s, with how many others there were
 */
export async function untilOpen(browser: Browser, address: string, but: ReadonlySet<Page> = new Set()): Promise<Page> {
  const page = await openPage(browser, address, but, PATIENCE);
  if (page) return page;
  const others = (await browser.pages()).filter((one) => !but.has(one)).map((one) => one.url());
  throw new Error(`${address} did not open. New are: ${others.join(', ') || 'none'}.`);
}

/** The tab at this address, or `null` if there is none within so many milliseconds. */
async function openPage(
  browser: Browser,
  address: string,
  but: ReadonlySet<Page>,
  patience: number,
): Promise<Page | null> {
  const look = async () => {
    for (const page of (await browser.pages()).filter((one) => !but.has(one))) {
      // For a moment Firefox has the address, and nothing of the extension yet.
      const is = await soon(() => page.evaluate(() => ('chrome' in globalThis ? location.href : '')), '');
      if (is === address) return page;
    }
    return null;
  };
  return (await lookUntil(look, (page) => page !== null, patience)).last;
}
