/** Reasons for CPR statements, as clinicians put them. `{name}` becomes the person's name. All invented. */
export const NOT_FOR_CPR_REASONS: readonly string[] = [
  'Advanced heart failure. CPR would not work. {name} agrees; the family knows.',
  'Frailty and advanced dementia. CPR would cause harm without benefit. Discussed with next of kin in best interests.',
  'Metastatic disease. {name} does not want CPR and has capacity to decide.',
  'Severe COPD on home oxygen. {name} has refused CPR and ventilation.',
  'Would not survive it and does not want it.',
  'End-stage renal disease, dialysis stopped at own request. Natural death.',
  'Progressive neurological illness. Own decision, signed ADRT with the family.',
  'Multiple strokes, bed-bound. Clinical team and family agree that CPR would not be successful.',
  'Not for CPR in the event of cardiac arrest from progressive illness. A reversible cause such as choking should be treated.',
  '{name} says: “When my heart stops, let it stop.” Daughter present, agrees.',
  'Liver failure, not for transplant. CPR not in best interests; IMCA consulted.',
];

export const FOR_CPR_REASONS: readonly string[] = [
  'Full escalation. Replaces the decision made during critical illness earlier this year.',
  '{name} wants every chance. Discussed at length with family present.',
  'For full resuscitation. Previous DNACPR revoked after recovery.',
  'For CPR: condition stable, good function, treatable causes likely.',
  'Wishes to be resuscitated; earlier statement was made in hospital without discussion and is withdrawn.',
  'CPR appropriate while awaiting valve surgery. Review after operation.',
];

/** What to do, where a child's CPR is modified. */
export const MODIFIED_CPR_WORDS: readonly string[] = [
  'Bag and mask breaths with suction, up to 5 minutes. Chest compressions up to 2 minutes. No intubation, no adrenaline.',
  'Airway opening, suction and facial oxygen. Five rescue breaths. No chest compressions. Ring the community nurse.',
  'Full CPR for a choking or tracheostomy problem only. Otherwise hold, comfort, and call the family.',
  'Rescue breaths and up to 1 minute of compressions while help comes. No IV or IO access. No PICU transfer.',
];

/** Statements that nobody can turn into a decision. */
export const UNCLEAR_CPR_WORDS: readonly string[] = [
  'Resus status – see attached letter',
  'DNACPR discussed, awaiting consultant sign-off',
  'As per hospital form (not scanned)',
  'CPR: family to confirm',
  'See red folder',
];
