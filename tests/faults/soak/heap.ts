import type { CDPSession, Page } from 'puppeteer';
import type { Launched } from '../../browser/harness/launch.ts';
import { sessionOfFrame } from '../../browser/harness/session-of-frame.ts';
import { shownFrame } from '../../browser/harness/sidebar.ts';

/** Bytes that are in use after everything has been collected that can be. */
export type Heap = { readonly page: number; readonly sidebar: number; readonly background: number };

/** `null`: this browser does not tell (Firefox). */
export async function heapOf({ browser, family }: Launched, page: Page): Promise<Heap | null> {
  if (family === 'firefox') return null;
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  const session = await page.createCDPSession();
  if (!worker) throw new Error('The heap of the background cannot be asked for.');
  const heap = {
    page: await usedIn(session),
    sidebar: await usedIn(sessionOfFrame(await shownFrame(page))),
    background: await usedIn(worker.client),
  };
  await session.detach();
  return heap;
}

async function usedIn(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
