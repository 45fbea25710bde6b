/** Within so long computers that were cut off together ask again, each at a moment of its own (milliseconds). */
export const BACK_WITHIN_MS = 10_000;

/**
 * Calls back when this computer is on the network again: whoever is waiting need not press a button. A building comes
 * back all at once, and its computers are not to ask in the same second.
 */
export function onBackOnline(back: () => void): void {
  addEventListener('online', () => setTimeout(back, Math.random() * BACK_WITHIN_MS));
}
