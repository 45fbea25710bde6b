import type { Plan, PlanPatient, Statement, Told } from '../../../utils/plan/plan.ts';
import { REED } from './people.ts';

export const RAO: Statement = {
  date: '2026-06-03',
  by: 'Dr Anjali Rao, GP',
  organisation: 'Example Lane Surgery',
  phone: '01632 960150',
};
export const CLARKE: Statement = {
  date: '2026-08-20',
  by: 'Dr Owen Clarke, GP',
  organisation: 'Example Lane Surgery',
  phone: '01632 960150',
};
export const SATO: Statement = {
  date: '2026-09-01',
  by: 'Dr Mia Sato',
  organisation: 'Example General Hospital',
  phone: '01632 960199',
};
const ADEYEMI: Statement = {
  date: '2026-09-02',
  by: 'Ife Adeyemi, community palliative nurse',
  organisation: 'Riverside team',
};

export const NOT_RECORDED: Told<never> = { state: 'notRecorded' };
export const UNREADABLE: Told<never> = { state: 'unreadable' };

export function recorded<T>(value: T, source: Statement = RAO): Told<T> {
  return { state: 'recorded', value, source };
}

export function statedNone(source: Statement = RAO): Told<never> {
  return { state: 'statedNone', source };
}

/** Mrs Reed’s plan, as in the drawing: everything a plan can hold. */
export const FULL_PLAN: Plan = {
  patient: REED,
  provenance: {
    title: 'Universal care plan',
    author: RAO,
    approval: 'approved',
    version: '7',
    reviewed: RAO,
    reviewDue: '2026-12-03',
    custodian: 'Example Plan Service',
    lastUpdated: '2026-09-02T16:05:00+01:00',
  },
  cprDecision: {
    state: 'notForCpr',
    statement: {
      says: 'notForCpr',
      words: 'Advanced heart failure. CPR would not work. Peggy agrees; her daughter knows.',
      source: RAO,
    },
  },
  treatmentLevel: recorded({ level: 'home' }),
  emergencyTreatment: recorded({
    focusScale: 82,
    recommendations: [
      'Treat infection with tablets at home. Admit only for a broken hip or bleeding that cannot be controlled at home. No ventilation, no intensive care.',
    ],
  }),
  symptoms: recorded(
    [
      {
        symptom: 'Breathless',
        action:
          'Sit her up, open the window, fan on the face. Lorazepam 0.5mg under the tongue; may repeat once after 4 hours.',
        source: ADEYEMI,
      },
      {
        symptom: 'Chest pain',
        action:
          'GTN spray, 2 puffs under the tongue. If no better in 10 minutes ring the community team. No ambulance for angina alone.',
        source: ADEYEMI,
      },
      {
        symptom: 'Agitation at night',
        action: 'Check bladder and pain first. Call Helen; her voice settles her.',
        source: ADEYEMI,
      },
      {
        symptom: 'Vomiting',
        action: 'Levomepromazine from the box, by the district nurse. Ring at any hour.',
        treatmentLevel: 'Comfort, symptomatic treatment only',
        source: ADEYEMI,
      },
    ],
    ADEYEMI,
  ),
  anticipatoryMedicines: recorded(
    {
      medicines: [
        'Morphine 10 mg/ml injection: 2.5 mg under the skin, may repeat after 1 hour',
        'Midazolam 10 mg/2 ml injection: 2.5 mg under the skin',
        'Levomepromazine 25 mg/ml injection: 6.25 mg under the skin',
        'Glycopyrronium 200 micrograms/ml injection: 200 micrograms under the skin',
        'Water for injection 10 ml',
      ],
      issued: '2026-09-02',
      keptAt: 'Kitchen cupboard above the kettle',
      words: 'Chart in the blue folder.',
    },
    ADEYEMI,
  ),
  contacts: recorded([
    { name: 'Helen Reed', relationship: 'daughter', phones: ['01632 960123'], words: 'Has a key. Any hour.' },
    { name: 'Riverside team', relationship: 'community palliative team, 24 hours', phones: ['01632 960145'] },
    { name: 'Dr Anjali Rao', relationship: 'GP', phones: ['01632 960150', '07700 900461'] },
    { name: 'Tom Yates', relationship: 'neighbour, has a key', phones: [] },
  ]),
  placeOfCare: recorded([{ place: 'Own home' }]),
  placeOfDeath: recorded([{ place: 'Own home' }, { place: 'hospice', words: 'Only if Helen cannot manage.' }]),
  whatMatters: recorded({
    values: 'Being at home with Bramble at my feet, and seeing the garden.',
    avoids: 'Machines, and dying in a corridor.',
    wishes: 'Radio on, window open.',
  }),
  otherSections: [
    {
      title: 'Advance decisions',
      state: 'recorded',
      paragraphs: [
        'Advance decision to refuse treatment, includes life-sustaining treatment. Signed 11 February 2024; original with Helen Reed.',
        'Lasting power of attorney for health and welfare: Helen Reed, daughter.',
      ],
    },
    { title: 'Allergies', state: 'recorded', paragraphs: ['Penicillin: rash and swelling, 1974', 'Codeine: vomiting'] },
    {
      title: 'Medicines',
      state: 'recorded',
      paragraphs: ['Bisoprolol 2.5 mg in the morning', 'Furosemide 40 mg twice'],
    },
    {
      title: 'Significant conditions',
      state: 'recorded',
      paragraphs: [
        'Heart failure, advanced (2021)',
        'Chronic kidney disease, stage 4 (2022)',
        'Atrial fibrillation (2015)',
      ],
    },
    { title: 'Prognosis', state: 'notRecorded', paragraphs: [] },
    {
      title: 'Alerts and access to home',
      state: 'recorded',
      paragraphs: ['Key safe left of the door. Ring the community team for the code.', 'Small dog, friendly'],
    },
    { title: 'Other documents', state: 'statedNone', paragraphs: [] },
  ],
  unreadable: [],
};

/** A plan of this person in which nobody has filled in anything yet. */
export function emptyPlan(patient: PlanPatient): Plan {
  return {
    patient,
    provenance: { title: 'Universal care plan', author: {}, approval: 'approved' },
    cprDecision: { state: 'notRecorded' },
    treatmentLevel: NOT_RECORDED,
    emergencyTreatment: NOT_RECORDED,
    symptoms: NOT_RECORDED,
    anticipatoryMedicines: NOT_RECORDED,
    contacts: NOT_RECORDED,
    placeOfCare: NOT_RECORDED,
    placeOfDeath: NOT_RECORDED,
    whatMatters: NOT_RECORDED,
    otherSections: [],
    unreadable: [],
  };
}
