import type { Frame, KeyInput, Page } from 'puppeteer';
import type { Panel } from '../harness/panel.ts';
import { PATIENCE } from '../harness/patience.ts';
import { sidebarFrame } from '../harness/sidebar.ts';
import { soon } from '../harness/soon.ts';
import { readStops, type Stops } from './read-stops.ts';

/** The keys of one surface, and what they find in it. */
export type Keys<Key = KeyInput> = {
  readonly press: (key: Key | 'Tab' | 'Enter', withShift?: boolean) => Promise<void>;
  readonly stops: () => Promise<Stops>;
};

/** Runs where the page or frame lives. */
export function stopsIn(where: Page | Frame): Promise<Stops> {
  return where.evaluate(`(${readStops})(window)`) as Promise<Stops>;
}

/** The keys in a page of the extension, with the frames in it. */
export function keysOf(page: Page): Keys {
  return {
    async press(key, withShift = false) {
      if (withShift) await page.keyboard.down('Shift');
      await page.keyboard.press(key);
      if (withShift) await page.keyboard.up('Shift');
    },
    stops: () => stopsIn(page),
  };
}

/** The keys in the sidebar beside a record; what stands in the record itself is nothing here. */
export function keysInSidebar(page: Page): Keys {
  return {
    ...keysOf(page),
    async stops() {
      const end = Date.now() + PATIENCE;
      while (Date.now() < end) {
        const frame = await sidebarFrame(page);
        const now = frame && (await soon(() => stopsIn(frame), null));
        if (now) return now;
      }
      throw new Error('There is no sidebar.');
    },
  };
}

/** The keys in the browser's own panel. */
export function keysInPanel({ evaluate, pressKey }: Panel): Keys<never> {
  return { press: (key, withShift = false) => pressKey(key, withShift), stops: () => evaluate(readStops) };
}
