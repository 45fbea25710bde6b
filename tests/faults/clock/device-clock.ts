import type { Page } from 'puppeteer';
import { inWorker } from '../../browser/harness/in-worker.ts';
import type { Launched } from '../../browser/harness/launch.ts';
import { openBeside, reachBackground } from '../kit/beside.ts';

/** In Firefox the background holds on to the clock that a page gave it, so the page stays for as long as the browser. */
const beside = new WeakMap<Launched, Promise<Page | null>>();

/**
 * Sets the clock of this computer wrong for the extension's background, by so many milliseconds.
 *
 * @returns what sets it right again
 */
export async function setDeviceClock(launched: Launched, ahead: number): Promise<() => Promise<void>> {
  const opened = beside.get(launched) ?? openBeside(launched);
  beside.set(launched, opened);
  const page = await opened;
  await setClock(launched, page, ahead);
  return () => setClock(launched, page, 0);
}

async function setClock(launched: Launched, page: Page | null, ahead: number): Promise<void> {
  if (!page) return inWorker(launched, `(${shiftDate})(globalThis, ${ahead})`);
  await reachBackground(page);
  await page.evaluate(`(${shiftDate})(plansideBackground, ${ahead})`);
}

/** Runs in the background. */
function shiftDate(scope: { Date: DateConstructor; rightDate?: DateConstructor }, by: number): void {
  scope.rightDate ??= scope.Date;
  const Right = scope.rightDate;
  if (by === 0) {
    scope.Date = Right;
    return;
  }
  const now = () => Right.now() + by;
  scope.Date = new Proxy(Right, {
    construct: (target, words) => Reflect.construct(target, words.length === 0 ? [now()] : words),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
