import { browser } from '../browser.ts';

/** Opens the page on which the helpdesk sees how Planside is on this computer, in a new tab. */
export async function openHealth(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('health.html') });
}
