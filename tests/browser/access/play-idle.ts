import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import { inWorker } from '../harness/in-worker.ts';
import type { Launched } from '../harness/launch.ts';
import { inExtensionPage } from './session-storage.ts';

/**
 * Lets the browser believe that nobody has touched the computer for so long, in milliseconds, and that it has just
 * noticed. Without a screen Chromium counts nothing, so its answers are played in the background; Firefox counts itself,
 * and is told when it was last touched.
 */
export async function playIdle(launched: Launched, idleMs: number): Promise<void> {
  if (launched.family === 'chromium') {
    const since = Date.now() - idleMs;
    const answer = `(seconds) => Promise.resolve(Date.now() - ${since} >= seconds * 1000 ? 'idle' : 'active')`;
    await inWorker(launched, `void (chrome.idle.queryState = ${answer})`);
    await inWorker(launched, `void chrome.idle.onStateChanged.dispatch(${idleMs > 0 ? "'idle'" : "'active'"})`);
    return;
  }
  const service = "Cc['@mozilla.org/widget/useridleservice;1'].getService(Ci.nsIUserIdleServiceInternal)";
  await inFirefoxItself(launched.browser, `${service}.resetIdleTimeOut(${idleMs})`);
  await lookAgain(launched);
}

/** Lets the browser say that the computer was locked. */
export async function playLocked(launched: Launched): Promise<void> {
  await inWorker(launched, "void chrome.idle.onStateChanged.dispatch('locked')");
}

/** Firefox rings when the time it was told beforehand is over; a change of settings makes the background look now. */
async function lookAgain(launched: Launched): Promise<void> {
  await inExtensionPage(launched, (page) =>
    page.evaluate(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      const before = settings as { offlineCopies?: boolean };
      await chrome.storage.local.set({ settings: { ...before, offlineCopies: !before.offlineCopies } });
    }),
  );
}
