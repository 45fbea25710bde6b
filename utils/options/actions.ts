import { inForce, managedKeys } from '../settings/policy.ts';
import { type ClinicalSystem, readSettingsNow, type Settings } from '../settings/settings.ts';
import { allow } from './allow.ts';
import { readChoicesForm, type TypedChoices, type WrongChoices } from './choices-form.ts';
import { originsToAllow } from './origins.ts';
import { changeSettings, giveBack } from './permissions.ts';
import { readPlanServiceForm, type TypedPlanService, type WrongPlanService } from './plan-service-form.ts';
import { readSettingsFile, type WrongFile } from './settings-file.ts';
import { readSystemForm, type TypedSystem, type WrongSystem } from './system-form.ts';

/** What came of the last button. `kept`: match patterns whose permission the browser keeps, because policy gave it. */
export type Outcome =
  | { readonly is: 'saved' | 'removed' | 'left'; readonly name: string; readonly kept: readonly string[] }
  | { readonly is: 'chosen'; readonly kept: readonly string[] }
  | { readonly is: 'imported'; readonly systems: number; readonly kept: readonly string[] }
  | { readonly is: 'allowed' | 'refused' | 'impossible'; readonly name: string }
  | { readonly is: 'nothingSaved' };

/** Something was saved, or nothing was, because of what is wrong. */
export type Saved<Wrong> = { readonly wrong: Wrong } | { readonly outcome: Outcome };

/** Saves the plan service, or saves nothing and answers with what is wrong. */
export async function savePlanService(typed: TypedPlanService): Promise<Saved<WrongPlanService>> {
  const { own } = await readSettingsNow();
  const read = readPlanServiceForm(typed, own.planService);
  if ('wrong' in read) return read;
  const { planService } = read;
  const kept = await replaceOwn({ ...own, planService });
  return { outcome: { is: 'saved', name: planService.name, kept } };
}

/** Saves a new system (`id` null) or a changed one, or saves nothing and answers with what is wrong. */
export async function saveSystem(id: string | null, typed: TypedSystem): Promise<Saved<WrongSystem>> {
  const { own } = await readSettingsNow();
  const read = readSystemForm(typed, id, own);
  if ('wrong' in read) return read;
  const { system } = read;
  const known = own.clinicalSystems.some((other) => other.id === system.id);
  const clinicalSystems = known
    ? own.clinicalSystems.map((other) => (other.id === system.id ? system : other))
    : [...own.clinicalSystems, system];
  const kept = await replaceOwn({ ...own, clinicalSystems });
  return { outcome: { is: 'saved', name: system.name, kept } };
}

/** Forgets a system, and gives back the permissions that no other one needs. */
export async function removeSystem({ id, name }: ClinicalSystem): Promise<Outcome> {
  const { own } = await readSettingsNow();
  const kept = await replaceOwn({ ...own, clinicalSystems: own.clinicalSystems.filter((other) => other.id !== id) });
  return { is: 'removed', name, kept };
}

/** Gives back the permission to read a system that stays listed: one of the organisation's, which nobody can remove here. */
export async function leaveSystem({ name, origins }: ClinicalSystem): Promise<Outcome> {
  return { is: 'left', name, kept: await giveBack(origins) };
}

/** Asks the person for the permissions of a system and of the plan service. The first thing its click does. */
export async function allowSystem(
  system: ClinicalSystem,
  planService: Parameters<typeof originsToAllow>[1],
): Promise<Outcome> {
  return { is: await allow(originsToAllow(system, planService)), name: system.name };
}

/** Saves the choices that are the person's own to make, or saves nothing and answers with what is wrong. */
export async function saveChoices(typed: TypedChoices): Promise<Saved<WrongChoices>> {
  const { own, policy } = await readSettingsNow();
  const read = readChoicesForm(typed, own, managedKeys(policy));
  if ('wrong' in read) return read;
  return { outcome: { is: 'chosen', kept: await replaceOwn(read.settings) } };
}

/** Replaces what was set here with what a file says, or changes nothing and says what is wrong with the file. */
export async function importSettings(text: string): Promise<Saved<WrongFile>> {
  const read = readSettingsFile(text);
  if ('wrong' in read) return read;
  const kept = await replaceOwn(read.settings);
  return { outcome: { is: 'imported', systems: read.settings.clinicalSystems.length, kept } };
}

/** Replaces what was set here; what the organisation needs keeps its permissions. */
async function replaceOwn(own: Settings): Promise<readonly string[]> {
  const now = await readSettingsNow();
  return changeSettings(own, now.inForce, inForce(own, now.policy));
}
