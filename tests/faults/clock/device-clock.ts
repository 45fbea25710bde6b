import type { Page } from 'puppeteer';
import { openExtensionPage } from '../../browser/harness/extension-page.ts';
import { inWorker } from '../../browser/harness/in-worker.ts';
import type { Launched } from '../../browser/harness/launch.ts';

/**
 * Sets the clock of this computer wrong for the extension's background, by so many milliseconds.
 *
 * @returns what sets it right again
 */
export async function setDeviceClock(launched: Launched, ahead: number): Promise<() => Promise<void>> {
  if (launched.family === 'chromium') {
    const set = (by: number) => inWorker(launched, `(${shiftDate})(globalThis, ${by})`);
    await set(ahead);
    return () => set(0);
  }
  // What a page has put into another is dead once that page has gone: it stays as long as the browser.
  const page = pages.get(launched) ?? (await openExtensionPage(launched, 'options.html'));
  pages.set(launched, page);
  const set = (by: number) => page.evaluate(`(${shiftBackgroundPage})(${shiftDate}, ${by})`);
  await set(ahead);
  return async () => void (await set(0));
}

const pages = new WeakMap<Launched, Page>();

/** Runs in the background, or in a page beside it. */
function shiftDate(scope: { Date: DateConstructor; clockAhead?: number }, by: number): void {
  const isShifted = scope.clockAhead !== undefined;
  scope.clockAhead = by;
  if (isShifted) return;
  const Right = scope.Date;
  const now = () => Right.now() + (scope.clockAhead ?? 0);
  scope.Date = new Proxy(Right, {
    construct: (target, words) => Reflect.construct(target, words.length === 0 ? [now()] : words),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

async function shiftBackgroundPage(shift: typeof shiftDate, by: number): Promise<void> {
  const api = Reflect.get(globalThis, 'browser') as { runtime: { getBackgroundPage(): Promise<typeof globalThis> } };
  shift(await api.runtime.getBackgroundPage(), by);
}
