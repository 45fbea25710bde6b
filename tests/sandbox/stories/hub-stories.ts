import { GREEN } from './people.ts';
import { showing } from './plan-stories.ts';
import { FULL_PLAN } from './plans.ts';
import { LONG_SESSION, NOW, SAM, SERVICE, type Story, story, WAITED_A_SECOND } from './story.ts';

const HUB = 'context.example.nhs.uk';
const FOLLOWED = { hub: { name: HUB, isFollowed: true } } as const;
const LONG = 'fhircast-context-synchronisation.integrated-care.example.nhs.uk';

/** The panel follows the hub that policy names, or could. */
export const HUB_STORIES: readonly Story[] = [
  story('hub-plan', 'A plan of whoever the hub has open', { ...showing(FULL_PLAN), openedBy: 'hub', ...FOLLOWED }),
  story('hub-plan-agreed', 'A plan of whoever hub and page have open', { ...showing(FULL_PLAN), ...FOLLOWED }),
  story('hub-page', 'A hub that is not followed', { ...showing(FULL_PLAN), hub: { name: HUB, isFollowed: false } }),
  story('hub-looking', 'Looking for a plan of whoever the hub has open', {
    kind: 'looking',
    page: GREEN,
    service: SERVICE,
    doing: 'asking',
    signedInAs: SAM,
    openedBy: 'hub',
    ...FOLLOWED,
    ...WAITED_A_SECOND,
  }),
  story('hub-disagrees', 'Hub and plan do not agree', {
    kind: 'disagree',
    page: { ...GREEN, birthDate: null },
    plan: { ...GREEN, familyName: 'Grey' },
    differs: ['familyName'],
    signedInAs: SAM,
    openedBy: 'hub',
    ...FOLLOWED,
  }),
  story('hub-birth-date', 'The hub says no date of birth', {
    kind: 'birthDateNeeded',
    page: { ...GREEN, birthDate: null },
    confirming: null,
    signedInAs: SAM,
    openedBy: 'hub',
    ...FOLLOWED,
  }),
  story('hub-nobody', 'The hub has nobody open', { kind: 'noPatient', signedInAs: SAM, ...FOLLOWED }),
  story('hub-other-page', 'Hub and page show different people', { kind: 'several', signedInAs: SAM, ...FOLLOWED }),
  story('hub-asking', 'The hub is asked who is open', { kind: 'unsettled', signedInAs: SAM, ...FOLLOWED }),
  story('hub-unusable', 'The hub has somebody open without a number', {
    kind: 'unreadable',
    cause: 'hubUnusable',
    signedInAs: SAM,
    ...FOLLOWED,
  }),
  story('hub-connecting', 'Connecting to the hub', {
    kind: 'hubAway',
    hubName: HUB,
    link: { is: 'connecting', since: NOW - 2_000 },
    signedInAs: SAM,
    ...FOLLOWED,
  }),
  story('hub-lost', 'The connection to the hub is lost', {
    kind: 'hubAway',
    hubName: HUB,
    link: { is: 'lost', since: NOW - 180_000, cause: 'closed', nextAt: NOW + 60_000 },
    signedInAs: SAM,
    ...FOLLOWED,
  }),
  story('hub-lost-long', 'The connection to a hub with a long name is being tried again', {
    kind: 'hubAway',
    hubName: LONG,
    link: { is: 'lost', since: NOW - 26 * 3_600_000, cause: 'noTopic', nextAt: null },
    signedInAs: LONG_SESSION,
    hub: { name: LONG, isFollowed: true },
  }),
];
