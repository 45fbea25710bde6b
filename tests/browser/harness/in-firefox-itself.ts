import type { Browser, Page } from 'puppeteer';
import * as z from 'zod';

const treeSchema = z.object({
  result: z.object({ contexts: z.tuple([z.object({ context: z.string() })], z.unknown()) }),
});

type BidiSession = { send(method: string, parameters: object): Promise<unknown> };

/**
 * Runs a script in Firefox's own window, where it may do what the browser may (`--remote-allow-system-access`).
 * Throws where Firefox has no tab open, or the script throws.
 */
export async function inFirefoxItself(browser: Browser, expression: string): Promise<void> {
  const [anyPage] = await browser.pages();
  if (!anyPage) throw new Error('Firefox has no tab open.');
  const session = sessionOf(anyPage);
  const tree = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = treeSchema.parse(tree).result.contexts[0].context;
  const run = await session.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  const done = z.object({ result: z.object({ type: z.literal('success') }) }).safeParse(run);
  if (!done.success) throw new Error(`Firefox did not do it: ${JSON.stringify(run)}`);
}

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
