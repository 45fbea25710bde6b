import { managedKeys } from '../settings/policy.ts';
import { onSettingsChanged, readSettingsNow } from '../settings/settings.ts';
import { onHeldPackChanged, readHeldPack } from './held-pack.ts';
import { type WithPack, withPack } from './with-pack.ts';

/** What is in force now: settings, policy and, where the policy names one, the last good pack. */
export async function readInForce(): Promise<WithPack> {
  const { inForce: settings, policy } = await readSettingsNow();
  const kept = settings.adapterPack ? await readHeldPack(settings.adapterPack.keys) : null;
  return withPack(settings, kept?.kind === 'held' ? kept.held.pack : null, !managedKeys(policy).has('clinicalSystems'));
}

/** Calls back whenever something else may be in force, whoever has changed it. */
export function onInForceChanged(changed: () => void): void {
  onSettingsChanged(changed);
  onHeldPackChanged(changed);
}
