/**
 * In minutes. With the longest wait for an answer (20 s) everybody hears within five that a clinical system has been
 * switched off.
 */
const [SHORTEST, LONGEST] = [3, 4];

/** Nobody who is on the network has last asked longer ago than this, in milliseconds. */
export const LONGEST_SILENCE_MS = LONGEST * 60_000;

/** When an extension asks for its adapter pack: each at times of its own, so that no two hundred ask in one second. */
export function ringing(random: () => number): { readonly delayInMinutes: number; readonly periodInMinutes: number } {
  const periodInMinutes = SHORTEST + random() * (LONGEST - SHORTEST);
  return { delayInMinutes: 0.5 + random() * (periodInMinutes - 0.5), periodInMinutes };
}
