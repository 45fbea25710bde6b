import type { CprDecision, Plan } from '../../../utils/plan/plan.ts';
import { showing, withCpr } from './plan-stories.ts';
import { CLARKE, FULL_PLAN, NOT_RECORDED, RAO, statedNone, UNREADABLE } from './plans.ts';
import { GRACE, type Story, story } from './story.ts';

const IN_WORDS_ONLY: CprDecision = {
  state: 'inWordsOnly',
  mentions: [
    {
      section: 'Emergency care and treatment',
      words: 'We talked about resuscitation. She would not want her chest pressed, but has not signed the form yet.',
    },
    { section: 'What matters to me', words: 'No heroics.' },
  ],
};

const WORDS_AGAINST_CODES: CprDecision = {
  state: 'conflicting',
  statements: [
    { says: 'forCpr', words: 'For full escalation.', source: CLARKE },
    { says: 'notForCpr', inWords: true, words: 'DNACPR in place since June, form on the fridge.', source: RAO },
  ],
};

/** One of two cannot be told, so they may say one thing. */
const ONE_NOT_UNDERSTOOD: CprDecision = {
  state: 'conflicting',
  statements: [
    { says: 'notForCpr', words: 'DNACPR agreed with patient.', source: CLARKE },
    { says: 'unknown', sentAs: 'deny: Cardiopulmonary resuscitation', source: RAO },
  ],
};

const CPR_CONTRADICTS: Partial<Plan> = {
  contradictions: ['CPR decision'],
  narratives: { cpr: ['For full escalation.', 'DNACPR in place since June, form on the fridge.'] },
};

/** The author wrote more than the entries say, or wrote where nothing is coded. */
const OWN_TEXT: Plan = {
  ...FULL_PLAN,
  anticipatoryMedicines: NOT_RECORDED,
  medicines: UNREADABLE,
  narratives: {
    cpr: ['Not for CPR. This does not hold for choking: treat it in the usual way.'],
    symptoms: [
      'Breathless: as above. If she asks for the priest, ring Father Doyle.',
      'لا تعطِ المورفين دون سؤال هيلين أولاً.',
    ],
    anticipatoryMedicines: ['The just-in-case box is with the pharmacist; ring 01632 960177 to have it brought.'],
    placeOfDeath: ['Home if Helen is there, else the hospice.'],
    medicines: ['See the list in the blue folder.'],
  },
};

const CONTRADICTIONS = ['Allergies', 'Whom to call', 'Preferred place of care'];

const CONTRADICTING: Plan = {
  ...FULL_PLAN,
  allergies: statedNone(),
  narratives: {
    allergies: ['Penicillin: anaphylaxis.'],
    contacts: ['Ring Tom Yates first, 01632 960199. Helen Reed has moved away.'],
    placeOfCare: ['Nursing home; she cannot be at home any more.'],
  },
  contradictions: CONTRADICTIONS,
};

/** What is said in words: beside the codes, against them, or alone. */
export const WORDS_STORIES: readonly Story[] = [
  story('plan-cpr-in-words-only', 'CPR in words only', showing(withCpr(IN_WORDS_ONLY))),
  story(
    'plan-cpr-hidden',
    'CPR decision hidden from this role',
    showing(withCpr({ state: 'hidden' }), { signedInAs: GRACE }),
  ),
  story(
    'plan-cpr-words-against-codes',
    'The text says something else on CPR than the codes',
    showing(withCpr(WORDS_AGAINST_CODES, CPR_CONTRADICTS), {
      notices: [{ kind: 'contradiction', parts: ['CPR decision'] }],
    }),
  ),
  story('plan-cpr-may-disagree', 'Two statements on CPR, one not understood', showing(withCpr(ONE_NOT_UNDERSTOOD))),
  story(
    'plan-two-current-words-only',
    'Two current plans, one not for CPR and one in words only',
    showing(FULL_PLAN, {
      alsoCurrent: [withCpr(IN_WORDS_ONLY)],
      notices: [{ kind: 'severalCurrent', count: 2 }],
    }),
  ),
  story('plan-own-text', 'The author’s own text, where it says more', showing(OWN_TEXT)),
  story(
    'plan-contradiction',
    'Words and codes differ',
    showing(CONTRADICTING, { notices: [{ kind: 'contradiction', parts: CONTRADICTIONS }] }),
  ),
];
