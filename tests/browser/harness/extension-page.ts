import type { Page } from 'puppeteer';
import * as z from 'zod';
import type { Launched } from './launch.ts';

const PATIENCE = 15_000;

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

/** WebDriver BiDi refuses to go to an extension's page; the browser's own window may open one (`--remote-allow-system-access`). */
async function openInFirefox({ browser }: Launched, address: string): Promise<Page> {
  const [anyPage] = await browser.pages();
  if (!anyPage) throw new Error('Firefox has no tab open.');
  const session = sessionOf(anyPage);
  const tree = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = treeSchema.parse(tree).result.contexts[0].context;
  const url = JSON.stringify(address);
  const opened = await session.send('script.evaluate', {
    expression: `void (gBrowser.selectedTab = gBrowser.addTrustedTab(${url}, {
      triggeringPrincipal: Services.scriptSecurityManager.createContentPrincipal(Services.io.newURI(${url}), {})
    }))`,
    target: { context },
    awaitPromise: true,
  });
  z.object({ result: z.object({ type: z.literal('success') }) }).parse(opened);
  return untilOpen(() => browser.pages(), address);
}

const treeSchema = z.object({
  result: z.object({ contexts: z.tuple([z.object({ context: z.string() })], z.unknown()) }),
});

type BidiSession = { send(method: string, parameters: object): Promise<unknown> };

/** Puppeteer keeps the BiDi session to itself; there is no public way to the browser's own window. */
function sessionOf(page: Page): BidiSession {
  let at: unknown = page.mainFrame();
  for (const step of ['browsingContext', 'userContext', 'browser', 'session']) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  }
  if (!isSession(at)) throw new Error('This version of Puppeteer keeps its BiDi session somewhere else.');
  return at;
}

function isSession(value: unknown): value is BidiSession {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'send') === 'function';
}

/** Firefox says `about:blank` of it for ever, so each page is asked itself. */
async function untilOpen(pages: () => Promise<Page[]>, address: string): Promise<Page> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    for (const page of await pages()) {
      const is = await page.evaluate(() => location.href).catch(() => '');
      if (is === address) return page;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${address} did not open.`);
}
