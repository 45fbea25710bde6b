import type { View } from '../../../utils/view/view.ts';
import { onPage, REED } from './people.ts';
import { FULL_PLAN } from './plans.ts';
import { NOW, SAM, SERVICE, type Story, story, WAITED_A_SECOND } from './story.ts';

/** Typed in: a number and a birth date, and no name. */
const typed = { ...onPage(REED), familyName: null, givenNames: '' };
const asked = { page: typed, service: SERVICE, signedInAs: SAM, openedBy: 'search' } as const;

const planView = (openedBy: 'search' | 'residents'): View => ({
  kind: 'plan',
  plan: FULL_PLAN,
  alsoCurrent: [],
  elsewhere: [],
  elsewhereChecked: true,
  notices: [],
  service: SERVICE,
  fetchedAt: NOW,
  saved: false,
  signedInAs: SAM,
  openedBy,
});

/** Whoever was opened by hand, and stands beside no page. */
export const FIND_STORIES: readonly Story[] = [
  story('found-by-search', 'Opened by search', planView('search')),
  story('found-in-residents', 'Opened from the residents', planView('residents')),
  story('resident-to-confirm', 'A resident was pressed', {
    kind: 'birthDateNeeded',
    page: onPage(REED),
    confirming: null,
    signedInAs: SAM,
    openedBy: 'residents',
  }),
  story('search-looking', 'A search is on its way', {
    kind: 'looking',
    ...asked,
    doing: 'asking',
    ...WAITED_A_SECOND,
  }),
  story('search-nothing', 'A search finds no plan', {
    kind: 'noPlanFound',
    ...asked,
    elsewhere: [],
    elsewhereChecked: true,
    askedAt: NOW,
  }),
  story('search-birth-date-differs', 'The birth date typed in is not the one the service holds', {
    kind: 'birthDateDiffers',
    ...asked,
  }),
];
