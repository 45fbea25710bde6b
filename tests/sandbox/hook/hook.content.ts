import { defineContentScript } from 'wxt/utils/define-content-script';

declare const browser: typeof import('webextension-polyfill') | undefined;
declare const chrome: typeof import('webextension-polyfill');

/** Pages of the sandbox's plan service can set the extension up with this event; its detail is the settings as JSON. */
const SET_UP = 'planside-sandbox-settings';
const DONE = 'planside-sandbox-done';

/** Test builds only: no part of a build that is shipped. */
export default defineContentScript({
  matches: ['http://127.0.0.1/*'],
  runAt: 'document_start',
  main() {
    const { storage } = typeof browser === 'undefined' ? chrome : browser;
    document.addEventListener(SET_UP, async (event) => {
      if (!(event instanceof CustomEvent)) return;
      await storage.local.set({ settings: JSON.parse(String(event.detail)) });
      document.dispatchEvent(new CustomEvent(DONE));
    });
    document.documentElement.dataset.plansideHook = 'ready';
  },
});
