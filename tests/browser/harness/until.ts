import { PATIENCE } from './patience.ts';

const BETWEEN_LOOKS = 15;

/**
 * Waits until this is so, also where no test runs.
 *
 * @param patience milliseconds
 * @throws when they are over, naming what never was
 */
export async function until(what: string, is: () => Promise<boolean>, patience = PATIENCE): Promise<void> {
  const end = Date.now() + patience;
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}.`);
    await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
  }
}
