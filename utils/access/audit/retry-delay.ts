const FIRST_MS = 30_000;
/** With the quarter that chance may add, five minutes. */
const LONGEST_MS = 240_000;

/**
 * How long to wait before the next try to deliver: half a minute, doubling to five minutes, with up to a quarter more at
 * random, so that all computers of a practice do not come back in the same second. Never less than half a minute, the
 * shortest time that browsers set an alarm for.
 *
 * @param tries how many tries have failed since the last that did not, from 1
 * @param random 0 to 1, such as of `Math.random`
 * @returns milliseconds
 */
export function retryDelayMs(tries: number, random: number): number {
  const doubled = FIRST_MS * 2 ** Math.max(0, tries - 1);
  return Math.round(Math.min(doubled, LONGEST_MS) * (1 + random / 4));
}
