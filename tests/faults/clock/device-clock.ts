import { inWorker } from '../../browser/harness/in-worker.ts';
import type { Launched } from '../../browser/harness/launch.ts';

/**
 * Sets the clock of this computer wrong for the extension's background, by so many milliseconds. In Chromium: played in
 * Firefox by way of `getBackgroundPage`, the sidebar showed nothing any more once the clock was right again. Whether
 * that came of the page from which it was done, which had gone by then, or of Planside, is not known yet.
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
