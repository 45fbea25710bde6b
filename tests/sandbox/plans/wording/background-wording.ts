export const ALLERGIES: readonly { readonly substance: string; readonly reaction?: string }[] = [
  { substance: 'Penicillin', reaction: 'rash and swelling' },
  { substance: 'Codeine', reaction: 'vomiting' },
  { substance: 'Latex', reaction: 'itching' },
  { substance: 'Trimethoprim' },
  { substance: 'Iodine contrast', reaction: 'anaphylaxis' },
  { substance: 'Elastoplast', reaction: 'blisters' },
  { substance: 'Nuts (all)', reaction: 'anaphylaxis; carries two pens' },
];

export const MEDICINES: readonly { readonly name: string; readonly dosage: string }[] = [
  { name: 'Furosemide 40mg tablets', dosage: 'one each morning' },
  { name: 'Bisoprolol 2.5mg tablets', dosage: 'one each morning' },
  { name: 'Apixaban 2.5mg tablets', dosage: 'one twice a day' },
  { name: 'Paracetamol 500mg tablets', dosage: 'two up to four times a day' },
  { name: 'Morphine sulfate 10mg/5ml oral solution', dosage: '2.5ml when needed for pain or breathlessness' },
  { name: 'Macrogol sachets', dosage: 'one or two a day' },
  { name: 'Tiotropium 18microgram inhaler', dosage: 'one puff each morning' },
  { name: 'Levodopa with carbidopa 100mg/25mg', dosage: 'one at 7, 11, 15 and 19 o’clock: never late' },
  { name: 'Insulin glargine', dosage: '14 units at bedtime' },
  { name: 'Mirtazapine 15mg', dosage: 'one at night' },
];

export const CONDITIONS: readonly string[] = [
  'Heart failure, advanced',
  'Chronic kidney disease, stage 4',
  'Atrial fibrillation',
  'COPD, severe, on home oxygen',
  'Alzheimer’s disease, moderate to severe',
  'Parkinson’s disease',
  'Metastatic bowel cancer',
  'Metastatic breast cancer with bone metastases',
  'Motor neurone disease',
  'Hearing loss; wears aids in both ears',
  'Frailty, severe',
  'Stroke with right-sided weakness',
  'Type 2 diabetes',
  'Sickle cell disease (HbSS)',
];

export const ALERTS: readonly string[] = [
  'Small dog, friendly',
  'Large dog, shut in the kitchen before you come in',
  'Oxygen in the home: no smoking, no candles',
  'Steep stairs, no lift: carry chair needed',
  'Implanted defibrillator still active: ask cardiology about deactivation',
  'MRSA carrier',
  'Hard of hearing: come to the left side & speak slowly',
];

export const ACCESS: readonly string[] = [
  'Key safe left of the door. Ring the community team for the code.',
  'Side gate, back door is open until ten at night.',
  'Neighbour at no. 12 has a key.',
  'Intercom 4B, let it ring; takes time to come to the door.',
];

export const ACCESS_IN_CARE_HOME: readonly string[] = [
  'Night bell at the rear entrance; ask for the nurse in charge.',
  'Ambulance bay in Priory Close, lift to all floors.',
];

export const OTHER_DOCUMENTS: readonly { readonly name: string; readonly location: string; readonly source: string }[] =
  [
    { name: 'ReSPECT form, paper', location: 'Blue folder, hall table', source: 'Example General Hospital' },
    { name: 'Advance decision to refuse treatment', location: 'With the daughter', source: 'Solicitor' },
    { name: 'Lasting power of attorney, copy', location: 'Practice record', source: 'Office of the Public Guardian' },
    { name: 'Hospital passport', location: 'On the fridge', source: 'Family' },
  ];

/** Relationships of those to ring besides a spouse or partner. */
export const RELATIONSHIPS: readonly string[] = [
  'daughter',
  'son',
  'sister',
  'niece',
  'friend, next of kin',
  'neighbour, has a key',
];
