import { browser } from '../browser.ts';
import { managedKeys } from '../settings/policy.ts';
import { readSettingsNow } from '../settings/settings.ts';
import { saveSystem } from './actions.ts';
import { patternOf } from './web-address.ts';

/** The longest name a system can have. */
const LONGEST_NAME = 60;

/**
 * Enables the pages of one origin with the standard reading, once the browser lets Planside reach them: for whoever has
 * just said yes to that. Where the organisation lists the systems, its list is all there is.
 */
export async function enablePage(origin: string): Promise<void> {
  const address = new URL(origin);
  const pattern = patternOf(address);
  const { own, policy } = await readSettingsNow();
  if (managedKeys(policy).has('clinicalSystems')) return;
  if (own.clinicalSystems.some(({ origins }) => origins.includes(pattern))) return;
  if (!(await browser.permissions.contains({ origins: [pattern] }))) return;
  await saveSystem(null, { name: address.hostname.slice(0, LONGEST_NAME), origins: origin, adapter: '' });
}
