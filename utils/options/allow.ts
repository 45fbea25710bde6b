import { browser } from '../browser.ts';

/** `refused`: a person said no. `impossible`: the browser does not let Planside ask for one of these. */
export type Allowed = 'allowed' | 'refused' | 'impossible';

/**
 * Asks the person for permission. Must be the first thing a click does: browsers only ask while they know that a person
 * has just pressed something.
 */
export async function allow(origins: readonly string[]): Promise<Allowed> {
  try {
    return (await browser.permissions.request({ origins: [...origins] })) ? 'allowed' : 'refused';
  } catch {
    return 'impossible';
  }
}
