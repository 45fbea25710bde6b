import { TREATMENT_LEVELS } from './treatment-wording.ts';

/** What stands in the plans of children in place of the adults' wording; all invented. */
export const NOT_FOR_CPR_REASONS: readonly string[] = [
  'Progressive illness. Parents and team agree that CPR would not help {name} and would hurt.',
  'End of life care at home. Hold and comfort. Parents will ring the community nurse, not 999.',
];

export const FOR_CPR_REASONS: readonly string[] = [
  'For full resuscitation; parents wish it and the team agrees. Review after surgery.',
];

export const RECOMMENDATIONS: readonly string[] = [
  'Open access to the children’s ward: ring ahead, no A&E. Oxygen, suction and one try of IV antibiotics. Not for intubation.',
  'Treat chest infections at home first with antibiotics by gastrostomy. Hospital if the parents ask for it.',
  'Listen to the parents: they know <what is normal> for {name}.',
];

export const SYMPTOMS: readonly {
  readonly symptom: string;
  readonly action: string;
  readonly treatmentLevel?: string;
}[] = [
  {
    symptom: 'Seizure',
    action: 'Buccal midazolam after 5 minutes, red bag. Ring the community nurse, then 999 if it goes on.',
    treatmentLevel: TREATMENT_LEVELS.hospital,
  },
  {
    symptom: 'Secretions, noisy breathing',
    action: 'Suction, turn on the side, saline nebuliser. Parents are trained.',
  },
  {
    symptom: 'Low oxygen',
    action: 'Facial oxygen up to 5 litres. If sats stay below 85% ring the ward: open access.',
    treatmentLevel: TREATMENT_LEVELS.hospital,
  },
  { symptom: 'Feed not tolerated', action: 'Stop the pump, vent the gastrostomy, half-strength feed after two hours.' },
];

export const ANTICIPATORY_MEDICINES: readonly string[] = [
  'Midazolam buccal solution: between gum and cheek for seizures, as charted',
  'Morphine sulfate oral solution: by gastrostomy for pain or breathlessness, as charted',
  'Hyoscine patch: behind the ear for secretions, as charted',
];

export const KEPT_AT: readonly string[] = [
  'Red bag',
  'Red bag, by the cot',
  'Kitchen, top shelf of the medicines cupboard',
];

export const VALUES: readonly string[] = [
  'Bath time, the cat, and being read to.',
  'Being all together: both brothers in the bed.',
  'Music. Loud music & lights.',
  'School on Wednesdays. She lights up for the minibus.',
];

export const AVOIDS: readonly string[] = [
  'Needles. Strangers holding him down.',
  'Another long stay in hospital.',
  'Being parted from the family.',
];

export const WISHES: readonly string[] = [
  'Hand and foot prints. The chaplain knows us.',
  'The blue blanket stays with her.',
];

export const PLACES_OF_CARE: readonly string[] = [
  'Own home',
  'Children’s hospice',
  'Hospital: Example General, children’s ward',
];

export const PLACE_WORDS: readonly string[] = [
  'if the family can manage',
  'knows the staff there & trusts them',
  'with brothers and sisters',
];

export const MEDICINES: readonly { readonly name: string; readonly dosage: string }[] = [
  { name: 'Levetiracetam 100mg/ml oral solution', dosage: '3ml twice a day by gastrostomy' },
  { name: 'Omeprazole 10mg dispersible', dosage: 'one each morning' },
  { name: 'Baclofen 5mg/5ml', dosage: '5ml three times a day' },
];

export const CONDITIONS: readonly string[] = [
  'Spinal muscular atrophy type 1',
  'Severe epileptic encephalopathy',
  'Congenital heart disease, single ventricle, palliated',
  'Mitochondrial disease',
  'Cerebral palsy, GMFCS V; gastrostomy',
];

export const ALERTS: readonly string[] = [
  'Oxygen in the home: no smoking, no candles',
  'Small dog, friendly',
  'Ventilator at night: mains needed',
];

export const OTHER_DOCUMENTS: readonly { readonly name: string; readonly location: string; readonly source: string }[] =
  [
    { name: 'Advance care plan, paper', location: 'Red bag', source: 'Example General Hospital' },
    { name: 'Hospital passport', location: 'On the fridge', source: 'Family' },
  ];
