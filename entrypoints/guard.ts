import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardSidebar } from '../utils/page/guard-sidebar.ts';
import type { PageRuntime } from '../utils/page/start-page.ts';

declare const browser: { runtime: PageRuntime } | undefined;
declare const chrome: { runtime: PageRuntime };

/** Set while it guards this document; a page script that has begun anew is guarded by the same. */
declare global {
  var plansideGuard: ReturnType<typeof guardSidebar> | undefined;
}

/** Keeps the sidebar in sight, in a script of its own: only pages beside which something stands need it. */
export default defineUnlistedScript(() => {
  const { runtime } = typeof browser === 'undefined' ? chrome : browser;
  globalThis.plansideGuard ??= guardSidebar(document, runtime, {
    host: () => globalThis.planside?.host() ?? null,
    isTakenOut: () => globalThis.planside?.isTakenOut() ?? false,
  });
  globalThis.plansideGuard.wake();
});
