import type { CDPSession } from 'puppeteer';
import type { Launched } from '../../browser/harness/launch.ts';

/** The override lasts as long as the session that made it. */
const sessions = new WeakMap<Launched, CDPSession>();

/**
 * Makes the extension's disk full, or as large as it was.
 *
 * @returns whether this browser can be told so (Firefox cannot)
 */
export async function fillDisk(launched: Launched, full: boolean): Promise<boolean> {
  const { browser, family, extensionOrigin } = launched;
  if (family === 'firefox') return false;
  await sessions.get(launched)?.detach();
  sessions.delete(launched);
  if (!full) return true;
  const [page] = await browser.pages();
  const session = await page?.createCDPSession();
  if (!session) return false;
  await session.send('Storage.overrideQuotaForOrigin', { origin: `${extensionOrigin}/`, quotaSize: 1 });
  sessions.set(launched, session);
  return true;
}
