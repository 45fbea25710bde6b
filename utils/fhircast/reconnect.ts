/** Never sooner, and never later, in milliseconds. */
const SOONEST_MS = 250;
const LATEST_MS = 30_000;

/**
 * How long to wait before a hub is tried again: longer with each try in a row, and anywhere in that time, so that a
 * thousand panels do not all come back to a hub that has just started.
 *
 * @param tries how often it has been tried in a row without success
 * @param chance from 0 to 1
 */
export function reconnectDelayMs(tries: number, chance: number): number {
  const most = Math.min(LATEST_MS, 2_000 * 2 ** Math.min(tries, 10));
  return SOONEST_MS + chance * (most - SOONEST_MS);
}
