import type { View } from '../utils/view/view.ts';
import { LINK, LINK_CAUSE } from './words.ts';

export type LinkState = keyof typeof LINK;

/** `Same patient as this page` is said of a plan alone: nothing else was compared with the page. */
const STATE: Record<View['kind'], LinkState> = {
  plan: 'same',
  looking: 'reading',
  unsettled: 'reading',
  noPlanFound: 'reading',
  noCurrentPlan: 'reading',
  couldNotCheck: 'reading',
  accessRefused: 'reading',
  reasonNeeded: 'reading',
  noPatient: 'none',
  several: 'many',
  unreadable: 'unsure',
  birthDateNeeded: 'unsure',
  disagree: 'unsure',
  signedOut: 'away',
  signingIn: 'away',
  notConfigured: 'away',
};

/** What the bar on top says about page and panel. */
export function linkOf(view: View): { state: LinkState; says: string; cause: string | null } {
  const state = STATE[view.kind];
  const noName = view.kind === 'birthDateNeeded' && view.page.birthDate !== null;
  return { state, says: LINK[state], cause: noName ? 'No name on this page' : LINK_CAUSE[view.kind] };
}
