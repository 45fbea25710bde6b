import type { Plan } from '../../../utils/plan/plan.ts';
import type { Notice } from '../../../utils/view/view.ts';
import { FARRELL, HART, LEVY, MORGAN, REED } from './people.ts';
import { showing, withCpr } from './plan-stories.ts';
import { CLARKE, FULL_PLAN, RAO, recorded, SATO, UNREADABLE } from './plans.ts';
import { GRACE, NOW, SAM, SERVICE, type Story, story } from './story.ts';

const NOT_FOR_CPR = FULL_PLAN.cprDecision;

const OVERDUE_PLAN: Plan = {
  ...FULL_PLAN,
  patient: MORGAN,
  provenance: {
    ...FULL_PLAN.provenance,
    version: '2',
    reviewed: { ...CLARKE, date: '2025-12-20' },
    reviewDue: '2026-06-20',
  },
};
const OVERDUE: Notice = { kind: 'overdue', due: '2026-06-20', reviewed: '2025-12-20' };

const PARTIAL_PLAN: Plan = {
  ...FULL_PLAN,
  patient: LEVY,
  anticipatoryMedicines: UNREADABLE,
  otherSections: [
    { title: 'Allergies', state: 'unreadable', paragraphs: [] },
    { title: 'Medicines', state: 'unreadable', paragraphs: [] },
  ],
  unreadable: ['Anticipatory medicines', 'Allergies', 'Medicines'],
};

const HIDDEN = { state: 'hidden', why: 'restricted' } as const;
const RESTRICTED_PLAN: Plan = {
  ...FULL_PLAN,
  patient: HART,
  placeOfCare: HIDDEN,
  placeOfDeath: HIDDEN,
  contacts: recorded([{ name: 'Duty line', phones: ['01632 960100'] }]),
  otherSections: FULL_PLAN.otherSections.map((section) =>
    section.title === 'Alerts and access to home' ? { ...section, state: 'hidden', paragraphs: [] } : section,
  ),
};

const HIDDEN_BY_ROLE = { state: 'hidden', why: 'role' } as const;
const CARER_PLAN: Plan = {
  ...FULL_PLAN,
  anticipatoryMedicines: HIDDEN_BY_ROLE,
  whatMatters: HIDDEN_BY_ROLE,
  otherSections: [
    { title: 'Allergies', state: 'hidden', paragraphs: [] },
    { title: 'Significant conditions', state: 'hidden', paragraphs: [] },
  ],
};

const OTHER_PLAN: Plan = {
  ...FULL_PLAN,
  provenance: { ...FULL_PLAN.provenance, title: 'Hospital plan', author: SATO, version: '1', reviewed: SATO },
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
    showing(PARTIAL_PLAN, { notices: [{ kind: 'unreadableParts', parts: PARTIAL_PLAN.unreadable }] }),
  ),
  story(
    'plan-part-unreadable',
    'Contacts of which one could not be read',
    showing(
      { ...FULL_PLAN, unreadable: ['Whom to call', 'Preferred place of death'] },
      { notices: [{ kind: 'unreadableParts', parts: ['Whom to call', 'Preferred place of death'] }] },
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
    'plan-every-notice',
    'Every notice at once',
    showing(
      { ...OVERDUE_PLAN, patient: { ...REED, restricted: true } },
      {
        alsoCurrent: [OTHER_PLAN],
        notices: [
          { kind: 'restricted' },
          { kind: 'givenNameDiffers', page: 'Peggy', plan: 'Margaret' },
          { kind: 'severalCurrent', count: 2 },
          OVERDUE,
          { kind: 'draftNewer' },
          { kind: 'unreadableParts', parts: ['Symptoms and what to do'] },
          { kind: 'testPatient' },
        ],
      },
    ),
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
    showing({ ...FULL_PLAN, provenance: { title: 'Universal care plan', author: RAO, approval: 'draft' } }),
  ),
  {
    ...story('plan-summer-time', 'A plan fetched in summer time', showing(FULL_PLAN, { fetchedAt: NOW })),
    view: showing(FULL_PLAN, { fetchedAt: Date.UTC(2026, 6, 1, 23, 30), service: SERVICE }),
    now: Date.UTC(2026, 6, 1, 23, 45),
  },
];
