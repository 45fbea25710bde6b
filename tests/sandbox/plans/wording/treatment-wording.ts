/** The only four treatment levels, in the exact words of the EPaCCS Questionnaire draft. */
export const TREATMENT_LEVELS = {
  comfort: 'Comfort, symptomatic treatment only',
  home: 'Home/Hospice, treatment of reversible conditions as appropriate',
  hospital: 'Hospital, treatment of reversible conditions as appropriate',
  intensive: 'Intensive, full active treatment',
} as const;

export type TreatmentLevelName = keyof typeof TREATMENT_LEVELS;

/** Recommendations that go with each level; invented. */
export const RECOMMENDATIONS: Readonly<Record<TreatmentLevelName, readonly string[]>> = {
  comfort: [
    'Keep comfortable at home. No hospital admission, no intravenous treatment, no blood tests. Ring the palliative team first, at any hour.',
    'Comfort only. Stop observations. Mouth care, turning for comfort, syringe driver if tablets cannot be swallowed.',
  ],
  home: [
    'Treat infection with tablets at home. Admit only for a broken hip or bleeding that cannot be controlled at home. No ventilation, no intensive care.',
    'For antibiotics by mouth, subcutaneous fluids and oxygen at home. Hospital only if symptoms cannot be held.',
    'Sats target 88–92%. If BP <90 & drowsy: sit up, call us; do <b>not</b> send in unless the family asks.',
  ],
  hospital: [
    'For admission to a ward, IV antibiotics and fluids, non-invasive ventilation as a ceiling. Not for intubation, not for dialysis.',
    'Admit for reversible illness: sepsis, fracture, bleeding. Ward-based care only. Early discharge home if not improving after 72 hours.',
    'Treat what can be treated. A trial of IV treatment for three days is acceptable; if there is no response, comfort comes first, preferably back at home. Intensive care has been discussed and would not help. If breathlessness is the problem, an ambulance crew should start with sitting up, a fan and the usual inhalers through a spacer, then ring the respiratory nurse on the number below, who knows the case, before moving anybody. Family would like to be rung before the ambulance leaves.',
  ],
  intensive: [
    'For full active treatment including intubation and intensive care.',
    'Everything. Crises are treatable: do not let the plan’s existence slow anything down.',
  ],
};

/** Symptoms an urgent caller meets, with what to do; invented, no dosing advice. */
export const SYMPTOMS: readonly {
  readonly symptom: string;
  readonly action: string;
  readonly treatmentLevel?: string;
}[] = [
  {
    symptom: 'Breathless',
    action:
      'Sit up, open the window, fan on the face. Lorazepam under the tongue as charted; may repeat once after 4 hours.',
  },
  {
    symptom: 'Chest pain',
    action:
      'GTN spray, 2 puffs under the tongue. If no better in 10 minutes ring the community team. No ambulance for angina alone.',
  },
  { symptom: 'Agitation at night', action: 'Check bladder and pain first. A familiar voice helps: ring the family.' },
  { symptom: 'Vomiting', action: 'Levomepromazine from the box, by the district nurse. Ring at any hour.' },
  {
    symptom: 'Pain not held by tablets',
    action:
      'Breakthrough dose as charted; if two doses within 4 hours do not hold it, ring the palliative team for a visit.',
  },
  {
    symptom: 'Seizure',
    action: 'Buccal midazolam from the red bag after 5 minutes. 999 only if it does not stop after the second dose.',
    treatmentLevel: TREATMENT_LEVELS.hospital,
  },
  {
    symptom: 'Fever above 38',
    action: 'Blood cultures and antibiotics at once. Do not send home.',
    treatmentLevel: TREATMENT_LEVELS.hospital,
  },
  {
    symptom: 'Sickle pain',
    action: 'Strong pain relief within 30 minutes of arrival. Knows the usual dose and is to be believed.',
    treatmentLevel: TREATMENT_LEVELS.intensive,
  },
  {
    symptom: 'Rattly breathing',
    action: 'Turn on the side, reassure the family, glycopyrronium as charted. Suction does not help.',
    treatmentLevel: TREATMENT_LEVELS.comfort,
  },
  {
    symptom: 'Bleeding',
    action: 'Dark towels in the bathroom cupboard. Press, stay, midazolam as charted if heavy. Do not leave alone.',
    treatmentLevel: TREATMENT_LEVELS.comfort,
  },
  {
    symptom: 'Falls',
    action: 'If no new pain and moving as usual: lift with the care home’s cushion, observe, no ambulance.',
  },
  { symptom: 'Blocked catheter', action: 'District nurse, day and night. Washout pack in the bedroom drawer.' },
  { symptom: 'Not drinking', action: 'Small sips for pleasure. Drips were discussed and declined.' },
  {
    symptom: 'Chest infection',
    action: 'Rescue pack (antibiotic & steroid) in the kitchen. Start, then ring the respiratory nurse <same day>.',
    treatmentLevel: TREATMENT_LEVELS.home,
  },
];

/** Anticipatory medicines: “medicine: dosage as charted”. */
export const ANTICIPATORY_MEDICINES: readonly string[] = [
  'Morphine sulfate 10mg/ml injection: under the skin for pain or breathlessness, as charted',
  'Midazolam 10mg/2ml injection: under the skin for agitation, as charted',
  'Levomepromazine 25mg/ml injection: under the skin for sickness, as charted',
  'Glycopyrronium 200micrograms/ml injection: under the skin for secretions, as charted',
  'Water for injection 10ml: as diluent',
];

export const KEPT_AT: readonly string[] = [
  'Kitchen cupboard above the kettle',
  'Bedroom wardrobe, top shelf',
  'Hall drawer, under the phone books',
  'Fridge door, green box',
  'Bathroom cabinet (key with neighbour at no. 12)',
  'Under the stairs, in the blue “Just in Case” bag',
];

export const KEPT_AT_IN_CARE_HOME: readonly string[] = [
  'Treatment room, locked cabinet',
  'Nurses’ office, second floor, CD cupboard',
];

export const MEDICINES_NOTES: readonly string[] = [
  'Chart in the blue folder.',
  'Expiry checked monthly by the district nurse.',
  'Controlled drugs counted: 10 ampoules.',
];
