import { browser } from '../browser.ts';
import type { SystemAt } from './sender.ts';

/** What the browser says of a tab. */
export type TabNow = {
  /** In front of its window. */
  readonly isInFront: boolean;
  /** Its page is one of a system that is enabled: of no other page an extension is told the address. */
  readonly isEnabled: boolean;
};

/** Asks the browser about a tab; `null`: it is gone. */
export async function tabNow(tabId: number, systemAt: SystemAt): Promise<TabNow | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return null;
  const origin = URL.parse(tab.url ?? '')?.origin ?? '';
  const isEnabled = /^https?:/.test(origin) && (await systemAt(origin)) !== null;
  return { isInFront: tab.active, isEnabled };
}

/** Calls back whenever a tab begins or ends to load a page; the listener is registered at once. */
export function onPageLoaded(loaded: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== undefined) loaded(tabId);
  });
}
