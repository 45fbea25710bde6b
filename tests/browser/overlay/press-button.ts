import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import { inWorker } from '../harness/in-worker.ts';
import type { Launched } from '../harness/launch.ts';
import { geckoId } from '../harness/redirect-uris.ts';

/**
 * What happens when somebody presses Planside's button in the browser, beside the tab in front. No test can press it:
 * headless browsers have no window with buttons, so the browser is made to tell the extension.
 */
export async function pressButtonOf(launched: Launched): Promise<void> {
  if (launched.family === 'firefox') {
    await inFirefoxItself(
      launched.browser,
      `{
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)});
        ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      }`,
    );
    return;
  }
  await inWorker(
    launched,
    `(async () => {
      const [inFront] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.action.onClicked.dispatch(inFront);
    })()`,
  );
}
