import { daysBefore } from '../../people/dates.ts';
import { PLACES_OF_DEATH } from '../codes.ts';
import type { PlanIntent } from '../plan-intent.ts';
import { TREATMENT_LEVELS } from '../wording/treatment-wording.ts';
import { approved, author, death, notForCpr, prognosis, refusal } from './demo-parts.ts';

/** The plan of the design's first example, section by section. */
export function margaretReed(today: string): PlanIntent {
  const by = author('Dr Anjali Rao');
  const basis = approved({ today, changedDaysAgo: 40, version: 7, by });
  return {
    ...basis,
    cpr: [
      notForCpr('Advanced heart failure. CPR would not work. Peggy agrees; her daughter knows.', basis.changed, by),
    ],
    treatmentLevel: TREATMENT_LEVELS.home,
    focusScale: 82,
    recommendations:
      'Treat infection with tablets at home. Admit only for a broken hip or bleeding that cannot be controlled at home. No ventilation, no intensive care.',
    symptoms: [
      {
        symptom: 'Breathless',
        action:
          'Sit her up, open the window, fan on the face. Lorazepam under the tongue as charted; may repeat once after 4 hours.',
      },
      {
        symptom: 'Chest pain',
        action:
          'GTN spray, 2 puffs under the tongue. If no better in 10 minutes ring the community team. No ambulance for angina alone.',
      },
      { symptom: 'Agitation at night', action: 'Check bladder and pain first. Call Helen; her voice settles her.' },
      { symptom: 'Vomiting', action: 'Levomepromazine from the box, by the district nurse. Ring at any hour.' },
    ],
    anticipatoryMedicines: {
      issued: daysBefore(today, 60),
      medicines: [
        'Morphine sulfate 10mg/ml injection: under the skin for pain or breathlessness, as charted',
        'Midazolam 10mg/2ml injection: under the skin for agitation, as charted',
        'Levomepromazine 25mg/ml injection: under the skin for sickness, as charted',
        'Glycopyrronium 200micrograms/ml injection: under the skin for secretions, as charted',
        'Water for injection 10ml: as diluent',
      ],
      keptAt: 'Kitchen cupboard above the kettle',
      words: 'Chart in the blue folder.',
    },
    contacts: [
      { name: 'Helen Reed', relationship: 'daughter, next of kin, attorney', phones: ['01632 960123'] },
      {
        kind: 'team',
        name: 'Riverside team',
        relationship: 'Community palliative team, 24 hours',
        phones: ['01632 960145'],
        words: 'Ring first at night.',
      },
      {
        kind: 'professional',
        name: 'Dr Anjali Rao',
        relationship: 'GP, Example Lane Surgery',
        phones: ['01632 960150'],
      },
      { name: 'Tom Yates', relationship: 'neighbour, has a key', phones: ['07700 900461'] },
    ],
    placeOfCare: [{ place: 'Own home' }],
    placeOfDeath: [
      death(PLACES_OF_DEATH.home, 'own bed, downstairs'),
      death(PLACES_OF_DEATH.hospice, 'if not possible at home'),
    ],
    whatMatters: {
      values: 'Being at home with Bramble at my feet, and seeing the garden.',
      avoids: 'Machines, and dying in a corridor.',
      wishes: 'The dog goes to Tom next door.',
    },
    adrt: refusal('Includes life-sustaining treatment. Signed and witnessed; original with Helen Reed.'),
    proxy: { type: 'Lasting power of attorney, health and welfare: Helen Reed, daughter', status: 'present' },
    capacity: 'Has capacity',
    involved: 'Mrs Reed, Helen Reed, Dr Anjali Rao',
    allergies: [
      { substance: 'Penicillin', reaction: 'rash and swelling, 1974' },
      { substance: 'Codeine', reaction: 'vomiting' },
    ],
    medicines: [
      { name: 'Furosemide 40mg tablets', dosage: 'two each morning' },
      { name: 'Bisoprolol 2.5mg tablets', dosage: 'one each morning' },
      { name: 'Apixaban 2.5mg tablets', dosage: 'one twice a day' },
      { name: 'Morphine sulfate 10mg/5ml oral solution', dosage: '2.5ml when needed for breathlessness' },
    ],
    conditions: [
      { name: 'Heart failure, advanced', since: '2021' },
      { name: 'Chronic kidney disease, stage 4', since: '2022' },
      { name: 'Atrial fibrillation', since: '2015' },
      { name: 'Hearing loss; wears aids in both ears' },
    ],
    prognosis: prognosis(2, 'Months'),
    alerts: ['Small dog, friendly'],
    access: 'Key safe left of the door. Ring the community team for the code.',
    otherDocuments: [
      { name: 'ReSPECT form, paper', location: 'In the blue folder, hall table', source: 'Example General Hospital' },
    ],
  };
}
