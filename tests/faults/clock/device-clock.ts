import { inWorker } from '../../browser/harness/in-worker.ts';
import type { Launched } from '../../browser/harness/launch.ts';

/**
 * Sets the clock of this computer wrong for the extension's background, by so many milliseconds. In Chromium: what
 * another page puts into Firefox's background has broken it once that page was gone, and that is no fault of a clock.
 *
 * @returns what sets it right again
 */
export async function setDeviceClock(launched: Launched, ahead: number): Promise<() => Promise<void>> {
  const set = (by: number) => inWorker(launched, `(${shiftDate})(globalThis, ${by})`);
  await set(ahead);
  return () => set(0);
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
