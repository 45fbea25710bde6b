import { browser } from '../browser.ts';
import { readSettingsNow, type Settings, type SettingsNow, writeSettings } from '../settings/settings.ts';
import { allOrigins, originsToGiveBack } from './origins.ts';

export type OptionsNow = SettingsNow & { readonly granted: ReadonlySet<string> };

/** Everything that is set, and which of the origins in force the browser lets Planside reach. */
export async function readOptions(): Promise<OptionsNow> {
  const now = await readSettingsNow();
  return { ...now, granted: new Set(await stillGranted(allOrigins(now.inForce))) };
}

/**
 * Replaces what was set here, then gives back every permission that was needed for what was in force `before`, and is
 * not needed for what is in force `after`.
 *
 * @returns the origins whose permission the browser keeps, because it was not the person who gave it
 */
export async function changeSettings(own: Settings, before: Settings, after: Settings): Promise<readonly string[]> {
  await writeSettings(own);
  return giveBack(originsToGiveBack(before, after));
}

/**
 * Gives permissions back to the browser.
 *
 * @returns the origins whose permission the browser keeps, because it was not the person who gave it
 */
export async function giveBack(origins: readonly string[]): Promise<readonly string[]> {
  await Promise.allSettled(origins.map((origin) => browser.permissions.remove({ origins: [origin] })));
  return stillGranted(origins);
}

/** Calls back whenever a permission was given or taken away. */
export function onPermissionsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

/** Where the plan service must send people back to after sign-in; null where the browser has no such address. */
export function redirectAddress(): string | null {
  try {
    return browser.identity.getRedirectURL();
  } catch {
    return null;
  }
}

async function stillGranted(origins: readonly string[]): Promise<string[]> {
  const there = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, index) => there[index]);
}
