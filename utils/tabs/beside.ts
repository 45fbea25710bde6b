import { browser } from '../browser.ts';
import { originsToAllow } from '../options/origins.ts';
import { parseAddress, patternOf } from '../options/web-address.ts';
import { managedKeys } from '../settings/policy.ts';
import { readSettingsNow } from '../settings/settings.ts';
import { isUnknown, type PageStanding, standingOf } from '../view/page-standing.ts';
import type { SystemAt } from './sender.ts';

/** What the browser says of a tab. */
export type TabNow = {
  /** In front of its window. */
  readonly isInFront: boolean;
  readonly standing: PageStanding;
};

export type PagesBeside = {
  /** Asks the browser about a tab; `null`: it is gone. */
  readonly now: (tabId: number) => Promise<TabNow | null>;
  /** The button of Planside was pressed on this page. Where the browser tells no address even then, it lets nobody read it. */
  readonly pressed: (tabId: number, address: string | undefined) => void;
  /** Calls back whenever a tab begins or ends to load a page; the listener is registered at once. */
  readonly onLoaded: (loaded: (tabId: number) => void) => void;
};

/** The pages the browser's own panel stands beside. */
export function pagesBeside(systemAt: SystemAt): PagesBeside {
  const closed = new Set<number>();
  return {
    async now(tabId) {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      if (!tab) return null;
      const standing = await standingAt(tab.url, systemAt);
      const isClosed = isUnknown(standing) && closed.has(tabId);
      return { isInFront: tab.active, standing: isClosed ? { is: 'browserPage' } : standing };
    },
    pressed(tabId, address) {
      if (!address) closed.add(tabId);
    },
    onLoaded(loaded) {
      browser.tabs.onUpdated.addListener((tabId, { status }) => {
        if (status === 'loading') closed.delete(tabId);
        if (status !== undefined) loaded(tabId);
      });
      browser.tabs.onRemoved.addListener((tabId) => closed.delete(tabId));
    },
  };
}

/**
 * What there is to say of a page at an address.
 *
 * @param address as far as the browser tells it: of a page that is not enabled, only while its button was pressed there
 */
export async function standingAt(address: string | undefined, systemAt: SystemAt): Promise<PageStanding> {
  if (!address) return { is: 'unknown' };
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return { is: 'browserPage' };
  const system = await systemAt(url.origin);
  if (system) return standingOf(system);
  const { hostname: host, origin } = url;
  if (!parseAddress(address)) return { is: 'notHttps', host };
  const { inForce, policy } = await readSettingsNow();
  const pattern = patternOf(url);
  const listed = inForce.clinicalSystems.find(({ origins }) => origins.includes(pattern));
  if (!listed && (managedKeys(policy).has('clinicalSystems') || policy.kind === 'broken')) {
    return { is: 'notListed', host };
  }
  const wanted = listed ?? { id: 'new', name: host, origins: [pattern] };
  return { is: 'notEnabled', host, origin, asks: originsToAllow(wanted, inForce.planService) };
}
