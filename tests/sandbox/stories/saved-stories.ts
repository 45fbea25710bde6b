import type { CprDecision, Plan } from '../../../utils/plan/plan.ts';
import type { CouldNotCheckCause, Notice, View } from '../../../utils/view/view.ts';
import { OTHER_PLAN, OVERDUE, OVERDUE_PLAN } from './notice-stories.ts';
import { FARRELL, LONG_NAME } from './people.ts';
import { showing, withCpr } from './plan-stories.ts';
import { CLARKE, FULL_PLAN, RAO, SATO } from './plans.ts';
import { NOW, type Story, story } from './story.ts';

const MINUTE = 60_000;
/** 11:22, three hours and ten minutes before the stories. */
const SAVED_AT = NOW - 190 * MINUTE;

type PlanView = Extract<View, { kind: 'plan' }>;

/** A plan shown from a copy kept here. */
function savedCopy(
  plan: Plan,
  at = SAVED_AT,
  cause: CouldNotCheckCause = 'offline',
  more: Partial<PlanView> = {},
): View {
  const notice: Notice = { kind: 'savedCopy', at, cause };
  return showing(plan, { saved: true, fetchedAt: at, ...more, notices: [...(more.notices ?? []), notice] });
}

const WORDS = 'For full resuscitation during this admission.';

/** Complete by its type: a new state of the decision needs a saved copy of its own. */
const OF_EACH_CPR: Record<CprDecision['state'], CprDecision> = {
  notForCpr: FULL_PLAN.cprDecision,
  forCpr: { state: 'forCpr', statement: { says: 'forCpr', words: WORDS, source: SATO } },
  modifiedCpr: { state: 'modifiedCpr', statement: { says: 'modifiedCpr', words: 'Bag and mask only.', source: RAO } },
  conflicting: {
    state: 'conflicting',
    statements: [
      { says: 'notForCpr', words: 'DNACPR agreed with patient.', source: CLARKE },
      { says: 'forCpr', words: WORDS, source: SATO },
    ],
  },
  notRecorded: { state: 'notRecorded' },
  unknown: { state: 'unknown', statement: { says: 'unknown', sentAs: 'See attached letter', source: CLARKE } },
  unreadable: { state: 'unreadable' },
  inWordsOnly: { state: 'inWordsOnly', mentions: [{ section: 'What matters to me', words: 'No heroics.' }] },
  hidden: { state: 'hidden' },
};

/** Copies kept here, of each kind of answer. */
export const SAVED_STORIES: readonly Story[] = [
  ...Object.entries(OF_EACH_CPR).map(([state, decision]) =>
    story(`saved-${state}`, `Saved copy: ${state}`, savedCopy(withCpr(decision))),
  ),
  story(
    'saved-yesterday',
    'Saved copy of yesterday; the service is not working',
    savedCopy(FULL_PLAN, NOW - 20 * 60 * MINUTE, 'serviceDown'),
  ),
  story('saved-just-now', 'Saved copy, seconds old', savedCopy(FULL_PLAN, NOW - 20_000, 'timedOut')),
  story('saved-clock-set-back', 'Saved copy from a time to come', savedCopy(FULL_PLAN, NOW + 90 * MINUTE)),
  story(
    'saved-two-current',
    'Saved copy of two plans',
    savedCopy(FULL_PLAN, SAVED_AT, 'notFhir', {
      alsoCurrent: [OTHER_PLAN],
      notices: [{ kind: 'severalCurrent', count: 2 }],
    }),
  ),
  story(
    'saved-overdue-emergency',
    'Saved copy, overdue, opened in an emergency, with a long name',
    savedCopy({ ...OVERDUE_PLAN, patient: LONG_NAME }, SAVED_AT, 'serviceDown', {
      notices: [{ kind: 'emergencyAccess', alerted: null }, OVERDUE],
    }),
  ),
  story('saved-died', 'Saved copy; the person has died', savedCopy({ ...FULL_PLAN, patient: FARRELL })),
];
