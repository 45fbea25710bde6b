import { lookUntil } from './look-until.ts';

/**
 * Waits until this is so, also where no test runs.
 *
 * @param patience milliseconds
 * @throws when they are over, naming what never was
 */
export async function until(what: string, is: () => Promise<boolean>, patience?: number): Promise<void> {
  const looked = await lookUntil(is, (so) => so, patience);
  if (!looked.is) throw new Error(`It never came to this: ${what}.`);
}
