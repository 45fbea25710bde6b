import { setTimeout as after } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer';
import type { Started } from '../browser/harness/launch.ts';
import { extensionMemory, readOnCpu, type Spent, spentBetween } from './on-cpu.ts';

/** What a page was like once it had loaded, with what an extension does there. */
export type Loaded = Spent & {
  /** JavaScript heap of the page's process, with what extensions keep in it, in kilobytes. */
  readonly heap: number;
  /** Memory of the extension's own processes, in megabytes. */
  readonly extensionMemory: number;
  /** Frames of an extension in the tab. */
  readonly extensionFrames: number;
  /** Tasks of more than 50 ms. */
  readonly longTasks: number;
};

/** So long after it has loaded a page is measured still (milliseconds): what an extension adds comes after. */
const SETTLE_MS = 1_000;

/** A page in a tab of its own, while it is measured. */
export type OpenPage = { readonly page: Page; readonly session: CDPSession; readonly loaded: Loaded };

/**
 * Loads a page in a new tab and measures it. Chromium on Linux alone.
 *
 * @param blank address of a page with nothing on it, of the same origin
 */
export async function loadPage(started: Started, blank: string, address: string): Promise<OpenPage> {
  const root = pidOf(started);
  const page = await started.browser.newPage();
  await page.evaluateOnNewDocument(countLongTasks);
  const session = await page.createCDPSession();
  await page.goto(blank);
  await after(SETTLE_MS);
  const before = readOnCpu(root);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => !document.querySelector('#record') || document.documentElement.dataset.ready);
  await after(SETTLE_MS);
  const spent = spentBetween(before, readOnCpu(root));
  const loaded: Loaded = {
    ...spent,
    heap: await heapOf(session),
    extensionMemory: extensionMemory(root),
    extensionFrames: page.frames().filter((frame) => /^(?:chrome|moz)-extension:/.test(frame.url())).length,
    longTasks: await longTasks(page),
  };
  return { page, session, loaded };
}

/** How many tasks of more than 50 ms the page has had so far. */
export function longTasks(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, 'longTasks')));
}

/** The process at the root of a browser. */
export function pidOf({ browser }: Started): number {
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error('The browser has no process here.');
  return pid;
}

/** Kilobytes in use after everything has been collected that can be. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1024;
}

/** Runs in the page. */
function countLongTasks(): void {
  Reflect.set(window, 'longTasks', 0);
  const count = (list: PerformanceObserverEntryList) => {
    Reflect.set(window, 'longTasks', Number(Reflect.get(window, 'longTasks')) + list.getEntries().length);
  };
  new PerformanceObserver(count).observe({ type: 'longtask', buffered: true });
}
