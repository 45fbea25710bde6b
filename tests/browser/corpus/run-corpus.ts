import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Page } from 'puppeteer';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { openExtensionPage } from '../harness/extension-page.ts';
import { type Launched, launchBrowser } from '../harness/launch.ts';
import { redirectUris } from '../harness/redirect-uris.ts';
import { setUp, signIn } from '../harness/set-up.ts';
import { untilShown } from '../harness/sidebar.ts';
import { type Case, readCases } from './cases.ts';
import { type Judged, judgeCase } from './judge-case.ts';

/** The host that serves the cases, as `tests/sandbox/host-permissions.ts` grants it. */
const HOST = 'corpus';
const WINDOW = { width: 1280, height: 800 };
/** Windows at once: a case is mostly waiting for a page to stay as it is. */
const WINDOWS = 3;

export type CorpusChoice = {
  /** Only cases whose names it takes. */
  readonly only?: (name: string) => boolean;
  /** Called with each case as it is done: one verdict for the page as loaded, and one for each step. */
  readonly onCase?: (name: string, verdicts: readonly string[]) => void;
  /** Done before the first case, where pages are served at `origin`. */
  readonly prepare?: (launched: Launched, origin: string) => Promise<void>;
};

export type CorpusRun = { readonly browser: string; readonly cases: readonly Judged[] };

/**
 * Opens every case below a folder in the real extension, signed in to a plan service that knows none of these people,
 * and judges what the sidebar says.
 *
 * @param folder absolute path
 */
export async function runCorpus(
  found: FoundBrowser,
  extensionDir: string,
  folder: string,
  { only = () => true, onCase = () => {}, prepare = async () => {} }: CorpusChoice = {},
): Promise<CorpusRun> {
  const cases = (await readCases(folder)).filter(({ name }) => only(name));
  const extra = { [HOST]: corpusApp(folder) };
  const sandbox = await startSandbox({ redirectUris, extra });
  try {
    const { family, path } = found;
    const launched = await launchBrowser({ family, path, headless: true, extensionDir, windowSize: WINDOW });
    try {
      await signInForAll(launched, sandbox);
      await prepare(launched, sandbox.originOf(HOST));
      const options = await openExtensionPage(launched, 'options.html');
      const judged = await inWindows(launched, cases, async (page, one) => {
        const results = await judgeCase(page, options, sandbox.originOf(HOST), one);
        onCase(
          one.name,
          results.map(({ verdict, trouble }) => (trouble === null ? verdict : `${verdict} (${trouble})`)),
        );
        return results;
      });
      return { browser: `${found.name} ${await launched.browser.version()}`, cases: judged.flat() };
    } finally {
      await launched.close();
    }
  } finally {
    await sandbox.stop();
  }
}

const START = '/.start';

/** Serves every file below a folder, and a page on which somebody is open. */
export function corpusApp(folder: string): Hono {
  const app = new Hono();
  app.get(START, (context) => context.html(START_PAGE));
  app.use('*', serveStatic({ root: folder }));
  return app;
}

/** A page on which somebody is open, so that there is a sidebar to sign in from. */
const START_PAGE = `<!doctype html><title>Start</title><section class="patient-banner">
<h1>START, Page</h1><dl><dt>Born</dt><dd>01-Jan-1950</dd><dt>NHS No.</dt><dd>999 000 0018</dd></dl></section>`;

async function signInForAll(launched: Launched, sandbox: Sandbox): Promise<void> {
  await setUp(launched, sandbox, [{ id: HOST, name: 'Pages', origins: [`http://${HOST}.localhost/*`] }]);
  const page = await launched.browser.newPage();
  await page.goto(`${sandbox.originOf(HOST)}${START}`);
  const account = sandbox.accounts.find(({ username }) => username === 'out-of-hours');
  if (!account) throw new Error('The sandbox has no out-of-hours clinician.');
  await signIn(launched, page, account);
  await page.bringToFront();
  await untilShown(page, 'an answer', ({ parts }) => parts.name !== undefined);
  await page.close();
}

/** Deals the cases out to a few windows; the answers come in the order of the cases. */
async function inWindows<T>(
  { browser }: Launched,
  cases: readonly Case[],
  run: (page: Page, one: Case) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async () => {
    while (next < cases.length) {
      const index = next;
      next += 1;
      const one = cases[index];
      if (!one) return;
      const page = await browser.newPage({ type: 'window' });
      await page.setViewport(WINDOW);
      page.on('dialog', (dialog) => void dialog.dismiss());
      results[index] = await run(page, one);
      await page.close();
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, work));
  return results;
}
