import { browser } from '../browser.ts';
import { type Language, languageFor } from '../view/language.ts';
import { bearsOnPolicy, readPolicy } from './kept-policy.ts';
import { type InForce, inForce, type Policy } from './policy.ts';
import { parseSettings, type Settings } from './settings-schema.ts';

export type { InForce } from './policy.ts';
export {
  type ClinicalSystem,
  type PlanServiceSettings,
  parseSettings,
  type Settings,
} from './settings-schema.ts';

const KEY = 'settings';
const LOCK_AFTER_MINUTES = 10;

/** What is set, by whom, and what holds of it. */
export type SettingsNow = {
  readonly inForce: InForce;
  /** What was set in this browser profile, and stays when a policy takes its place. */
  readonly own: Settings;
  /** Where what was set here is wrong; malformed settings count as none. */
  readonly ownFaults: readonly string[];
  readonly policy: Policy;
};

/** Everything that is set. */
export async function readSettingsNow(): Promise<SettingsNow> {
  const [stored, policy] = await Promise.all([browser.storage.local.get(KEY), readPolicy()]);
  const parsed = parseSettings(stored[KEY]);
  const own = parsed.ok ? parsed.settings : { clinicalSystems: [] };
  return { inForce: inForce(own, policy), own, ownFaults: parsed.ok ? [] : parsed.faults, policy };
}

/** The settings in force. Malformed ones count as none: nothing is enabled, nothing is asked (fail closed). */
export async function readSettings(): Promise<InForce> {
  return (await readSettingsNow()).inForce;
}

/** Replaces what is set in this browser profile. */
export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

/** Calls back whenever the settings or the policy have changed, in any part of the extension. */
export function onSettingsChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (bearsOnPolicy(changes, area) || (area === 'local' && KEY in changes)) changed();
  });
}

/** In which language to draw. */
export function languageOf({ language }: Settings): Language {
  return languageFor(language, browser.i18n.getUILanguage());
}

/** How long nobody may touch the computer before the session is locked, in milliseconds. */
export function lockLimitMs({ lockAfterMinutes = LOCK_AFTER_MINUTES }: Settings): number {
  return lockAfterMinutes * 60_000;
}
