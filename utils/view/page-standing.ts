import type { Reason } from '../pack/pack.ts';
import type { SystemNow } from '../pack/with-pack.ts';

/** A clinical system that is not read until further notice; `system`: as people call it. */
export type SwitchedOff = { readonly system: string; readonly reason: Reason | null };

/** What the settings say of the page of a tab: none of Planside's, one that is read, or one that is not to be just now. */
export type PageStanding = 'notHere' | 'read' | SwitchedOff;

/** Whether a page is one of a system that is switched off. */
export function isSwitchedOff(standing: PageStanding): standing is SwitchedOff {
  return typeof standing === 'object';
}

/** What the settings say of a page of this system. */
export function standingOf(system: SystemNow | null): PageStanding {
  if (!system) return 'notHere';
  return system.switchedOff ? { system: system.name, ...system.switchedOff } : 'read';
}
