/** A long-term condition with what it leaves behind in a GP record. Ages are those at which the list may show it. */
export type Condition = {
  readonly name: string;
  readonly ages: readonly [from: number, to: number];
  readonly medicines: readonly (readonly [name: string, dosage: string, quantity: string])[];
  readonly visits: readonly (readonly [type: string, history: string, plan: string])[];
};

export const CONDITIONS: readonly Condition[] = [
  {
    name: 'Essential hypertension',
    ages: [40, 120],
    medicines: [
      ['Amlodipine 5 mg tablets', 'One daily', '28 tablets'],
      ['Ramipril 2.5 mg capsules', 'One daily', '28 capsules'],
    ],
    visits: [
      [
        'Nurse clinic',
        'Home readings brought in, average 138/78. No dizziness.',
        'Continue. Bloods and repeat in six months.',
      ],
      [
        'Surgery',
        'Ankles a little swollen by the evening since the dose went up.',
        'Back to 5 mg. Review in four weeks.',
      ],
    ],
  },
  {
    name: 'Chronic obstructive pulmonary disease',
    ages: [55, 120],
    medicines: [
      ['Tiotropium 2.5 micrograms/dose inhaler', 'Two puffs once daily', '1 inhaler'],
      ['Salbutamol 100 micrograms/dose inhaler', 'Two puffs as needed', '1 inhaler'],
    ],
    visits: [
      [
        'Surgery',
        'More breathless for three days, sputum green. Sats 93 % on air.',
        'Rescue pack started. To ring if no better in 48 hours.',
      ],
      ['Nurse clinic', 'Annual review. MRC 3. Technique good.', 'Continue. Pulmonary rehabilitation offered.'],
    ],
  },
  {
    name: 'Heart failure with reduced ejection fraction',
    ages: [60, 120],
    medicines: [
      ['Bisoprolol 3.75 mg tablets', 'One in the morning', '28 tablets'],
      ['Furosemide 40 mg tablets', 'One in the morning', '28 tablets'],
      ['Dapagliflozin 10 mg tablets', 'One daily', '28 tablets'],
    ],
    visits: [
      [
        'Telephone',
        'Weight up 2 kg in a week, sleeps on three pillows.',
        'Furosemide doubled for five days, bloods on Friday.',
      ],
      [
        'Home visit',
        'Breathless on the stairs only. Chest clear, mild ankle oedema.',
        'Continue. Heart failure nurse informed.',
      ],
    ],
  },
  {
    name: 'Type 2 diabetes mellitus',
    ages: [35, 120],
    medicines: [['Metformin 500 mg modified-release tablets', 'Two with the evening meal', '112 tablets']],
    visits: [
      [
        'Nurse clinic',
        'HbA1c 56. Feet: pulses present, sensation reduced in both great toes.',
        'Podiatry referral. Repeat in six months.',
      ],
      ['Telephone', 'Asks about eye screening letter.', 'Appointment confirmed with the screening office.'],
    ],
  },
  {
    name: 'Chronic kidney disease stage 3',
    ages: [60, 120],
    medicines: [],
    visits: [['Results', 'eGFR 44, stable. Potassium 4.9.', 'Repeat in six months. Avoid anti-inflammatory tablets.']],
  },
  {
    name: 'Osteoarthritis of knee',
    ages: [50, 120],
    medicines: [
      ['Paracetamol 500 mg tablets', 'Two up to four times a day', '100 tablets'],
      ['Ibuprofen 5 % gel', 'Three times a day to the knee', '100 g'],
    ],
    visits: [
      [
        'Physiotherapist',
        'Right knee gives way on stairs. Crepitus, no effusion.',
        'Exercises shown. Review in six weeks.',
      ],
    ],
  },
  {
    name: 'Atrial fibrillation',
    ages: [55, 120],
    medicines: [['Apixaban 5 mg tablets', 'One twice a day', '56 tablets']],
    visits: [['Surgery', 'Palpitations twice this month, minutes only. Pulse 78 irregular.', 'ECG done. Continue.']],
  },
  {
    name: 'Mixed dementia',
    ages: [72, 120],
    medicines: [['Memantine 10 mg tablets', 'One daily', '28 tablets']],
    visits: [
      [
        'Home visit',
        'Daughter reports more confusion at night. No signs of infection.',
        'Urine sent. Carer support line given.',
      ],
    ],
  },
  {
    name: 'Asthma',
    ages: [4, 60],
    medicines: [
      ['Beclometasone 100 micrograms/dose inhaler', 'Two puffs twice a day', '1 inhaler'],
      ['Salbutamol 100 micrograms/dose inhaler', 'Two puffs as needed', '1 inhaler'],
    ],
    visits: [
      [
        'Nurse clinic',
        'Two exacerbations since last review. Peak flow 82 % of best.',
        'Technique corrected, written plan given.',
      ],
    ],
  },
  {
    name: 'Migraine without aura',
    ages: [14, 60],
    medicines: [['Sumatriptan 50 mg tablets', 'One at onset', '6 tablets']],
    visits: [
      ['eConsult', 'Three attacks a month, worse with shift work.', 'Diary for eight weeks, then discuss prevention.'],
    ],
  },
  {
    name: 'Hypothyroidism',
    ages: [25, 120],
    medicines: [['Levothyroxine 75 microgram tablets', 'One in the morning', '28 tablets']],
    visits: [['Results', 'TSH 2.1 on present dose.', 'Continue. Repeat in twelve months.']],
  },
  {
    name: 'Anxiety state',
    ages: [16, 75],
    medicines: [['Sertraline 50 mg tablets', 'One daily', '28 tablets']],
    visits: [
      [
        'Telephone',
        'Sleeping better, back at work three days a week.',
        'Continue for six months. Talking therapy begun.',
      ],
    ],
  },
  {
    name: 'Atopic eczema',
    ages: [0, 40],
    medicines: [['Hydrocortisone 1 % cream', 'Thinly once a day for seven days', '30 g']],
    visits: [['Surgery', 'Flexures dry and red, not infected.', 'Emollient twice a day; steroid for the flare.']],
  },
  {
    name: 'Recurrent otitis media',
    ages: [0, 12],
    medicines: [],
    visits: [
      [
        'Surgery',
        'Third ear infection this winter. Drum dull, no discharge.',
        'Watchful waiting; hearing test if it goes on.',
      ],
    ],
  },
];

export const DOCUMENTS: readonly (readonly [title: string, from: string])[] = [
  ['Discharge summary, medical assessment unit', 'Exampleton General Hospital'],
  ['Clinic letter, cardiology', 'Exampleton General Hospital'],
  ['Clinic letter, respiratory', 'Exampleton General Hospital'],
  ['111 contact report', 'Nightjar Out-of-Hours'],
  ['Ophthalmology letter, diabetic eye screening', 'Northmoor Eye Centre'],
  ['Physiotherapy discharge', 'Exampleton Community Services'],
  ['Consent to share record, signed', 'Scanned at the practice'],
  ['Blood results, full set', 'Pathology, Exampleton General Hospital'],
];

export const MINOR_VISITS: readonly (readonly [type: string, history: string, plan: string])[] = [
  ['Telephone', 'Asks for a sick note after a cold. Better now.', 'Not needed. Advice given.'],
  ['Nurse clinic', 'Flu vaccination given, left arm. No reaction after ten minutes.', 'None.'],
  ['Surgery', 'Sore ear for four days. Wax on the left.', 'Olive oil drops, come back if no better.'],
  ['Administration', 'Change of telephone number recorded.', 'None.'],
  ['Surgery', 'Rash on both forearms after gardening. Well.', 'Emollient and antihistamine.'],
];
