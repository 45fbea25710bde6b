import { onSettingsChanged, readSettings } from '../settings/settings.ts';
import { onHeldPackChanged, readHeldPack } from './held-pack.ts';
import { type WithPack, withPack } from './with-pack.ts';

/** What is in force now: settings, policy and, where the policy names one, the last good pack. */
export async function readInForce(): Promise<WithPack> {
  const settings = await readSettings();
  const kept = settings.adapterPack ? await readHeldPack(settings.adapterPack.keys) : null;
  return withPack(settings, kept?.kind === 'held' ? kept.held.pack : null);
}

/** Calls back whenever something else may be in force, whoever has changed it. */
export function onInForceChanged(changed: () => void): void {
  onSettingsChanged(changed);
  onHeldPackChanged(changed);
}
