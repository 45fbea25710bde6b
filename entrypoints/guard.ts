import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardSidebar } from '../utils/page/guard-sidebar.ts';
import type { PageRuntime } from '../utils/page/start-page.ts';

/** As in `page.ts`: no element of the page can take its place. */
declare const chrome: { runtime: PageRuntime };

/** Set while it guards this document; a page script that has begun anew is guarded by the same. */
declare global {
  var plansideGuard: ReturnType<typeof guardSidebar> | undefined;
}

/** Keeps the sidebar in sight, in a script of its own: only pages beside which something stands need it. */
export default defineUnlistedScript(() => {
  globalThis.plansideGuard ??= guardSidebar(document, chrome.runtime, {
    host: () => globalThis.planside?.host() ?? null,
    isTakenOut: () => globalThis.planside?.isTakenOut() ?? false,
  });
  globalThis.plansideGuard.wake();
});
