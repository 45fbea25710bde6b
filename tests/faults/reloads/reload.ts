import { inFirefoxItself } from '../../browser/harness/in-firefox-itself.ts';
import type { Launched } from '../../browser/harness/launch.ts';
import { geckoId } from '../../browser/harness/redirect-uris.ts';

/** How an extension gives way to another life of itself. */
export const WAYS = ['update', 'reload'] as const;
export type Way = (typeof WAYS)[number];

/**
 * Lets the extension give way, as a browser does that brings a new version, or by its own wish; whatever stood in its
 * memory is gone. Waits until the browser has taken it up.
 */
export async function giveWay(launched: Launched, extensionDir: string, way: Way): Promise<void> {
  if (way === 'update') {
    await launched.browser.installExtension(extensionDir);
    return;
  }
  if (launched.family === 'firefox') {
    const addon = `(await AddonManager.getAddonByID(${JSON.stringify(geckoId)}))`;
    await inFirefoxItself(launched.browser, `(async () => { await ${addon}.reload(); })()`);
    return;
  }
  await reloadInChromium(launched);
}

/** As its button on the page of extensions does it; without the mode of developers an unpacked one stays switched off. */
async function reloadInChromium({ browser, extensionId }: Launched): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.evaluate(`chrome.developerPrivate.reload(${JSON.stringify(extensionId)}, { failQuietly: true })`);
  await page.close();
}
