import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import type { Launched } from '../harness/launch.ts';
import { geckoId } from '../harness/redirect-uris.ts';

/**
 * What happens when somebody presses Planside's button in the browser, beside the tab in front. No test can press it:
 * headless browsers have no window with buttons, so the browser is made to tell the extension.
 */
export async function pressButtonOf({ browser, family }: Launched): Promise<void> {
  if (family === 'firefox') {
    await inFirefoxItself(
      browser,
      `{
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)});
        ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      }`,
    );
    return;
  }
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(`(async () => {
    const [inFront] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.action.onClicked.dispatch(inFront);
  })()`);
}
