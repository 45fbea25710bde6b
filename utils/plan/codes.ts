import type { SectionKey } from './plan.ts';

/**
 * Codes the reader understands, as the facts of the domain list them; every other code is shown with its own display.
 * None was checked against a current SNOMED CT release: a clinical safety officer has to.
 */
export const SNOMED = 'http://snomed.info/sct';
export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';
export const ODS_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code';

/** Kinds of plan: National Record Locator, record types of category Care Plan. */
export const PLAN_TYPES = [
  '736373009', // End of life care plan
  '861421000000109', // End of life care coordination summary
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

/** What is about CPR without saying what was decided: a parent concept, a kind of order, a kind of consent. */
export const CPR_TOPICS: ReadonlySet<string> = new Set([
  `${SNOMED}|365870005`, // Finding of resuscitation status (NHS End of Life questionnaire)
  'http://loinc.org|100822-6', // Cardiopulmonary resuscitation orders (HL7 PACIO)
  'http://terminology.hl7.org/CodeSystem/consentcategorycodes|dnr', // Do Not Resuscitate (HL7 IPS)
]);

/** That CPR was talked about, and with whom: no decision (NHS EPaCCS questionnaire). */
export const CPR_DISCUSSIONS: Readonly<Record<string, string>> = {
  '873341000000100': 'Discussed',
  '873351000000102': 'Discussed with carer',
  '713656002': 'Discussed with family',
  '975311000000109': 'Carer made aware',
  '975291000000108': 'Family made aware',
};

/** Codes under which patient summaries have sections of ours (LOINC, HL7 IPS). */
export const SECTION_CODES: Readonly<Partial<Record<SectionKey, string>>> = {
  allergies: 'http://loinc.org|48765-2',
  medicines: 'http://loinc.org|10160-0',
  conditions: 'http://loinc.org|11450-4',
  alerts: 'http://loinc.org|104605-1',
};

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
  access: 'PRE001.3',
  proxyKind: '6121442206090',
  proxyStatus: '8143298459836',
  capacity: '1554704924421',
  capacityWords: '385690544151',
  involved: 'CPR001.6.2',
  cprStatus: 'CPR001.1',
  documents: 'DOC001',
  documentName: 'DOC001.1',
  documentPlace: 'DOC001.2',
  documentHolder: 'DOC001.3',
} as const;

/** The only four treatment levels of the EPaCCS questionnaire, in their exact words. */
export const TREATMENT_LEVELS = {
  'comfort, symptomatic treatment only': 'comfort',
  'home/hospice, treatment of reversible conditions as appropriate': 'home',
  'hospital, treatment of reversible conditions as appropriate': 'hospital',
  'intensive, full active treatment': 'intensive',
} as const;

/** Restricted, and very restricted (HL7 v3 Confidentiality; NHS Personal Demographics Service). */
export const RESTRICTED_LABEL: { readonly system: string; readonly codes: readonly string[] } = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  codes: ['R', 'V'],
};

/** Advance decision to refuse treatment (NHS EPaCCS questionnaire), for codes that come without their own display. */
export const ADVANCE_DECISIONS: Readonly<Record<string, string>> = {
  '816301000000100': 'Has advance decision to refuse treatment',
  '816321000000109': 'Has advance decision to refuse life sustaining treatment',
  '820621000000107': 'Advance decision to refuse treatment discussed with professional',
};

/** Somebody may decide for the person (NHS EPaCCS questionnaire): that there is a power, not that it is used. */
export const LEGAL_PROXIES: Readonly<Record<string, string>> = {
  '816361000000101': 'Lasting power of attorney, personal welfare',
};

/** EOLPrognosisCode (NHS Digital), for codes that come without their own display. */
export const PROGNOSES: Readonly<Record<string, string>> = {
  '511401000000102': 'Last days of life',
  '955231000000109': 'Last weeks of life',
  '968211000000101': 'Last months of life',
  '1064691000000106': 'Limited life expectancy of approximately one year',
  '845701000000104': 'GSF A',
  '845721000000108': 'GSF B',
  '845751000000103': 'GSF C',
  '845771000000107': 'GSF D',
};

/** Whatever else plans carry by code alone (NHS End of Life questionnaire). */
export const OTHER_DISPLAYS: Readonly<Record<string, string>> = {
  '887031000000108': 'Consent for information sharing',
  '526631000000108': 'On end of life register',
};

/** HL7 PACIO ADI: from then on the document no longer holds. */
export const EXPIRES_EXTENSION = 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-expiration-date-extension';

export const VERSION_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/composition-clinicaldocument-versionNumber';
/** HL7 PACIO ADI: a document can be revoked though its status says final. */
export const REVOKED_EXTENSION = 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-document-revoke-status';

/** UK Core: language and whether an interpreter is needed, on a Patient. */
export const NHS_COMMUNICATION = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication';
