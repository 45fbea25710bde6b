import type { Coding } from 'fhir/r4';

/**
 * Every code the sandbox's plans use, with where it comes from. None was checked against a current SNOMED CT release;
 * displays are those of the named source. A code without a display had none there.
 */
const SNOMED_CT = 'http://snomed.info/sct';

const sct = (code: string, display: string): Coding => ({ system: SNOMED_CT, code, display });

/** Source: NRL consumer API, record type value set (NHSDigital/nrl-consumer-api, consumer.yaml). */
export const PLAN_KINDS = {
  endOfLifeCarePlan: sct('736373009', 'End of life care plan'),
  advanceCarePlan: sct('736366004', 'Advance care plan'),
  emergencyHealthCarePlan: sct('887701000000100', 'Emergency health care plan'),
  respectForm: sct('1382601000000107', 'ReSPECT (Recommended Summary Plan for Emergency Care and Treatment) form'),
  treatmentEscalationPlan: sct('735324008', 'Treatment escalation plan'),
  contingencyPlan: sct('325691000000100', 'Contingency plan'),
} as const;

export type PlanKind = keyof typeof PLAN_KINDS;

/** Source: NRL consumer API, record category. */
export const CARE_PLAN_CATEGORY = sct('734163000', 'Care plan');

/** Source: value set EOL-CPRStatus-Code, displays as in the ReSPECT Questionnaire draft of NHS England. */
export const FOR_CPR: readonly Coding[] = [
  sct('450475007', 'For cardiopulmonary resuscitation (finding)'),
  sct('304252001', 'For resuscitation (finding)'),
];

/** Source: as FOR_CPR. */
export const NOT_FOR_CPR: readonly Coding[] = [
  sct('450476008', 'Not for cardiopulmonary resuscitation (finding)'),
  sct('304253006', 'Not for resuscitation (finding)'),
  sct('143021000119109', 'Do not resuscitate status with supporting documentation (finding)'),
];

/**
 * Codes that stand where a CPR decision belongs and are none: seen in the EPaCCS Questionnaire draft (365870005), in
 * Structured Headings (845151000000104) and in the BaRS example FLA07 ReSPECT (1107891000000106).
 */
export const NO_CPR_DECISION: readonly Coding[] = [
  sct('845151000000104', 'Not aware of DNACPR clinical decision'),
  sct('365870005', 'Finding of resuscitation status'),
  sct('1107891000000106', 'Has ReSPECT (finding)'),
];

/** Source: Questionnaire UKCore-Questionnaire-EOLPlan-Example, question “preferred place of death”. */
export const PREFERRED_PLACE_OF_DEATH: Coding = { system: SNOMED_CT, code: '395091006' };

/** Source: value set EOL-PreferredPlaceDeath-Code; displays without “Preferred place of death:” and “(finding)”. */
export const PLACES_OF_DEATH = {
  home: sct('110481000000108', 'Home'),
  hospice: sct('108401000000102', 'Hospice'),
  hospital: sct('109401000000108', 'Hospital'),
  careHome: sct('710571000000101', 'Care home'),
  nursingHome: sct('89761000000106', 'Nursing home'),
  residentialHome: sct('512071000000106', 'Residential home'),
  communityHospital: sct('89751000000108', 'Community hospital'),
  usualResidence: sct('819211000000102', 'Usual place of residence'),
  noPreference: sct('1060941000000102', 'No preference'),
  undecided: sct('517161000000101', 'Patient undecided'),
  unableToExpress: sct('517111000000103', 'Patient unable to express preference'),
  declined: sct('766391000000108', 'Patient declined discussion'),
  notAppropriate: sct('517131000000106', 'Discussion not appropriate'),
} as const;

/** Source: ITK ADRT value set; the first display as in careconnect-examples, EOLCExamplesApp. */
export const ADVANCE_DECISIONS: readonly Coding[] = [
  sct('816301000000100', 'Has advance decision to refuse treatment (Mental Capacity Act 2005) (finding)'),
  sct('816321000000109', 'Has advance decision to refuse life-sustaining treatment'),
];

/** Source: EPaCCS Questionnaire draft, ATP001.2, where it stands in an expression without a display. */
export const ANTICIPATORY_MEDICINES_ISSUED: Coding = { system: SNOMED_CT, code: '376201000000102' };

/** Source: value set EOLPrognosisCode. */
export const PROGNOSES: readonly Coding[] = [
  sct('511401000000102', 'Last days of life (finding)'),
  sct('955231000000109', 'Last weeks of life (finding)'),
  sct('968211000000101', 'Last months of life (finding)'),
  sct('1064691000000106', 'Limited life expectancy of approximately one year'),
];

/** Source: ReSPECT Questionnaire draft, answer options; its codings have no system. */
export const RESPECT_FOCUS = {
  extending: { code: 'extending', display: 'Prioritise extending life' },
  balance: { code: 'balance', display: 'Balance extending life with comfort and extended values' },
  comfort: { code: 'comfort', display: 'Prioritise comfort' },
} as const satisfies Record<string, Coding>;

/** Source: ReSPECT Questionnaire draft, status of a legal welfare proxy; no system. */
export const PROXY_STATUS = {
  present: { code: 'present', display: 'Present' },
  absent: { code: 'absent', display: 'Absent' },
} as const satisfies Record<string, Coding>;

/** Source: openEHR ReSPECT 3 template, decision “modified - child only”, which has no SNOMED CT code. */
export const MODIFIED_CPR: Coding = { display: 'For modified CPR child only' };

/** Source: HL7 v3 Confidentiality, as PDS FHIR marks restricted patients. */
export const RESTRICTED: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code: 'R',
  display: 'restricted',
};

/** Source: UK Core, NHS number verification status, as in PDS FHIR. */
export const NUMBER_VERIFIED: Coding = {
  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus',
  code: '01',
  display: 'Number present and verified',
};

/** Source: HL7 FHIR R4, list-empty-reason. */
export const EMPTY_REASONS = {
  nilknown: {
    system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
    code: 'nilknown',
    display: 'Nil Known',
  },
  notasked: {
    system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
    code: 'notasked',
    display: 'Not Asked',
  },
  unavailable: {
    system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
    code: 'unavailable',
    display: 'Unavailable',
  },
} as const satisfies Record<string, Coding>;

/** Source: NRL consumer API, England-NRLFormatCode. */
export const UNSTRUCTURED: Coding = {
  system: 'https://fhir.nhs.uk/England/CodeSystem/England-NRLFormatCode',
  code: 'urn:nhs-ic:unstructured',
  display: 'Unstructured Document',
};

/** The codes of this file in one list, for the test that nothing else is used. */
export const ALL_CODES: readonly Coding[] = [
  ...Object.values(PLAN_KINDS),
  CARE_PLAN_CATEGORY,
  ...FOR_CPR,
  ...NOT_FOR_CPR,
  ...NO_CPR_DECISION,
  PREFERRED_PLACE_OF_DEATH,
  ...Object.values(PLACES_OF_DEATH),
  ...ADVANCE_DECISIONS,
  ANTICIPATORY_MEDICINES_ISSUED,
  ...PROGNOSES,
  ...Object.values(RESPECT_FOCUS),
  ...Object.values(PROXY_STATUS),
  MODIFIED_CPR,
  RESTRICTED,
  NUMBER_VERIFIED,
  ...Object.values(EMPTY_REASONS),
  UNSTRUCTURED,
];
