import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import type { Launched } from '../harness/launch.ts';
import { changeSettings } from './change-settings.ts';

/**
 * Lets the browser say that nobody has touched the computer for a while, or that it was locked. Chromium's own event is
 * raised in the background. Firefox is told when it was last touched, and asked again from when on that is idle.
 */
export async function playIdle(launched: Launched, state: 'idle' | 'active' | 'locked'): Promise<void> {
  if (launched.family === 'chromium') {
    const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    await worker?.evaluate(`chrome.idle.onStateChanged.dispatch(${JSON.stringify(state)})`);
    return;
  }
  const service = "Cc['@mozilla.org/widget/useridleservice;1'].getService(Ci.nsIUserIdleServiceInternal)";
  await inFirefoxItself(launched.browser, `${service}.resetIdleTimeOut(${state === 'idle' ? 20_000 : 0})`);
  if (state === 'idle') await changeSettings(launched, { lockAfterMinutes: 1 });
}
