import type { PatientIdentity } from '../../../../utils/patient/patient-identity.ts';
import type { ListedPlan, ListedResident, ResidentsView } from '../../../../utils/view/find-view.ts';
import { BAKER, EVANS, FARRELL, GREEN, LEVY, LONG_NAME, MORGAN, onPage, REED, RIGHT_TO_LEFT } from '../people.ts';
import { NOW } from '../story.ts';
import { findPage, READY } from './find-page-stories.ts';
import type { PageStory } from './page-story.ts';

const PLAN: ListedPlan = { kind: 'plan', changedOn: '2026-06-03', changed: false };

function lives(identity: PatientIdentity, plan: ListedPlan): ListedResident {
  return { identity, plan };
}

/** One of each state a plan can be in, and whoever is not known well enough to be opened. */
const HOME: readonly ListedResident[] = [
  lives(onPage(REED), PLAN),
  lives(onPage(MORGAN), { ...PLAN, changedOn: '2025-12-20', overdueSince: '2026-06-20' }),
  lives(onPage(LEVY), { ...PLAN, changedOn: '2026-11-19', changed: true }),
  lives(onPage(FARRELL), { ...PLAN, changedOn: '2026-11-18', overdueSince: '2026-11-01', changed: true }),
  lives(onPage(BAKER), { kind: 'noPlan' }),
  lives(onPage(EVANS), { kind: 'noCurrentPlan', found: 'withdrawn' }),
  lives(onPage(RIGHT_TO_LEFT), { kind: 'noCurrentPlan', found: 'draft' }),
  lives(GREEN, { kind: 'couldNotCheck' }),
  lives({ nhsNumber: '9994839268', birthDate: null, familyName: null, givenNames: '' }, { kind: 'couldNotCheck' }),
];

const list = (residents: readonly ListedResident[]): ResidentsView => ({
  kind: 'list',
  list: 1,
  residents,
  askedAt: NOW - 120_000,
});

const FAILED: ResidentsView = {
  kind: 'couldNotCheck',
  cause: 'timedOut',
  code: 'PLN-TIMEOUT',
  triedAt: NOW,
  tries: 3,
};

function residents(
  id: string,
  title: string,
  view: ResidentsView,
  more: Parameters<typeof findPage>[3] = {},
): PageStory {
  return findPage(`residents-${id}`, title, { ...READY, residents: view }, more);
}

/** The residents of a home. */
export const RESIDENT_STORIES: readonly PageStory[] = [
  residents('looking', 'The residents are asked for', { kind: 'looking' }),
  residents('no-list', 'This role has no list', { kind: 'noList' }),
  residents('failed', 'The list could not be had', FAILED),
  residents('nobody', 'Nobody lives here', list([])),
  residents('list', 'With a plan, none, overdue, changed, or not checked', list(HOME)),
  residents('open', 'One of them is open beside this', list(HOME), {
    isOpen: true,
    residents: { openPlace: 1, onAsk: () => undefined, onOpen: () => undefined },
  }),
  { ...residents('filtered', 'Two of the list', list(HOME)), typed: { '#filter': 'el' } },
  { ...residents('no-match', 'Nobody of the list', list(HOME)), typed: { '#filter': 'Zacharias' } },
  residents('long', 'One resident with the longest name', list([lives(onPage(LONG_NAME), PLAN)])),
];
