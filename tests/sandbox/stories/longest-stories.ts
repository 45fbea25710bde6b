import type { Plan } from '../../../utils/plan/plan.ts';
import { LONG_NAME, onPage } from './people.ts';
import { showing } from './plan-stories.ts';
import { FULL_PLAN, recorded, SATO } from './plans.ts';
import { LONG_SESSION, NOW, type Story, story } from './story.ts';

/** A place in Wales, one word that no line holds, and an address as long as they come. */
const LONG_PLACE = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const LONG_ADDRESS = `Flat 14b, The Old Seafarers’ Almshouses and Sheltered Housing Scheme, 1127 Upper Great ${LONG_PLACE} Road, ${LONG_PLACE}, Ynys Môn, LL61 5UJ`;
const LONG_SERVICE = `Gwasanaeth Cynllunio Gofal Brys Integredig ${LONG_PLACE} and District Integrated Urgent Care Planning Service`;
const LONG_WORDS =
  'Mae hi am aros gartref gyda’i theulu. She said, word for word: “I will not go back to that corridor, not for anything, and nobody is to press on my chest.” Pneumonoultramicroscopicsilicovolcanoconiosis-related-breathlessness-at-rest. '.repeat(
    3,
  );
const LONG_MEDICINE =
  'Hydroxypropylmethylcellulose/dexamethasone/diethylaminoethyl-dihydrochloride 12,345.678 micrograms/0.125 ml prolonged-release concentrate for solution for subcutaneous infusion';
const LONG_DOSE =
  '1,234.5 micrograms under the skin every 12 hours, at most 2,469 micrograms in 24 hours, when needed for breathlessness, agitation or noisy breathing; ring before the third dose';
const LONG_SOURCE = {
  date: '2026-09-30',
  by: 'Dr Anastasia-Philippa Wolfeschlegelsteinhausenberger-Featherstonehaugh, consultant in palliative medicine',
  organisation: LONG_SERVICE,
  phone: '+44 (0)1632 960199 ext 44718',
};

/** Everything at once as long as it comes. */
export const LONGEST_PLAN: Plan = {
  ...FULL_PLAN,
  patient: { ...LONG_NAME, language: { name: 'Cymraeg (Welsh), with Makaton and lip-reading', interpreter: 'needed' } },
  provenance: {
    ...FULL_PLAN.provenance,
    title: `${LONG_SERVICE}: urgent and emergency care plan`,
    author: LONG_SOURCE,
    reviewed: LONG_SOURCE,
    custodian: LONG_SERVICE,
    version: '2026.11.22-revision-0000000000000000127',
  },
  cprDecision: { state: 'notForCpr', statement: { says: 'notForCpr', words: LONG_WORDS, source: LONG_SOURCE } },
  treatmentLevel: recorded({ level: 'unknown', words: LONG_WORDS }, LONG_SOURCE),
  emergencyTreatment: recorded({ focusScale: 1, recommendations: [LONG_WORDS, LONG_ADDRESS] }, LONG_SOURCE),
  symptoms: recorded([{ symptom: LONG_PLACE, action: LONG_DOSE, treatmentLevel: LONG_WORDS, source: LONG_SOURCE }]),
  anticipatoryMedicines: recorded(
    {
      medicines: [`${LONG_MEDICINE}: ${LONG_DOSE}`, LONG_MEDICINE.replaceAll(' ', '')],
      issued: '2026-09-30',
      keptAt: LONG_ADDRESS,
      words: LONG_WORDS,
    },
    LONG_SOURCE,
  ),
  contacts: recorded([
    {
      name: `${LONG_NAME.givenNames} ${LONG_NAME.familyName}`,
      relationship: 'elder daughter, attorney for health and welfare, next of kin, lives abroad',
      phones: ['+44 (0)1632 960123 ext 447189', '0163296012301632960123', '07700 900461 or 07700 900812 after ten'],
      words: LONG_WORDS,
    },
  ]),
  placeOfCare: recorded([{ place: LONG_ADDRESS, words: LONG_WORDS }, { place: LONG_PLACE }], LONG_SOURCE),
  placeOfDeath: recorded([{ place: LONG_SERVICE, words: LONG_WORDS }], LONG_SOURCE),
  whatMatters: recorded({ values: LONG_WORDS, avoids: LONG_ADDRESS, wishes: LONG_PLACE }, LONG_SOURCE),
  advanceDecisions: recorded({
    refusals: [{ says: LONG_SERVICE, words: LONG_WORDS, source: LONG_SOURCE }],
    proxies: [{ kind: LONG_SERVICE, status: LONG_PLACE }],
    capacity: LONG_WORDS,
    involved: LONG_ADDRESS,
  }),
  allergies: recorded([{ substance: LONG_MEDICINE, reaction: LONG_PLACE, words: LONG_WORDS }]),
  medicines: recorded([{ name: LONG_MEDICINE, dosage: LONG_DOSE }]),
  conditions: recorded([{ name: LONG_MEDICINE, since: 'many years, first noticed in the winter', words: LONG_WORDS }]),
  prognosis: recorded({ says: LONG_PLACE, words: LONG_WORDS }, LONG_SOURCE),
  alerts: recorded({ alerts: [LONG_WORDS, LONG_PLACE], access: LONG_ADDRESS }, LONG_SOURCE),
  otherDocuments: recorded([{ name: LONG_SERVICE, location: LONG_ADDRESS, heldBy: LONG_SERVICE }]),
  narratives: { cpr: [LONG_WORDS], contacts: [LONG_ADDRESS], medicines: [LONG_MEDICINE.replaceAll(' ', '')] },
  otherSections: [{ title: LONG_SERVICE, state: 'recorded', paragraphs: [LONG_WORDS], coded: [LONG_PLACE] }],
};

const LONG_ASKED = { page: onPage(LONG_NAME), service: LONG_SERVICE, signedInAs: LONG_SESSION } as const;
const ELSEWHERE = [{ title: LONG_SERVICE, custodian: LONG_ADDRESS, date: '2024-02-11' }];

/** Names, addresses, quotes, medicines and numbers that no line holds; what is said of them must not be cut. */
export const LONGEST_STORIES: readonly Story[] = [
  story(
    'longest-plan',
    'The longest plan',
    showing(LONGEST_PLAN, {
      service: LONG_SERVICE,
      signedInAs: LONG_SESSION,
      elsewhere: ELSEWHERE,
      notices: [
        { kind: 'overdue', due: '2026-06-20', reviewed: '2025-12-20' },
        { kind: 'draftNewer', startedAt: '2026-11-19', by: LONG_SOURCE.by },
        { kind: 'unreadableParts', parts: [LONG_SERVICE, LONG_PLACE], linkedItemMissing: [LONG_PLACE] },
        { kind: 'givenNameDiffers', page: LONG_PLACE, plan: LONG_NAME.givenNames },
      ],
    }),
  ),
  story(
    'longest-conflict',
    'The longest statements disagree',
    showing({
      ...LONGEST_PLAN,
      cprDecision: {
        state: 'conflicting',
        statements: [
          { says: 'notForCpr', words: LONG_WORDS, source: LONG_SOURCE },
          { says: 'unknown', sentAs: LONG_SERVICE, words: LONG_PLACE, source: SATO },
        ],
      },
    }),
  ),
  story(
    'longest-modified',
    'The longest order for a child',
    showing({
      ...LONGEST_PLAN,
      cprDecision: { state: 'modifiedCpr', statement: { says: 'modifiedCpr', words: LONG_WORDS, source: LONG_SOURCE } },
    }),
  ),
  story('longest-saved', 'The longest saved copy, long ago, about to lock', {
    ...showing(LONGEST_PLAN, { signedInAs: LONG_SESSION }),
    saved: true,
    fetchedAt: NOW - 20 * 3_600_000,
    notices: [{ kind: 'savedCopy', at: NOW - 20 * 3_600_000, cause: 'serviceDown' }],
    locksSoon: { at: NOW + 60_000, cause: 'shiftOver' },
    unread: ['documents-and-correspondence.integrated-care-record.example.org'],
  }),
  story('longest-no-plan', 'No plan found, with the longest names', {
    kind: 'noPlanFound',
    ...LONG_ASKED,
    elsewhere: ELSEWHERE,
    elsewhereChecked: false,
    askedAt: NOW - 86_400_000,
  }),
  story('longest-could-not-check', 'Could not check, with the longest names', {
    kind: 'couldNotCheck',
    ...LONG_ASKED,
    cause: 'timedOut',
    code: 'PLN-TIMEOUT',
    triedAt: NOW,
    tries: 3,
  }),
  story('longest-disagree', 'Page and plan disagree, with the longest names', {
    kind: 'disagree',
    page: onPage(LONG_NAME),
    plan: { ...LONG_NAME, familyName: LONG_PLACE, birthDate: '1958-10-12' },
    differs: ['birthDate', 'familyName'],
    signedInAs: LONG_SESSION,
  }),
];
