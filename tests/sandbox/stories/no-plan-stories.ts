import type { CouldNotCheckCause, View } from '../../../utils/view/view.ts';
import { AHMED, BAKER, LONG_NAME, onPage, RIGHT_TO_LEFT } from './people.ts';
import { NOW, SAM, SERVICE, type Story, story, WAITED_A_SECOND, WAITED_LONG } from './story.ts';

const ASKED = { page: onPage(BAKER), service: SERVICE, signedInAs: SAM } as const;

const CODES: Record<CouldNotCheckCause, string> = {
  offline: 'PLN-OFFLINE',
  serviceDown: 'PLN-503',
  timedOut: 'PLN-TIMEOUT',
  tooMany: 'PLN-429',
  refusedRequest: 'PLN-400',
  notFound: 'PLN-404',
  unexpectedAnswer: 'PLN-ANSWER',
  notFhir: 'PLN-NOT-FHIR',
  cutShort: 'PLN-CUT-SHORT',
  tooLarge: 'PLN-TOO-LARGE',
  redirected: 'PLN-REDIRECTED',
  wrongPatient: 'PLN-WRONG-PATIENT',
  replacedNumber: 'PLN-REPLACED',
  severalRecords: 'PLN-SEVERAL',
  interrupted: 'PLN-INTERRUPTED',
  cancelled: 'PLN-CANCELLED',
  notAudited: 'AUD-STORE',
};

/** The keys of a record that must be complete: a new cause is a new story. */
function causes(): readonly (readonly [CouldNotCheckCause, string])[] {
  return Object.entries(CODES) as [CouldNotCheckCause, string][];
}

function notChecked(cause: CouldNotCheckCause, code: string, tries: number): View {
  return { kind: 'couldNotCheck', ...ASKED, cause, code, triedAt: NOW, tries };
}

const TRIED_AGAIN = ['serviceDown', 'timedOut', 'tooMany'] as const;

const NONE_FOUND: View = {
  kind: 'noPlanFound',
  ...ASKED,
  elsewhere: [],
  elsewhereChecked: true,
  askedAt: NOW,
};

const LOOKING: View = { kind: 'looking', ...ASKED, doing: 'asking', ...WAITED_A_SECOND };

const AHMED_ON_PAGE = { ...onPage(AHMED), birthDate: '1950-02-04' };

/** No plan on show: none, not checked, not allowed, not the same person. */
export const NO_PLAN_STORIES: readonly Story[] = [
  story('looking', 'Looking', LOOKING),
  // Picture books are slow: for as long as anybody looks at it, the look-up is about to begin.
  story('looking-early', 'Looking, since a moment', { ...LOOKING, since: NOW + 3_600_000, until: NOW + 3_618_500 }),
  story('looking-fetching', 'Looking: the service has answered', { ...LOOKING, doing: 'fetching' }),
  story('looking-late', 'Looking, for long', { ...LOOKING, ...WAITED_LONG }),
  story('looking-late-recording', 'Putting on record, for long', {
    ...LOOKING,
    doing: 'recording',
    since: NOW - 9_000,
    until: NOW + 4_900,
    page: onPage(LONG_NAME),
  }),
  story('looking-last-moment', 'Looking, about to stop', { ...LOOKING, since: NOW - 16_000, until: NOW + 2_500 }),
  story('looking-long', 'Looking, with a long name', { ...LOOKING, page: onPage(LONG_NAME) }),
  story('looking-no-name', 'Looking, with only a number and a date of birth', {
    ...LOOKING,
    page: { ...onPage(BAKER), familyName: null, givenNames: '' },
  }),
  story('no-plan', 'No plan found', NONE_FOUND),
  story('no-plan-elsewhere', 'No plan found, but others hold one', {
    ...NONE_FOUND,
    elsewhere: [{ title: 'ReSPECT form', custodian: 'Example General Hospital', date: '2026-02' }],
  }),
  story('no-plan-elsewhere-unchecked', 'No plan found; elsewhere could not be checked', {
    ...NONE_FOUND,
    elsewhereChecked: false,
    askedAt: NOW - 86_400_000,
  }),
  story('only-draft', 'Only a draft exists', {
    kind: 'noCurrentPlan',
    ...ASKED,
    found: 'draft',
    elsewhere: [],
    elsewhereChecked: true,
    askedAt: NOW,
  }),
  story('withdrawn', 'The plan has been withdrawn', {
    kind: 'noCurrentPlan',
    ...ASKED,
    found: 'withdrawn',
    elsewhere: [],
    elsewhereChecked: false,
    askedAt: NOW,
  }),
  ...causes().map(([cause, code]) =>
    story(`could-not-check-${cause}`, `Could not check: ${cause}`, notChecked(cause, code, 1)),
  ),
  ...TRIED_AGAIN.map((cause) =>
    story(
      `could-not-check-${cause}-3`,
      `Could not check, tried three times: ${cause}`,
      notChecked(cause, CODES[cause], 3),
    ),
  ),
  story('access-refused-role', 'No access for this role', {
    kind: 'accessRefused',
    ...ASKED,
    why: 'role',
    signedInAs: { name: 'Jo Hill', role: 'Receptionist', organisation: 'Example Lane Surgery' },
  }),
  story('access-refused-patient', 'The person does not share the record', {
    kind: 'accessRefused',
    ...ASKED,
    why: 'patient',
  }),
  story('disagree-birth-date', 'Page and plan disagree on the date of birth', {
    kind: 'disagree',
    page: AHMED_ON_PAGE,
    plan: AHMED,
    differs: ['birthDate'],
    signedInAs: SAM,
  }),
  story('disagree-everything', 'Page and plan disagree on everything', {
    kind: 'disagree',
    page: { ...onPage(LONG_NAME), birthDate: null },
    plan: { ...RIGHT_TO_LEFT, birthDate: null },
    differs: ['nhsNumber', 'birthDate', 'familyName'],
    signedInAs: SAM,
  }),
];
