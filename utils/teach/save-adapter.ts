import type { Adapter } from '../page/adapter.ts';
import { parseAdapter } from '../page/adapter-schema.ts';
import { managedKeys } from '../settings/policy.ts';
import { type ClinicalSystem, readSettingsNow, writeSettings } from '../settings/settings.ts';

/** The system somebody wants to teach; `managed`: the organisation has set it, and nothing of it is changed here. */
export type TaughtSystem = { readonly system: ClinicalSystem; readonly managed: boolean };

/** @returns `null`: there is no such system */
export async function readTaughtSystem(id: string): Promise<TaughtSystem | null> {
  const { inForce, policy } = await readSettingsNow();
  const system = inForce.clinicalSystems.find((one) => one.id === id);
  return system ? { system, managed: managedKeys(policy).has('clinicalSystems') } : null;
}

/**
 * Saves an adapter for a system that was set in this browser profile.
 *
 * @returns whether it was: never where the organisation has set the systems
 */
export async function saveAdapter(id: string, adapter: Adapter): Promise<boolean> {
  const { own, policy } = await readSettingsNow();
  if (managedKeys(policy).has('clinicalSystems') || !own.clinicalSystems.some((one) => one.id === id)) return false;
  const checked = parseAdapter(adapter) as NonNullable<ClinicalSystem['adapter']>;
  const clinicalSystems = own.clinicalSystems.map((one) => (one.id === id ? { ...one, adapter: checked } : one));
  await writeSettings({ ...own, clinicalSystems });
  return true;
}
