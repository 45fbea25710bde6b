import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type PageRuntime, startPage } from '../utils/page/start-page.ts';

declare const browser: { runtime: PageRuntime } | undefined;
declare const chrome: { runtime: PageRuntime };

/**
 * Runs in every frame of an enabled origin. Registered at run time (`utils/tabs/sites.ts`), and not a WXT content
 * script: its context can be ended by the page with one DOM event, and it tells the page the extension's id.
 */
export default defineUnlistedScript(() => {
  startPage(window, (typeof browser === 'undefined' ? chrome : browser).runtime);
});
