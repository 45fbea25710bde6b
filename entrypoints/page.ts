import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type PageRuntime, startPage } from '../utils/page/start-page.ts';

/** Every browser has the API under this name too, and in Chromium an element of the page cannot take its place. */
declare const chrome: { runtime: PageRuntime };

/** Set while this script works in this frame, so that it can be put into open pages without working twice. */
declare global {
  var planside: ReturnType<typeof startPage> | undefined;
}

/**
 * Runs in every frame of an enabled origin. Registered at run time (`utils/tabs/sites.ts`), and not a WXT content
 * script: the context of those can be ended by the page with one DOM event, and tells the page the extension's id.
 */
export default defineUnlistedScript(() => {
  if (globalThis.planside && !globalThis.planside.isOver()) return;
  globalThis.planside = startPage(window, chrome.runtime);
});
