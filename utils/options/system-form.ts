import { type ClinicalSystem, parseSettings, type Settings } from '../settings/settings.ts';
import { listed, parseAddress, patternOf, shownOrigin } from './web-address.ts';

/** A clinical system as it stands in the form: text only, right or wrong. */
export type TypedSystem = {
  readonly name: string;
  /** One address on each line. */
  readonly origins: string;
  /** JSON; empty for the standard reading. */
  readonly adapter: string;
};

/** What is wrong, field by field. `places`: in the adapter; empty for its top level. */
export type WrongSystem = {
  readonly name?: true;
  readonly origins?: 'malformed' | { readonly origin: string; readonly takenBy: string };
  readonly adapter?: 'notJson' | { readonly places: readonly string[] };
};

/** What the form shows for a system in the settings, or for a new one. */
export function typedSystem(system: ClinicalSystem | undefined): TypedSystem {
  return {
    name: system?.name ?? '',
    origins: system?.origins.map(shownOrigin).join('\n') ?? '',
    adapter: system?.adapter ? JSON.stringify(system.adapter, null, 2) : '',
  };
}

/**
 * Reads a clinical system from the form.
 *
 * @param id of the system that is changed; null for a new one, which gets an id from its name
 * @returns the system, or what is wrong with it
 */
export function readSystemForm(
  typed: TypedSystem,
  id: string | null,
  { clinicalSystems }: Pick<Settings, 'clinicalSystems'>,
): { readonly system: ClinicalSystem } | { readonly wrong: WrongSystem } {
  const others = clinicalSystems.filter((other) => other.id !== id);
  const addresses = listed(typed.origins).map(parseAddress);
  const origins = [...new Set(addresses.map((address) => (address ? patternOf(address) : '')))];
  const adapter = parseJson(typed.adapter);
  const raw = { id: id ?? newId(typed.name, others), name: typed.name.trim(), origins, ...adapter };
  const parsed = parseSettings({ clinicalSystems: [raw] });
  const wrong = { ...wrongFields(parsed.ok ? [] : parsed.faults, 'fault' in adapter), ...takenBy(others, origins) };
  const system = parsed.ok ? parsed.settings.clinicalSystems[0] : undefined;
  return system && Object.keys(wrong).length === 0 ? { system } : { wrong };
}

/** `fault` is a field that no system has, so that the parser refuses it as well. */
function parseJson(text: string): { adapter: unknown } | { fault: true } | Record<never, never> {
  if (text.trim() === '') return {};
  try {
    return { adapter: JSON.parse(text) };
  } catch {
    return { fault: true };
  }
}

function wrongFields(faults: readonly string[], notJson: boolean): WrongSystem {
  const paths = faults.map((fault) => fault.replace(/: .*$/s, '').replace(/^clinicalSystems\.0\.?/, ''));
  const inAdapter = paths.filter((path) => path.startsWith('adapter')).map((path) => path.replace(/^adapter\.?/, ''));
  return {
    ...(paths.includes('name') ? { name: true } : {}),
    ...(paths.some((path) => path.startsWith('origins')) ? { origins: 'malformed' } : {}),
    ...(inAdapter.length > 0 ? { adapter: { places: [...new Set(inAdapter)] } } : {}),
    ...(notJson ? { adapter: 'notJson' } : {}),
  };
}

/** One address belongs to one system: the first would always win. */
function takenBy(others: readonly ClinicalSystem[], origins: readonly string[]): WrongSystem {
  for (const other of others) {
    const shared = origins.find((origin) => other.origins.includes(origin));
    if (shared) return { origins: { origin: shownOrigin(shared), takenBy: other.name } };
  }
  return {};
}

function newId(name: string, others: readonly ClinicalSystem[]): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .match(/[a-z0-9]+/g) ?? ['system'];
  const stem = words.join('-').slice(0, 50).replace(/-$/, '');
  const taken = new Set(others.map(({ id }) => id));
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}
