import type { Plan } from '../../../utils/plan/plan.ts';
import type { Notice } from '../../../utils/view/view.ts';
import { FARRELL, HART, LEVY, MORGAN } from './people.ts';
import { showing, withCpr } from './plan-stories.ts';
import { CLARKE, FULL_PLAN, HIDDEN_BY_ROLE, HIDDEN_FOR_SAFETY, RAO, recorded, SATO, UNREADABLE } from './plans.ts';
import { GRACE, NOW, SAM, SERVICE, type Story, story } from './story.ts';

const NOT_FOR_CPR = FULL_PLAN.cprDecision;

/** A plan whose review is overdue, and the notice that says so. */
export const OVERDUE_PLAN: Plan = {
  ...FULL_PLAN,
  patient: MORGAN,
  provenance: {
    ...FULL_PLAN.provenance,
    version: '2',
    reviewed: { ...CLARKE, date: '2025-12-20' },
    reviewDue: '2026-06-20',
  },
};
export const OVERDUE: Notice = { kind: 'overdue', due: '2026-06-20', reviewed: '2025-12-20' };

const PARTIAL_PLAN: Plan = {
  ...FULL_PLAN,
  patient: LEVY,
  anticipatoryMedicines: UNREADABLE,
  allergies: UNREADABLE,
  medicines: UNREADABLE,
  unreadable: ['Anticipatory medicines', 'Allergies', 'Medicines'],
};

const RESTRICTED_PLAN: Plan = {
  ...FULL_PLAN,
  patient: HART,
  placeOfCare: HIDDEN_FOR_SAFETY,
  placeOfDeath: HIDDEN_FOR_SAFETY,
  contacts: recorded([{ name: 'Duty line', phones: ['01632 960100'] }]),
  narratives: {
    placeOfCare: ['Own home, 14 Priory Close.'],
    contacts: ['Her sister lives next door.'],
    alerts: ['Key safe left of the door, code with the team.'],
  },
};

const CARER_PLAN: Plan = {
  ...FULL_PLAN,
  anticipatoryMedicines: HIDDEN_BY_ROLE,
  whatMatters: HIDDEN_BY_ROLE,
  advanceDecisions: HIDDEN_BY_ROLE,
  allergies: HIDDEN_BY_ROLE,
  medicines: HIDDEN_BY_ROLE,
  conditions: HIDDEN_BY_ROLE,
  prognosis: HIDDEN_BY_ROLE,
};

/** A second current plan, of a hospital, that agrees on CPR. */
export const OTHER_PLAN: Plan = {
  ...FULL_PLAN,
  provenance: {
    ...FULL_PLAN.provenance,
    planId: 'plan-4',
    title: 'Hospital plan',
    author: SATO,
    version: '1',
    reviewed: SATO,
  },
  treatmentLevel: recorded({ level: 'hospital' }, SATO),
};
const OTHER_SAYS_FOR: Plan = {
  ...OTHER_PLAN,
  cprDecision: {
    state: 'forCpr',
    statement: { says: 'forCpr', words: 'For full resuscitation during this admission.', source: SATO },
  },
};

const ELSEWHERE = [
  { title: 'ReSPECT form, paper', custodian: 'Example Lane Surgery', date: '2024-02-11' },
  { title: 'Hospice advance care plan' },
];

const LOST = ['Whom to call', 'Preferred place of death', 'Allergies'];

/** Everything that stands above an answer or beside it. */
export const NOTICE_STORIES: readonly Story[] = [
  story('plan-overdue', 'Review overdue', showing(OVERDUE_PLAN, { notices: [OVERDUE] })),
  story(
    'plan-draft-newer',
    'Draft newer than the approved plan',
    showing(FULL_PLAN, {
      notices: [{ kind: 'draftNewer', startedAt: '2026-11-19', by: 'Nurse Ana Costa' }],
      signedInAs: SAM,
    }),
  ),
  story(
    'plan-partial',
    'Partial plan: three sections could not be read',
    showing(PARTIAL_PLAN, {
      notices: [{ kind: 'unreadableParts', parts: PARTIAL_PLAN.unreadable, linkedItemMissing: [] }],
    }),
  ),
  story(
    'plan-part-unreadable',
    'Contacts of which one could not be read',
    showing(
      { ...FULL_PLAN, unreadable: LOST, linkedItemMissing: ['Whom to call'] },
      { notices: [{ kind: 'unreadableParts', parts: LOST, linkedItemMissing: ['Whom to call'] }] },
    ),
  ),
  story('plan-restricted', 'Restricted record', showing(RESTRICTED_PLAN, { notices: [{ kind: 'restricted' }] })),
  story('plan-carer', 'The plan, seen by a care assistant', showing(CARER_PLAN, { signedInAs: GRACE })),
  story(
    'plan-given-name-differs',
    'The given name differs',
    showing(FULL_PLAN, { notices: [{ kind: 'givenNameDiffers', page: 'Peggy', plan: 'Margaret' }] }),
  ),
  story(
    'plan-two-current',
    'Two current plans that agree on CPR',
    showing(FULL_PLAN, { alsoCurrent: [OTHER_PLAN], notices: [{ kind: 'severalCurrent', count: 2 }] }),
  ),
  story(
    'plan-two-current-disagree',
    'Two current plans, one for CPR and one not',
    showing(FULL_PLAN, { alsoCurrent: [OTHER_SAYS_FOR], notices: [{ kind: 'severalCurrent', count: 2 }] }),
  ),
  story(
    'plan-two-current-one-silent',
    'Two current plans, the newest silent on CPR',
    showing(withCpr({ state: 'notRecorded' }), {
      alsoCurrent: [{ ...OTHER_PLAN, cprDecision: NOT_FOR_CPR }],
      notices: [{ kind: 'severalCurrent', count: 2 }],
    }),
  ),
  story(
    'plan-elsewhere',
    'Plans held elsewhere',
    showing(FULL_PLAN, { elsewhere: ELSEWHERE, fetchedAt: NOW - 24 * 3_600_000 }),
  ),
  story('plan-died', 'The person has died', showing({ ...FULL_PLAN, patient: FARRELL }, { notices: [OVERDUE] })),
  story(
    'plan-died-date-unknown',
    'The person has died, no date',
    showing({ ...FULL_PLAN, patient: { ...FARRELL, deceased: true } }),
  ),
  story(
    'plan-draft-shown',
    'A plan that says it is a draft',
    showing({
      ...FULL_PLAN,
      provenance: { planId: 'plan-3', title: 'Universal care plan', author: RAO, approval: 'draft' },
    }),
  ),
  {
    ...story('plan-summer-time', 'A plan fetched in summer time', showing(FULL_PLAN, { fetchedAt: NOW })),
    view: showing(FULL_PLAN, { fetchedAt: Date.UTC(2026, 6, 1, 23, 30), service: SERVICE }),
    now: Date.UTC(2026, 6, 1, 23, 45),
  },
];
