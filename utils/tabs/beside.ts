import { browser } from '../browser.ts';
import { type PageStanding, standingOf } from '../view/page-standing.ts';
import type { SystemAt } from './sender.ts';

/** What the browser says of a tab. */
export type TabNow = {
  /** In front of its window. */
  readonly isInFront: boolean;
  /** Of a page of no system that is enabled an extension is not told the address. */
  readonly standing: PageStanding;
};

/** Asks the browser about a tab; `null`: it is gone. */
export async function tabNow(tabId: number, systemAt: SystemAt): Promise<TabNow | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return null;
  const origin = URL.parse(tab.url ?? '')?.origin ?? '';
  const system = /^https?:/.test(origin) ? await systemAt(origin) : null;
  return { isInFront: tab.active, standing: standingOf(system) };
}

/** Calls back whenever a tab begins or ends to load a page; the listener is registered at once. */
export function onPageLoaded(loaded: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== undefined) loaded(tabId);
  });
}
