import { daysAfter, daysBefore } from '../people/dates.ts';
import { ARTHUR_BELL, MARGARET_REED, PATRICK_DOYLE } from '../people/demo-people.ts';
import { AUTHORS } from './authors.ts';
import { ADVANCE_DECISIONS, NOT_FOR_CPR, PLACES_OF_DEATH, type PlanKind, PROGNOSES } from './codes.ts';
import type { About } from './intents/about.ts';
import type { Author, CprIntent, PlanIntent } from './plan-intent.ts';
import type { Version } from './version.ts';
import { TREATMENT_LEVELS } from './wording/treatment-wording.ts';

function author(name: string): Author {
  const found = AUTHORS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No author called ${name}`);
  return found;
}

type Days = { readonly today: string; readonly changedDaysAgo: number; readonly version: number; readonly by: Author };

function approved({ today, changedDaysAgo, version, by }: Days) {
  const changed = daysBefore(today, changedDaysAgo);
  return {
    author: by,
    status: 'approved',
    version: String(version),
    changed,
    reviewed: changed,
    reviewDue: daysAfter(today, 190 - changedDaysAgo),
    revoked: false,
    damaged: [],
  } as const;
}

function notForCpr(words: string, date: string, by: Author): CprIntent {
  return { says: 'notForCpr', code: NOT_FOR_CPR[0]?.code ?? '', words, date, author: by };
}

const death = ({ code = '', display = '' }: (typeof PLACES_OF_DEATH)[keyof typeof PLACES_OF_DEATH], words: string) => ({
  code,
  place: display,
  words,
});

const prognosis = (at: number, words: string) => ({ code: PROGNOSES[at]?.code ?? '', words });
const refusal = (words: string) => ({ code: ADVANCE_DECISIONS[1]?.code ?? '', words });

/** The plan of the design's first example, section by section. */
function margaretReed(today: string): PlanIntent {
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

/** A caller tonight. */
function patrickDoyle(today: string): PlanIntent {
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

/** A resident of Willow House. */
function arthurBell(today: string): PlanIntent {
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

const DEMO_PLANS: Readonly<Record<string, { readonly kind: PlanKind; readonly write: (today: string) => PlanIntent }>> =
  {
    [MARGARET_REED.nhsNumber]: { kind: 'respectForm', write: margaretReed },
    [PATRICK_DOYLE.nhsNumber]: { kind: 'endOfLifeCarePlan', write: patrickDoyle },
    [ARTHUR_BELL.nhsNumber]: { kind: 'endOfLifeCarePlan', write: arthurBell },
  };

/** The written-out plan of somebody of the demo; `undefined` for everybody else. */
export function demoVersions({ person, today, random }: About): readonly Version[] | undefined {
  const demo = DEMO_PLANS[person.nhsNumber];
  if (demo === undefined) return undefined;
  return [
    { compositionId: random.uuid(), setId: random.uuid(), kind: demo.kind, intent: demo.write(today), replaces: [] },
  ];
}
