import { openExtensionPage } from '../browser/harness/extension-page.ts';
import { killBackground } from '../browser/harness/kill-background.ts';
import type { Launched } from '../browser/harness/launch.ts';
import { until } from '../browser/harness/until.ts';

const WAKES = 7;

/**
 * Milliseconds from a message for a background that has ended until it runs and can be asked, so many times. Chromium
 * alone: Firefox tells nobody when its event page begins.
 */
export async function coldWakes(launched: Launched): Promise<readonly number[]> {
  const { browser } = launched;
  const page = await openExtensionPage(launched, 'manifest.json');
  const workerNow = () => browser.targets().find((target) => target.type() === 'service_worker');
  const wakes: number[] = [];
  for (let at = 0; at < WAKES; at += 1) {
    await killBackground(launched);
    await until('the background has ended', async () => workerNow() === undefined);
    const begun = browser.waitForTarget((target) => target.type() === 'service_worker');
    const start = performance.now();
    await page.evaluate('void chrome.runtime.sendMessage({ bench: "wake" }).catch(() => undefined)');
    await (await (await begun).worker())?.evaluate('1');
    wakes.push(performance.now() - start);
  }
  await page.close();
  return wakes;
}
