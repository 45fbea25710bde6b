import type { ClinicalSystem, InForce } from '../settings/settings.ts';
import type { AdapterEntry, Pack, Reason } from './pack.ts';

/** A clinical system as it is in force. */
export type SystemNow = ClinicalSystem & {
  /** Not read until further notice; `reason`: `null` where nobody has said why. */
  readonly switchedOff?: { readonly reason: Reason | null };
  /** A pack says how it is read, whatever the settings say. */
  readonly byPack?: true;
  /** Set in this browser profile, where the person may change it; left out: the organisation sets it. */
  readonly isOwn?: true;
};

/** Whether a system is read as the person at the screen teaches it. */
export function mayTeach({ switchedOff, byPack, isOwn }: SystemNow): boolean {
  return isOwn === true && !byPack && !switchedOff;
}

/** Settings and pack together. */
export type WithPack = Omit<InForce, 'clinicalSystems'> & { readonly clinicalSystems: SystemNow[] };

/**
 * What is in force: the clinical systems that settings or policy name, and of these what the pack says. A pack names no
 * system and no origin of its own: what it says of others is passed over.
 *
 * @param areOwn whether the systems were set in this browser profile
 */
export function withPack(settings: InForce, pack: Pack | null, areOwn = false): WithPack {
  const entries = new Map(pack?.entries.map((entry) => [entry.system, entry]));
  const off = new Set(settings.switchedOff);
  const own = areOwn ? ({ isOwn: true } as const) : {};
  const clinicalSystems = settings.clinicalSystems.map((set): SystemNow => {
    const system = { ...set, ...own };
    const entry = entries.get(system.id);
    const reason = entry && 'switchedOff' in entry ? entry.switchedOff : null;
    if (reason || off.has(system.id)) return { ...system, switchedOff: { reason } };
    return entry && 'adapter' in entry && !widens(entry, system)
      ? { ...system, adapter: entry.adapter, byPack: true }
      : system;
  });
  return { ...settings, clinicalSystems };
}

/** Whether an adapter is meant for more than the system it names is made of here. */
export function widens({ origins = [] }: AdapterEntry, system: ClinicalSystem): boolean {
  return !origins.every((origin) => system.origins.includes(origin));
}

/** Whether two times the same is in force, but for the clinical systems. */
export function differsInSystemsOnly(one: WithPack, other: WithPack): boolean {
  const rest = (settings: WithPack) => JSON.stringify({ ...settings, clinicalSystems: null, switchedOff: null });
  return rest(one) === rest(other);
}
