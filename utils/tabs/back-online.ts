/** Within so long computers that were cut off together ask again, each at a moment of its own (milliseconds). */
const BACK_WITHIN_MS = 10_000;

/** @param random 0 to 1, such as of `Math.random` */
export function backAfterMs(random: number): number {
  return random * BACK_WITHIN_MS;
}

/**
 * Calls back when this computer is on the network again: whoever is waiting need not press a button. A building comes
 * back all at once, and its computers are not to ask in the same second.
 */
export function onBackOnline(back: () => void): void {
  addEventListener('online', () => setTimeout(back, backAfterMs(Math.random())));
}
