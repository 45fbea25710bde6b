import type { Page } from 'puppeteer';
import { inFirefoxItself } from './in-firefox-itself.ts';
import type { Launched } from './launch.ts';
import { geckoId } from './redirect-uris.ts';

/** Presses Planside's button of the browser while this page is in front. */
export async function pressAction({ browser, family, extensionId }: Launched, page: Page): Promise<void> {
  await page.bringToFront();
  if (family !== 'firefox') return (await browser.extensions()).get(extensionId)?.triggerAction(page);
  await inFirefoxItself(
    browser,
    `(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${geckoId}');
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    })()`,
  );
}

/** Takes a permission back in the browser's own settings. */
export async function takeBack({ browser, family, extensionId }: Launched, pattern: string): Promise<void> {
  if (family === 'firefox') {
    return inFirefoxItself(
      browser,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID('${geckoId}');
        await ExtensionPermissions.remove('${geckoId}', { permissions: [], origins: ['${pattern}'] }, extension);
      })()`,
    );
  }
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    `chrome.developerPrivate.removeHostPermission(${JSON.stringify(extensionId)}, ${JSON.stringify(pattern)})`,
  );
  await page.close();
}
