import { once } from 'node:events';
import type { Page } from 'puppeteer';
import { openExtensionPage } from '../harness/extension-page.ts';
import type { Launched } from '../harness/launch.ts';
import { press, untilView } from '../harness/sidebar.ts';
import { until } from '../harness/until.ts';
import { storedInSession } from './extension-storage.ts';

/** How a sign-in can end; after the last three the browser goes on running. */
export const ENDINGS = ['crash', 'close', 'signOut', 'lock', 'update'] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * Ends it in one of the five ways, and waits until that is done.
 *
 * @param page shows the sidebar with a plan
 * @param extensionDir of the build that is installed
 * @returns whether the browser is still running
 */
export async function endBy(
  ending: Ending,
  launched: Launched,
  page: Page,
  extensionDir: string,
): Promise<{ readonly running: boolean }> {
  if (ending === 'crash') await crash(launched);
  if (ending === 'close') await launched.close({ keepProfile: true });
  if (ending === 'signOut') {
    await press(page, 'Sign out');
    await untilView(page, 'signedOut');
  }
  if (ending === 'lock') {
    await press(page, 'Lock');
    await untilView(page, 'locked');
  }
  if (ending === 'update') await update(launched, extensionDir);
  return { running: ending !== 'crash' && ending !== 'close' };
}

/** Nothing is told to shut down: every process of the browser is gone at once. */
async function crash({ browser }: Launched): Promise<void> {
  const root = browser.process();
  if (!root?.pid) throw new Error('This browser has no process of its own.');
  const gone = once(root, 'exit');
  if (process.platform === 'win32') root.kill('SIGKILL');
  else process.kill(-root.pid, 'SIGKILL');
  await gone;
}

/** As when a browser brings a new version: the same extension is installed again, which ends whatever was in its memory. */
async function update(launched: Launched, extensionDir: string): Promise<void> {
  await launched.browser.installExtension(extensionDir);
  const options = await openExtensionPage(launched, 'options.html');
  const holdsToken = async () => JSON.stringify(await storedInSession(options)).includes('Token');
  await until('the session has gone with its version', async () => !(await holdsToken()));
  await options.close();
}
