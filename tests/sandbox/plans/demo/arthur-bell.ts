import { daysBefore } from '../../people/dates.ts';
import { PLACES_OF_DEATH } from '../codes.ts';
import type { PlanIntent } from '../plan-intent.ts';
import { TREATMENT_LEVELS } from '../wording/treatment-wording.ts';
import { approved, author, death, notForCpr, prognosis, refusal } from './demo-parts.ts';

/** A resident of Willow House. */
export function arthurBell(today: string): PlanIntent {
  const by = author('Dr Anjali Rao');
  const basis = approved({ today, changedDaysAgo: 52, version: 5, by });
  return {
    ...basis,
    cpr: [notForCpr('Frailty. Comfort first. Discussed with Arthur and his son.', basis.changed, by)],
    treatmentLevel: TREATMENT_LEVELS.comfort,
    focusScale: 95,
    recommendations:
      'Keep him at Willow House. No bloods, no drips. Antibiotics by mouth if they make him more comfortable.',
    symptoms: [
      { symptom: 'Breathless', action: 'Sit him up, cool air, stay with him. Call the nurse.' },
      { symptom: 'In pain', action: 'Call the nurse. Note the time and where it hurts.' },
      { symptom: 'Restless', action: 'Radio on, hand on his. Check pad and pain. Then call the nurse.' },
    ],
    anticipatoryMedicines: {
      issued: daysBefore(today, 50),
      medicines: [
        'Morphine sulfate 10mg/ml injection: under the skin for pain, as charted',
        'Midazolam 10mg/2ml injection: under the skin for restlessness, as charted',
      ],
      keptAt: 'Treatment room, locked cabinet',
      words: 'Two nurses to sign.',
    },
    contacts: [
      {
        kind: 'team',
        name: 'Nurse in charge',
        relationship: 'Willow House',
        phones: ['01632 960140'],
        words: 'Day and night.',
      },
      { name: 'Martin Bell', relationship: 'son', phones: ['07700 900331'] },
      {
        kind: 'professional',
        name: 'Dr Anjali Rao',
        relationship: 'GP, Example Lane Surgery',
        phones: ['01632 960150'],
      },
    ],
    placeOfCare: [{ place: 'Willow House' }],
    placeOfDeath: [death(PLACES_OF_DEATH.careHome, 'his own room, door open')],
    whatMatters: {
      values: 'Radio on, door open, tea at four.',
      avoids: 'Hospital, and being hurried.',
      wishes: 'The old school hymn, not the new one.',
    },
    adrt: refusal('Refuses tube feeding, even if life is at risk. Original in the office.'),
    proxy: { type: 'Lasting power of attorney, health and welfare: Martin Bell, son', status: 'present' },
    capacity: 'Has capacity',
    involved: 'Mr Bell, Martin Bell, Willow House',
    allergies: [{ substance: 'Elastoplast', reaction: 'blisters' }],
    medicines: [
      { name: 'Paracetamol 500mg tablets', dosage: 'two up to four times a day' },
      { name: 'Mirtazapine 15mg', dosage: 'one at night' },
    ],
    conditions: [{ name: 'Frailty, severe' }, { name: 'Parkinson’s disease', since: '2017' }],
    prognosis: prognosis(2, 'Months'),
    alerts: ['Hard of hearing: come to the left side & speak slowly'],
    access: 'Night bell at the rear entrance; ask for the nurse in charge.',
    otherDocuments: [{ name: 'Hospital passport', location: 'On the wardrobe door', source: 'Willow House' }],
  };
}
