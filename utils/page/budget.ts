/** The page is too much to read in the time a look may take. */
export class Overrun extends Error {}

export type Budget = { readonly spend: () => void };

/** How often the clock is looked at. */
const EVERY = 32;

/**
 * A time that one look at a page may take, in milliseconds, so that no page can make us block it.
 *
 * @returns `spend`, to be called at each step; throws `Overrun` once the time is over
 */
export function budget(milliseconds: number): Budget {
  const end = performance.now() + milliseconds;
  let steps = 0;
  return {
    spend() {
      steps += 1;
      if (steps % EVERY === 0 && performance.now() > end) throw new Overrun();
    },
  };
}
