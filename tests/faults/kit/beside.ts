import type { Page } from 'puppeteer';
import { openExtensionPage } from '../../browser/harness/extension-page.ts';
import type { Launched } from '../../browser/harness/launch.ts';
import { soon } from '../../browser/harness/soon.ts';
import { until } from '../../browser/harness/until.ts';

/**
 * A page from which Firefox's background can be reached; Chromium needs none. What it puts into the background lives for
 * as long as the page is open: whoever calls it afterwards meets an object that is dead.
 */
export async function openBeside(launched: Launched): Promise<Page | null> {
  return launched.family === 'firefox' ? openExtensionPage(launched, 'privacy.html') : null;
}

/** Makes the background, which this wakes if need be, `plansideBackground` in such a page. */
export function reachBackground(beside: Page): Promise<void> {
  return until('the background can be reached', () => soon(() => beside.evaluate(reach), false));
}

/** Runs in a page of the extension, in Firefox. */
async function reach(): Promise<boolean> {
  const api = Reflect.get(globalThis, 'browser') as { runtime: { getBackgroundPage(): Promise<Window | null> } };
  const background = await api.runtime.getBackgroundPage();
  Reflect.set(globalThis, 'plansideBackground', background);
  return background !== null;
}
