import { readInForce } from '../pack/in-force.ts';
import { mayTeach, type SystemNow } from '../pack/with-pack.ts';
import type { Adapter } from '../page/adapter.ts';
import { parseAdapter } from '../page/adapter-schema.ts';
import { type ClinicalSystem, readSettingsNow, writeSettings } from '../settings/settings.ts';

/**
 * Why what is taught is exported and not saved: the organisation has set the system, its pack says how it is read, or it
 * is not read at all until further notice. What was saved would not be in force, and nobody would see that.
 */
export type ExportOnly = 'managed' | 'pack' | 'switchedOff';

/** The system somebody wants to teach. */
export type TaughtSystem = { readonly system: ClinicalSystem; readonly exportOnly: ExportOnly | null };

/** @returns `null`: there is no such system */
export async function readTaughtSystem(id: string): Promise<TaughtSystem | null> {
  const { clinicalSystems } = await readInForce();
  const system = clinicalSystems.find((one) => one.id === id);
  return system ? { system, exportOnly: exportOnly(system) } : null;
}

function exportOnly(system: SystemNow): ExportOnly | null {
  if (mayTeach(system)) return null;
  if (system.switchedOff) return 'switchedOff';
  return system.byPack ? 'pack' : 'managed';
}

/**
 * Saves an adapter for a system that was set in this browser profile.
 *
 * @returns whether it was: never where it would not be in force
 */
export async function saveAdapter(id: string, adapter: Adapter): Promise<boolean> {
  const [taught, { own }] = await Promise.all([readTaughtSystem(id), readSettingsNow()]);
  if (!taught || taught.exportOnly !== null) return false;
  const checked = parseAdapter(adapter) as NonNullable<ClinicalSystem['adapter']>;
  const clinicalSystems = own.clinicalSystems.map((one) => (one.id === id ? { ...one, adapter: checked } : one));
  await writeSettings({ ...own, clinicalSystems });
  return true;
}
