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
export const HIDDEN_BY_ROLE: Told<never> = { state: 'hidden', why: 'role' };
export const HIDDEN_FOR_SAFETY: Told<never> = { state: 'hidden', why: 'restricted' };

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
    planId: 'plan-1',
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
  advanceDecisions: recorded({
    refusals: [
      {
        says: 'Has advance decision to refuse life sustaining treatment',
        words: 'Signed and witnessed; original with Helen Reed.',
        source: { ...RAO, date: '2024-02-11' },
      },
    ],
    proxies: [{ kind: 'Lasting power of attorney, health and welfare: Helen Reed, daughter', status: 'Present' }],
    capacity: 'Has capacity',
    involved: 'Mrs Reed, Helen Reed, Dr Anjali Rao',
  }),
  allergies: recorded([
    { substance: 'Penicillin', reaction: 'rash and swelling', words: 'In 1974, never again since.' },
    { substance: 'Codeine', reaction: 'vomiting' },
    { substance: 'Trimethoprim' },
  ]),
  medicines: recorded([
    { name: 'Bisoprolol 2.5mg tablets', dosage: 'one each morning' },
    { name: 'Furosemide 40mg tablets', dosage: 'two each morning' },
    { name: 'Morphine sulfate 10mg/5ml oral solution', dosage: '2.5ml when needed for breathlessness' },
    { name: 'Macrogol sachets' },
  ]),
  conditions: recorded([
    { name: 'Heart failure, advanced', since: '2021' },
    { name: 'Chronic kidney disease, stage 4', since: '2022-05', words: 'Not for dialysis.' },
    { name: 'Atrial fibrillation', since: 'many years' },
    { name: 'Hearing loss; wears aids in both ears' },
  ]),
  prognosis: recorded({ says: 'Months', words: 'Months rather than years.' }, ADEYEMI),
  alerts: recorded({
    alerts: ['Small dog, friendly', 'Oxygen in the home: no smoking, no candles'],
    access: 'Key safe left of the door. Ring the community team for the code.',
  }),
  otherDocuments: recorded([
    { name: 'ReSPECT form, paper', location: 'In the blue folder, hall table', heldBy: 'Example General Hospital' },
    { name: 'Lasting power of attorney, copy' },
  ]),
  otherSections: [],
  narratives: {},
  contradictions: [],
  unreadable: [],
  linkedItemMissing: [],
};

/** The same answer to everything a plan may hold besides who it is about, where it comes from and CPR. */
export function everywhere(told: Told<never>): Omit<Plan, 'patient' | 'provenance' | 'cprDecision'> {
  return {
    treatmentLevel: told,
    emergencyTreatment: told,
    symptoms: told,
    anticipatoryMedicines: told,
    contacts: told,
    placeOfCare: told,
    placeOfDeath: told,
    whatMatters: told,
    advanceDecisions: told,
    allergies: told,
    medicines: told,
    conditions: told,
    prognosis: told,
    alerts: told,
    otherDocuments: told,
    otherSections: [],
    narratives: {},
    contradictions: [],
    unreadable: [],
    linkedItemMissing: [],
  };
}

/** A plan of this person in which nobody has filled in anything yet. */
export function emptyPlan(patient: PlanPatient): Plan {
  return {
    patient,
    provenance: { planId: 'plan-2', title: 'Universal care plan', author: {}, approval: 'approved' },
    cprDecision: { state: 'notRecorded' },
    ...everywhere(NOT_RECORDED),
  };
}
