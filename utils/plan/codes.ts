/**
 * Codes the reader understands, as the facts of the domain list them; every other code is shown with its own display.
 * None was checked against a current SNOMED CT release: a clinical safety officer has to.
 */
export const SNOMED = 'http://snomed.info/sct';
export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

/** Kinds of plan: National Record Locator, record types of category Care Plan. */
export const PLAN_TYPES = [
  '736373009', // End of life care plan
  '736366004', // Advance care plan
  '887701000000100', // Emergency health care plan
  '1382601000000107', // ReSPECT form
  '735324008', // Treatment escalation plan
  '325691000000100', // Contingency plan
] as const;

/** Category Care Plan, for pointers (National Record Locator). */
export const CARE_PLAN_CATEGORY = '734163000';

/** ValueSet EOL-CPRStatus-Code (NHS Digital). */
export const FOR_CPR: ReadonlySet<string> = new Set(['450475007', '304252001']);
export const NOT_FOR_CPR: ReadonlySet<string> = new Set(['450476008', '304253006', '143021000119109']);

/** openEHR CPR decision (UK), at0027; the ReSPECT questionnaire has no code for it. */
export const MODIFIED_CPR_DISPLAY = 'For modified CPR child only';

/** Question “Preferred place of death” (NHS End of Life questionnaire). */
export const PREFERRED_PLACE_OF_DEATH = '395091006';

/** Displays of EOL-PreferredPlaceDeath-Code, for codes that come without their own. */
export const PLACES_OF_DEATH: Readonly<Record<string, string>> = {
  '110481000000108': 'Home',
  '108401000000102': 'Hospice',
  '109401000000108': 'Hospital',
  '710571000000101': 'Care home',
  '89761000000106': 'Nursing home',
  '512071000000106': 'Residential home',
  '89751000000108': 'Community hospital',
  '819211000000102': 'Usual place of residence',
  '931401000000103': 'Hospice community lodge',
  '518741000000100': 'Learning disability unit',
  '518771000000106': 'Mental health unit',
  '1060941000000102': 'No preference',
  '517161000000101': 'Undecided',
  '517111000000103': 'Unable to express a preference',
  '766391000000108': 'Declined to discuss',
  '517131000000106': 'Discussion not appropriate',
};

/** Items of the NHS ReSPECT and EPaCCS questionnaires, by linkId. */
export const LINK_IDS = {
  cprDecision: '6194338778785',
  cprDate: '6788228603760',
  guidance: '5712690658400',
  clinicalFocus: '7415469232414',
  focusScale: 'ATP001.4.1',
  problemGroup: 'ATP001.1',
  problem: 'ATP001.1.1',
  intervention: 'ATP001.1.2',
  mostValued: '5090977699027',
  mostFeared: '914986869542',
  wishes: 'PRE001.2',
} as const;

/** The only four treatment levels of the EPaCCS questionnaire, in their exact words. */
export const TREATMENT_LEVELS = {
  'comfort, symptomatic treatment only': 'comfort',
  'home/hospice, treatment of reversible conditions as appropriate': 'home',
  'hospital, treatment of reversible conditions as appropriate': 'hospital',
  'intensive, full active treatment': 'intensive',
} as const;

export const RESTRICTED_LABEL = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code: 'R',
} as const;

export const VERSION_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/composition-clinicaldocument-versionNumber';
/** HL7 PACIO ADI: a document can be revoked though its status says final. */
export const REVOKED_EXTENSION = 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-document-revoke-status';
