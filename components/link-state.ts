import type { View } from '../utils/view/view.ts';
import { clockAndDay } from './format/dates.ts';
import type { Words } from './words/words.ts';

export type LinkState = keyof Words['LINK']['state'];

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
  birthDateDiffers: 'unsure',
  hidden: 'away',
  hubAway: 'unsure',
  notHere: 'away',
  switchedOff: 'away',
  signedOut: 'away',
  signingIn: 'away',
  notConfigured: 'away',
  locked: 'away',
  roleNeeded: 'away',
};

/** While a plan is shown: when it was last known to be the service’s newest word. */
function checked({ notices, fetchedAt, saved }: Extract<View, { kind: 'plan' }>, now: number, words: Words): string {
  const { LINK } = words;
  if (saved) return LINK.savedFrom(clockAndDay(fetchedAt, now, words));
  const missed = notices.find((notice) => notice.kind === 'notCheckedSince');
  return missed
    ? LINK.notCheckedSince(clockAndDay(missed.at, now, words))
    : LINK.checkedAt(clockAndDay(fetchedAt, now, words));
}

/** Whoever was opened by hand stands beside no page, so there is none to be the same as, or another than. */
function openedByHand(view: View): View['openedBy'] | null {
  return view.kind === 'plan' || 'page' in view ? view.openedBy : null;
}

export function linkStateOf(view: View): LinkState {
  if (view.kind === 'notHere' && /^covered/.test(view.because.is)) return 'covered';
  return openedByHand(view) ? 'away' : STATE[view.kind];
}

function causeOf(view: View, now: number, words: Words): string | null {
  const { LINK } = words;
  if (view.kind === 'plan') return checked(view, now, words);
  if (view.kind === 'birthDateNeeded' && view.page.birthDate !== null) return LINK.nameNeeded;
  return LINK.cause[view.kind];
}

/** What is said of a hub that is followed; `null`: nothing that is not said of a page as well. */
function linkOfHub(view: View, now: number, words: Words): { says: string; cause: string | null } | null {
  const { HUB, NOT_COMPARED } = words;
  if (view.kind === 'hubAway') {
    const { hubName, link } = view;
    if (link.is === 'connecting') return { says: HUB.connecting(hubName), cause: null };
    return { says: HUB.lost(hubName), cause: HUB.since(clockAndDay(link.since, now, words)) };
  }
  if (!view.hub?.isFollowed) return null;
  const { name } = view.hub;
  if (view.kind === 'unsettled') return { says: HUB.asking(name), cause: null };
  if (view.kind === 'several') return { says: HUB.differs, cause: null };
  const isOpened = openedByHand(view) === 'hub' || view.kind === 'noPatient' || view.kind === 'unreadable';
  return isOpened ? { says: HUB.follows(name), cause: NOT_COMPARED.link } : null;
}

/** What the bar on top says about page and panel, at this time. */
export function linkOf(
  view: View,
  now: number,
  words: Words,
): { state: LinkState; says: string; cause: string | null } {
  const { NOT_COMPARED } = words;
  const state = linkStateOf(view);
  const by = openedByHand(view);
  const ofHub = linkOfHub(view, now, words);
  if (ofHub) return { state, ...ofHub };
  if (by) return { state, says: NOT_COMPARED.link, cause: NOT_COMPARED.cause[by] };
  return { state, says: words.LINK.state[state], cause: causeOf(view, now, words) };
}
