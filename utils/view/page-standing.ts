import type { Reason } from '../pack/pack.ts';
import type { SystemNow } from '../pack/with-pack.ts';
import type { NotHere } from './not-here.ts';

/** A clinical system that is not read until further notice; `system`: as people call it. */
export type SwitchedOff = { readonly system: string; readonly reason: Reason | null };

/** What there is to say of the page of a tab: that it is none of Planside's, is read, or is not to be just now. */
export type PageStanding = NotHere | 'read' | SwitchedOff;

/** Whether a page is one of a system that is switched off. */
export function isSwitchedOff(standing: PageStanding): standing is SwitchedOff {
  return typeof standing === 'object' && 'system' in standing;
}

/** Whether Planside is not active on a page. */
export function isNotHere(standing: PageStanding): standing is NotHere {
  return typeof standing === 'object' && 'is' in standing;
}

/** Whether the browser tells nothing of a page before Planside's button is pressed there. */
export function isUnknown(standing: PageStanding): boolean {
  return isNotHere(standing) && standing.is === 'unknown';
}

/** What the settings say of a page of this system. */
export function standingOf(system: SystemNow): Exclude<PageStanding, NotHere> {
  return system.switchedOff ? { system: system.name, ...system.switchedOff } : 'read';
}
