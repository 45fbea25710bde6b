import { defineContentScript } from 'wxt/utils/define-content-script';
import { sayAll } from './say-all.ts';

declare const browser: typeof import('webextension-polyfill') | undefined;
declare const chrome: typeof import('webextension-polyfill');

/** Pages of the sandbox's plan service can set the extension up with this event; its detail is the settings as JSON. */
const SET_UP = 'planside-sandbox-settings';
const DONE = 'planside-sandbox-done';
/** And they can say what the organisation's policy is (JSON); it is read with the next settings. */
const SET_POLICY = 'planside-sandbox-policy';
/** And they can have the content script say things to the background (a list of `Say` as JSON). */
const SAY = 'planside-sandbox-say';
/** Its detail is what came of it (a list of `Heard` as JSON). */
const SAID = 'planside-sandbox-said';
/** And they can ask under which address a content script finds the sidebar. */
const WHERE = 'planside-sandbox-where';

/** Test builds only: no part of a build that is shipped. */
export default defineContentScript({
  matches: ['http://127.0.0.1/*'],
  allFrames: true,
  runAt: 'document_start',
  main() {
    const { storage, runtime } = typeof browser === 'undefined' ? chrome : browser;
    const tell = (name: string, detail?: string) => document.dispatchEvent(new CustomEvent(name, { detail }));
    document.addEventListener(SET_UP, async (event) => {
      if (!(event instanceof CustomEvent)) return;
      // As in a profile in which the browser has had the time to hand over a policy, and there is none.
      await storage.local.set({ settings: JSON.parse(String(event.detail)), policy: { lastGood: null } });
      tell(DONE);
    });
    document.addEventListener(SET_POLICY, async (event) => {
      if (!(event instanceof CustomEvent)) return;
      await storage.local.set({ sandboxPolicy: JSON.parse(String(event.detail)) });
      tell(DONE);
    });
    document.addEventListener(SAY, async (event) => {
      if (!(event instanceof CustomEvent)) return;
      tell(SAID, JSON.stringify(await sayAll(globalThis, String(event.detail))));
    });
    document.addEventListener(WHERE, () => {
      document.documentElement.dataset.plansideSidebar = runtime.getURL('sidebar.html');
    });
    document.documentElement.dataset.plansideHook = 'ready';
  },
});
