import { type ClinicalSystem, readSettings } from '../settings.ts';
import { originsToAllow } from './origins.ts';
import { allow, changeSettings } from './permissions.ts';
import { readPlanServiceForm, type TypedPlanService, type WrongPlanService } from './plan-service-form.ts';
import { readSettingsFile } from './settings-file.ts';
import { readSystemForm, type TypedSystem, type WrongSystem } from './system-form.ts';
import { shownOrigin } from './web-address.ts';

/** What happened after the last button: done, or not done and why. */
export type Outcome = { readonly tone: 'done' | 'stop'; readonly says: string };

/** Saves the plan service, or saves nothing and answers with what is wrong. */
export async function savePlanService(
  typed: TypedPlanService,
): Promise<{ readonly wrong: WrongPlanService } | { readonly outcome: Outcome }> {
  const settings = await readSettings();
  const read = readPlanServiceForm(typed, settings.planService);
  if ('wrong' in read) return read;
  const kept = await changeSettings(settings, { ...settings, planService: read.planService });
  return { outcome: done(`${read.planService.name} is saved.`, kept) };
}

/** Saves a new system (`id` null) or a changed one, or saves nothing and answers with what is wrong. */
export async function saveSystem(
  id: string | null,
  typed: TypedSystem,
): Promise<{ readonly wrong: WrongSystem } | { readonly outcome: Outcome }> {
  const settings = await readSettings();
  const read = readSystemForm(typed, id, settings);
  if ('wrong' in read) return read;
  const { system } = read;
  const known = settings.clinicalSystems.some((other) => other.id === system.id);
  const clinicalSystems = known
    ? settings.clinicalSystems.map((other) => (other.id === system.id ? system : other))
    : [...settings.clinicalSystems, system];
  const kept = await changeSettings(settings, { ...settings, clinicalSystems });
  return { outcome: done(`${system.name} is saved.`, kept) };
}

/** Forgets a system, and gives back the permissions that no other one needs. */
export async function removeSystem({ id, name }: ClinicalSystem): Promise<Outcome> {
  const settings = await readSettings();
  const clinicalSystems = settings.clinicalSystems.filter((other) => other.id !== id);
  const kept = await changeSettings(settings, { ...settings, clinicalSystems });
  return done(`${name} was removed. Planside no longer works there.`, kept);
}

/** Asks the person for the permissions of a system and of the plan service. The first thing its click does. */
export async function allowSystem(
  system: ClinicalSystem,
  planService: Parameters<typeof originsToAllow>[1],
): Promise<Outcome> {
  const allowed = await allow(originsToAllow(system, planService));
  if (allowed === 'yes') return { tone: 'done', says: `${system.name} is allowed.` };
  if (allowed === 'refused') return { tone: 'stop', says: `${system.name} was not allowed, so nothing has changed.` };
  return {
    tone: 'stop',
    says: `The browser does not let Planside ask for ${system.name}. Every address must begin with https://.`,
  };
}

/** Replaces all settings with those of a file, or changes nothing and says what is wrong with the file. */
export async function importSettings(
  text: string,
): Promise<{ readonly wrong: string } | { readonly outcome: Outcome }> {
  const read = readSettingsFile(text);
  if ('wrong' in read) return read;
  const kept = await changeSettings(await readSettings(), read.settings);
  const systems = read.settings.clinicalSystems.length;
  const counted = systems === 1 ? '1 clinical system' : `${systems} clinical systems`;
  return { outcome: done(`The settings were imported, with ${counted}. Allow each one before use.`, kept) };
}

function done(says: string, kept: readonly string[]): Outcome {
  if (kept.length === 0) return { tone: 'done', says };
  const hosts = kept.map(shownOrigin).join(', ');
  return { tone: 'stop', says: `${says} The browser keeps its permission for ${hosts}: it was given by policy.` };
}
