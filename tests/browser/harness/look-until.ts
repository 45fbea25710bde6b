import { setTimeout as after } from 'node:timers/promises';
import { PATIENCE } from './patience.ts';

/**
 * Between two looks, in milliseconds: soon again at first, then less and less often. A look keeps the browser busy that is
 * to do what is waited for.
 */
const FIRST = 10;
const MORE = 1.5;
const MOST = 100;

/** The last of the looks, and whether it found what was looked for. */
export type Looked<T> = { readonly is: boolean; readonly last: T };

/**
 * Looks until this is so.
 *
 * @param patience milliseconds after which no other look is begun
 */
export async function lookUntil<T>(
  look: () => T | Promise<T>,
  is: (seen: T) => boolean,
  patience = PATIENCE,
): Promise<Looked<T>> {
  const end = Date.now() + patience;
  for (let pause = FIRST; ; pause = Math.min(pause * MORE, MOST)) {
    const last = await look();
    if (is(last)) return { is: true, last };
    if (Date.now() + pause > end) return { is: false, last };
    await after(pause);
  }
}
