import type { CprDecision, Plan } from '../../../utils/plan/plan.ts';
import type { View } from '../../../utils/view/view.ts';
import { ABARA_LYNCH, BABY, EVANS, LONG_NAME, OKONKWO, REED, RIGHT_TO_LEFT, WHITCOMBE } from './people.ts';
import {
  CLARKE,
  emptyPlan,
  everywhere,
  FULL_PLAN,
  NOT_RECORDED,
  RAO,
  recorded,
  SATO,
  statedNone,
  UNREADABLE,
} from './plans.ts';
import { NOW, SAM, SERVICE, type Story, story } from './story.ts';

type PlanView = Extract<View, { kind: 'plan' }>;

/** A plan on show, with what the service says around it. */
export function showing(plan: Plan, more: Partial<PlanView> = {}): PlanView {
  return {
    kind: 'plan',
    plan,
    alsoCurrent: [],
    elsewhere: [],
    elsewhereChecked: true,
    notices: [{ kind: 'testPatient' }],
    service: SERVICE,
    fetchedAt: NOW,
    saved: false,
    signedInAs: SAM,
    ...more,
  };
}

/** Mrs Reed’s plan with another answer on CPR. */
export function withCpr(cprDecision: CprDecision, more: Partial<Plan> = {}): Plan {
  return { ...FULL_PLAN, cprDecision, ...more };
}

const LONG_WORDS =
  'This was talked through on three visits, with an interpreter, with her two sons and with the parish priest. She understands that attempting CPR would very likely fail and, if it did not, would leave her worse than before.\nShe does not want it. She wants to be kept comfortable, to be washed every morning, to have her rosary in her hand, and for somebody to telephone both sons before anything else is done.\nWritten down word for word: “Leave me in peace, I have had my turn.” Antidisestablishmentarianism-pneumonoultramicroscopicsilicovolcanoconiosis.';

const PAEDIATRICIAN = { ...RAO, date: '2026-10-12', by: 'Dr Priya Menon, consultant paediatrician' };
const CHILD_WORDS =
  'Bag and mask breaths with suction, up to 5 minutes. Chest compressions up to 2 minutes. No intubation, no adrenaline.';

const LONG_PLAN: Plan = {
  ...FULL_PLAN,
  patient: LONG_NAME,
  cprDecision: { state: 'notForCpr', statement: { says: 'notForCpr', words: LONG_WORDS, source: RAO } },
  treatmentLevel: recorded({
    level: 'unknown',
    words: 'Ward-level care up to and including intravenous antibiotics, but not the high dependency unit',
  }),
  placeOfCare: recorded([
    {
      place:
        'The Willows Residential and Nursing Home for Retired Seafarers, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      words: 'The room at the end of the corridor with the view of the sea, never the one beside the lift.',
    },
    { place: 'her elder son’s home' },
    { place: 'hospice' },
  ]),
  contacts: recorded([
    {
      name: 'Maximilian Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren',
      relationship: 'elder son, attorney for health and welfare, next of kin, lives abroad',
      phones: ['+44 (0)1632 960123', '01632 960145 ext 4471', '07700 900461 or 07700 900812'],
      words: LONG_WORDS,
    },
  ]),
  symptoms: recorded([{ symptom: 'Breathlessness that does not settle', action: LONG_WORDS, source: CLARKE }]),
};

const CHILD = withCpr(
  { state: 'modifiedCpr', statement: { says: 'modifiedCpr', words: CHILD_WORDS, source: PAEDIATRICIAN } },
  { patient: ABARA_LYNCH },
);

const DISAGREEING: CprDecision = {
  state: 'conflicting',
  statements: [
    { says: 'notForCpr', words: 'DNACPR agreed with patient.', source: CLARKE },
    { says: 'forCpr', words: 'For full resuscitation during this admission.', source: SATO },
  ],
};

const THREE_DISAGREEING: CprDecision = {
  state: 'conflicting',
  statements: [
    ...DISAGREEING.statements,
    { says: 'unknown', sentAs: 'Resus status – see attached letter', source: { date: '2026-09-30' } },
  ],
};

/** Of the full plan; the first is open. */
const CLOSED_SECTIONS = 13;

/** Every answer on CPR, and the worst a plan can hold. */
export const PLAN_STORIES: readonly Story[] = [
  story('plan', 'Plan, not for CPR: the first screen', showing(FULL_PLAN)),
  {
    ...story('plan-open', 'The same plan, every section open', showing(FULL_PLAN)),
    presses: Array(CLOSED_SECTIONS).fill('details.section:not([open]) > summary'),
  },
  story(
    'plan-for-cpr',
    'Plan, for CPR, full treatment',
    showing(
      withCpr(
        {
          state: 'forCpr',
          statement: { says: 'forCpr', words: 'Full escalation.', source: { ...SATO, organisation: 'Ward 9' } },
        },
        {
          patient: OKONKWO,
          treatmentLevel: recorded({ level: 'intensive', words: 'Believe him about pain.' }),
          anticipatoryMedicines: statedNone(SATO),
          placeOfDeath: NOT_RECORDED,
          placeOfCare: recorded([{ place: 'Hospital', words: 'Example General, ward 9 knows him' }]),
        },
      ),
    ),
  ),
  story('plan-modified-cpr', 'Child, modified CPR', showing(CHILD)),
  story(
    'plan-modified-cpr-without-words',
    'Modified CPR, but not what to do',
    showing(
      withCpr({ state: 'modifiedCpr', statement: { says: 'modifiedCpr', source: PAEDIATRICIAN } }, { patient: BABY }),
    ),
  ),
  story(
    'plan-conflicting-cpr',
    'Two statements disagree',
    showing(withCpr(DISAGREEING, { patient: WHITCOMBE, anticipatoryMedicines: NOT_RECORDED })),
  ),
  story('plan-three-statements', 'Three statements disagree', showing(withCpr(THREE_DISAGREEING))),
  story(
    'plan-cpr-not-recorded',
    'Plan without a CPR decision',
    showing(withCpr({ state: 'notRecorded' }, { treatmentLevel: NOT_RECORDED })),
  ),
  story(
    'plan-unknown-cpr',
    'CPR decision recorded, not understood',
    showing(
      withCpr(
        {
          state: 'unknown',
          statement: {
            says: 'unknown',
            sentAs: 'Resus status – see attached letter',
            words: 'See letter.',
            source: CLARKE,
          },
        },
        { patient: EVANS },
      ),
    ),
  ),
  story(
    'plan-cpr-unreadable',
    'CPR decision could not be read',
    showing(withCpr({ state: 'unreadable' }, { unreadable: ['CPR decision'] }), {
      notices: [{ kind: 'unreadableParts', parts: ['CPR decision'], linkedItemMissing: [] }],
    }),
  ),
  story('plan-empty', 'A plan in which nothing is recorded', showing(emptyPlan(EVANS))),
  story(
    'plan-no-date-no-author',
    'Not for CPR, without date or author',
    showing(withCpr({ state: 'notForCpr', statement: { says: 'notForCpr', source: {} } })),
  ),
  story(
    'plan-unreadable-everywhere',
    'A plan of which no part could be read',
    showing(
      {
        ...emptyPlan(EVANS),
        cprDecision: { state: 'unreadable' },
        ...everywhere(UNREADABLE),
        unreadable: ['Allergies'],
      },
      { elsewhereChecked: false },
    ),
  ),
  story('plan-long', 'Everything long: names, places, quotes, numbers', showing(LONG_PLAN)),
  story('plan-baby', 'A baby: age in months and days', showing({ ...FULL_PLAN, patient: BABY })),
  story('plan-right-to-left', 'A name written from right to left', showing({ ...FULL_PLAN, patient: RIGHT_TO_LEFT })),
  story(
    'plan-focus-off-scale',
    'A focus of care that is not on the scale',
    showing({
      ...FULL_PLAN,
      patient: REED,
      emergencyTreatment: recorded({ focusScale: 0, focus: 'balance', recommendations: [] }),
    }),
  ),
];
