import type { Windows } from 'webextension-polyfill';
import { browser } from '../browser.ts';

export type WindowWatch = {
  /** Asked once the flow has failed: whether its window stands open all the same. */
  readonly isLeft: () => Promise<boolean>;
  /** Closes the window of the flow where it shows a page of this origin, and can be told by that from any other. */
  readonly close: (origin: string) => Promise<void>;
  readonly end: () => void;
};

/**
 * Hears of windows from now on, for a flow of `identity.launchWebAuthFlow` in Firefox. That gives its window a name: where
 * one is left over from an earlier flow, the page is loaded into that one, and the flow fails at once in the words for a
 * window that was closed (`ext-identity.js`). What is done in it leads nowhere, however often somebody tries.
 */
export function watchForWindow(): WindowWatch {
  const opened = new Set<number | undefined>();
  const hear = ({ id }: Windows.Window) => void opened.add(id);
  browser.windows.onCreated.addListener(hear);
  return {
    async isLeft() {
      if (opened.size === 0) return true;
      const open = await browser.windows.getAll();
      return open.some(({ id }) => opened.has(id));
    },
    async close(origin) {
      const open = await browser.windows.getAll({ populate: true, windowTypes: ['popup'] });
      const isOurs = ({ id, tabs = [] }: Windows.Window) =>
        opened.has(id) && tabs.length > 0 && tabs.every(({ url }) => URL.parse(url ?? '')?.origin === origin);
      await Promise.allSettled(open.filter(isOurs).map(({ id = Number.NaN }) => browser.windows.remove(id)));
    },
    end: () => browser.windows.onCreated.removeListener(hear),
  };
}
