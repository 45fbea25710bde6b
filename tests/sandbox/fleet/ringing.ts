/** Everybody hears within five minutes that a clinical system has been switched off. In minutes. */
const [SHORTEST, LONGEST] = [3, 4];

/** When an extension asks for its adapter pack, from the start of the browser on. */
export function ringing(random: () => number): { readonly delayInMinutes: number; readonly periodInMinutes: number } {
  const periodInMinutes = SHORTEST + random() * (LONGEST - SHORTEST);
  return { delayInMinutes: 0.5 + random() * (periodInMinutes - 0.5), periodInMinutes };
}
