import { daysBefore } from '../../people/dates.ts';
import { PLACES_OF_DEATH } from '../codes.ts';
import type { PlanIntent } from '../plan-intent.ts';
import { TREATMENT_LEVELS } from '../wording/treatment-wording.ts';
import { approved, author, death, notForCpr, prognosis, refusal } from './demo-parts.ts';

/** A caller tonight. */
export function patrickDoyle(today: string): PlanIntent {
  const by = author('Dr Siobhán Ní Bhriain');
  const basis = approved({ today, changedDaysAgo: 95, version: 3, by });
  return {
    ...basis,
    cpr: [notForCpr('Severe COPD. He has refused CPR and ventilation; his wife was there.', basis.changed, by)],
    treatmentLevel: TREATMENT_LEVELS.comfort,
    focusScale: 90,
    recommendations:
      'Rescue pack first, then the respiratory nurse. Stay at home for infections. Oxygen target 88–92%. Hospital only if Siobhan cannot manage.',
    symptoms: [
      {
        symptom: 'Breathless',
        action: 'Sit him at the table, fan, oxygen at 2 litres, not more. Lorazepam as charted. Stay with him.',
      },
      {
        symptom: 'Chest infection',
        action: 'Rescue pack in the hall drawer: start both, then ring the respiratory nurse the same day.',
        treatmentLevel: TREATMENT_LEVELS.home,
      },
      { symptom: 'Panic', action: 'Slow breathing with Siobhan, window open, radio off. It passes in twenty minutes.' },
    ],
    anticipatoryMedicines: {
      issued: daysBefore(today, 95),
      medicines: [
        'Morphine sulfate 10mg/ml injection: under the skin for breathlessness, as charted',
        'Midazolam 10mg/2ml injection: under the skin for distress, as charted',
        'Glycopyrronium 200micrograms/ml injection: under the skin for secretions, as charted',
      ],
      keptAt: 'Hall drawer',
      words: 'Expiry checked by the district nurse.',
    },
    contacts: [
      { name: 'Siobhan Doyle', relationship: 'wife', phones: ['01632 960128', '07700 900128'] },
      { kind: 'professional', name: 'Tomasz Źrebiec', relationship: 'Respiratory nurse', phones: ['07700 900145'] },
      {
        kind: 'team',
        name: 'Riverside team',
        relationship: 'Community palliative team, 24 hours',
        phones: ['01632 960145'],
        words: 'Day and night.',
      },
    ],
    placeOfCare: [{ place: 'Own home', words: 'armchair by the window' }],
    placeOfDeath: [death(PLACES_OF_DEATH.home, 'with Siobhan')],
    whatMatters: {
      values: 'Siobhan, the racing on the radio, and my own chair.',
      avoids: 'The mask. Never again.',
      wishes: 'Father Cormac to be rung in good time.',
    },
    adrt: refusal('Refuses ventilation of any kind, even if life is at risk. Copy with the plan.'),
    proxy: { type: 'Lasting power of attorney, health and welfare: Siobhan Doyle, wife', status: 'present' },
    capacity: 'Has capacity',
    involved: 'Mr and Mrs Doyle',
    allergies: [{ substance: 'Doxycycline', reaction: 'rash' }],
    medicines: [
      { name: 'Tiotropium 18microgram inhaler', dosage: 'one puff each morning' },
      { name: 'Carbocisteine 375mg', dosage: 'two three times a day' },
      { name: 'Morphine sulfate 10mg/5ml oral solution', dosage: '1.25ml when needed for breathlessness' },
    ],
    conditions: [
      { name: 'COPD, severe, on home oxygen', since: '2016' },
      { name: 'Osteoporosis', since: '2020' },
    ],
    prognosis: prognosis(3, 'Would not be surprised if within the year'),
    alerts: ['Oxygen in the home: no smoking, no candles'],
    access: 'Door is on the latch when Siobhan is in; else the key safe by the meter.',
    otherDocuments: [{ name: 'Advance decision to refuse treatment', location: 'Hall drawer', source: 'Mr Doyle' }],
  };
}
