import type { Plan } from '../../../utils/plan/plan.ts';
import { EVANS, REED } from './people.ts';
import { showing } from './plan-stories.ts';
import { emptyPlan, everywhere, FULL_PLAN, HIDDEN_BY_ROLE, NOT_RECORDED, recorded, statedNone } from './plans.ts';
import { GRACE, type Story, story } from './story.ts';

const HALF_FILLED: Plan = {
  ...FULL_PLAN,
  emergencyTreatment: NOT_RECORDED,
  advanceDecisions: recorded(
    {
      refusals: [],
      proxies: [
        { kind: 'Court-appointed deputy for personal welfare' },
        { kind: 'Lasting power of attorney, health and welfare', status: 'Absent' },
      ],
    },
    {},
  ),
  allergies: recorded([{ substance: 'No known drug allergy' }], {}),
  medicines: recorded([{ name: 'Paracetamol' }], {}),
  alerts: recorded({ alerts: [], access: 'Side gate, back door is open until ten at night.' }, {}),
  otherDocuments: recorded([{ name: 'Hospital passport' }], {}),
};

const SPEAKS_POLISH: Plan = {
  ...FULL_PLAN,
  patient: { ...REED, language: { name: 'Polish', interpreter: 'needed' } },
};

const UNKNOWN_SECTIONS: Plan = {
  ...FULL_PLAN,
  provenance: { ...FULL_PLAN.provenance, attested: ['personal: Margaret Reed, 2026-06-04', 'legal: Helen Reed'] },
  allergies: NOT_RECORDED,
  medicines: recorded([
    {
      name: 'Morphine sulfate 10 mg modified-release tablets',
      dosage: '1 tablet, every 12 hours, at most 2 tablets in 24 hours, Warning: drowsiness; then when needed: pain',
    },
  ]),
  narratives: {
    medicines: [
      'Morphine sulfate 10 mg modified-release tablets; 1 tablet, every 12 hours; no substitution',
      'stopped: Bisoprolol 2.5 mg tablets; Fell twice (Anjali Rao)',
      'do not perform: Haloperidol; Parkinson’s disease',
    ],
  },
  otherSections: [
    {
      title: 'Allergies and adverse reactions',
      state: 'recorded',
      paragraphs: ['Penicillin: anaphylaxis in 1974.', 'Latex.'],
    },
    {
      title: 'Functional status',
      state: 'recorded',
      paragraphs: ['Walks with a frame; needs two to transfer.'],
      coded: ['Clinical frailty scale: 7', 'Karnofsky performance status: 40 %; recorded at home'],
    },
    {
      title: 'Treatment limits',
      state: 'recorded',
      paragraphs: [],
      coded: ['Ventilation: deny', 'Antibiotics: permit'],
    },
    {
      title: 'Ventilator settings at home',
      state: 'recorded',
      paragraphs: [
        'BiPAP at night, settings on the card behind the machine. Alarms are answered by the respiratory team.',
        'If the mask has to come off, sit her up and ring the team before anything else.',
      ],
    },
    {
      title: 'Outside the sections',
      state: 'recorded',
      paragraphs: ['Best interests meeting', 'Present: Helen Reed', 'Wants Bramble with her'],
    },
    { title: 'Spiritual care', state: 'hidden', paragraphs: [] },
    { title: 'Tissue donation', state: 'notRecorded', paragraphs: [] },
  ],
};

/** The sections of a plan, each kind of nothing, and what is half filled in. */
export const SECTION_STORIES: readonly Story[] = [
  story('plan-half-filled', 'Sections of which half is missing', showing(HALF_FILLED)),
  story(
    'plan-stated-none-everywhere',
    'Everything stated as none',
    showing({ ...emptyPlan(EVANS), ...everywhere(statedNone()) }),
  ),
  story(
    'plan-hidden-everywhere',
    'Everything kept from this role',
    showing(
      { ...emptyPlan(EVANS), cprDecision: { state: 'hidden' }, ...everywhere(HIDDEN_BY_ROLE) },
      { signedInAs: GRACE },
    ),
  ),
  story('plan-interpreter', 'An interpreter is needed', showing(SPEAKS_POLISH)),
  story(
    'plan-language-alone',
    'Nothing on alerts, but a language',
    showing({
      ...FULL_PLAN,
      patient: { ...REED, language: { name: 'Cymraeg', interpreter: 'notRecorded' } },
      alerts: NOT_RECORDED,
    }),
  ),
  story(
    'plan-unknown-sections',
    'Sections Planside does not know',
    showing(UNKNOWN_SECTIONS, {
      notices: [
        {
          kind: 'unknownSections',
          parts: UNKNOWN_SECTIONS.otherSections
            .filter(({ state }) => state !== 'notRecorded')
            .map(({ title }) => title),
        },
      ],
    }),
  ),
];
