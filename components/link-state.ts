import type { View } from '../utils/view/view.ts';
import { clockAndDay } from './format/dates.ts';
import { CHECKED, LINK, LINK_CAUSE } from './words.ts';

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
  locked: 'away',
  roleNeeded: 'away',
};

/** While a plan is shown: when it was last known to be the service’s newest word. */
function checked({ notices, fetchedAt, saved }: Extract<View, { kind: 'plan' }>, now: number): string {
  if (saved) return CHECKED.savedFrom(clockAndDay(fetchedAt, now));
  const missed = notices.find((notice) => notice.kind === 'notCheckedSince');
  return missed ? CHECKED.notSince(clockAndDay(missed.at, now)) : CHECKED.at(clockAndDay(fetchedAt, now));
}

function causeOf(view: View, now: number): string | null {
  if (view.kind === 'plan') return checked(view, now);
  if (view.kind === 'birthDateNeeded' && view.page.birthDate !== null) return 'No name on this page';
  return LINK_CAUSE[view.kind];
}

/** What the bar on top says about page and panel, at this time. */
export function linkOf(view: View, now: number): { state: LinkState; says: string; cause: string | null } {
  const state = STATE[view.kind];
  return { state, says: LINK[state], cause: causeOf(view, now) };
}
