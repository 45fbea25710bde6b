/** Codes of an audit event, each looked up where it is defined; nothing here is a code of our own. */
export type Coding = { readonly system: string; readonly code: string; readonly display?: string };

/** Identifiers of patients and organisations, as everywhere in NHS England's FHIR. */
export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';
export const ODS_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code';

/** Why the record is looked at: TREAT or ETREAT of HL7's v3-ActReason. */
export const ACT_REASON_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';

const LIFECYCLE_SYSTEM = 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle';
const ENTITY_TYPE_SYSTEM = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';

/** Events in the life of a record (ISO TS 21089, FHIR R4 `iso-21089-lifecycle`), with their displays. */
export const LIFECYCLE = {
  access: { system: LIFECYCLE_SYSTEM, code: 'access', display: 'Access/View Record Lifecycle Event' },
  verify: { system: LIFECYCLE_SYSTEM, code: 'verify', display: 'Verify Record Lifecycle Event' },
  extract: { system: LIFECYCLE_SYSTEM, code: 'extract', display: 'Extract Record Lifecycle Event' },
  report: { system: LIFECYCLE_SYSTEM, code: 'report', display: 'Report (Output) Record Lifecycle Event' },
} as const satisfies Readonly<Record<string, Coding>>;

/** DICOM's event for what an auditor has to look into (in FHIR R4's value set `audit-event-type`). */
export const SECURITY_ALERT: Coding = {
  system: 'http://dicom.nema.org/resources/ontology/DCM',
  code: '110113',
  display: 'Security Alert',
};

/** What takes part in an event (FHIR R4 `audit-entity-type`). */
export const ENTITY_TYPE = {
  person: { system: ENTITY_TYPE_SYSTEM, code: '1', display: 'Person' },
  systemObject: { system: ENTITY_TYPE_SYSTEM, code: '2', display: 'System Object' },
  organization: { system: ENTITY_TYPE_SYSTEM, code: '3', display: 'Organization' },
  other: { system: ENTITY_TYPE_SYSTEM, code: '4', display: 'Other' },
} as const satisfies Readonly<Record<string, Coding>>;

/** NHS England's Summary Care Record: what kind of alert a reason given is, and the reason (versions 1.0.0 and 2.0.0). */
export const ALERT_TYPE_SYSTEM = 'https://fhir.nhs.uk/CodeSystem/SCR-AlertType';
export const ALERT_REASON_SYSTEM = 'https://fhir.nhs.uk/CodeSystem/SCR-AlertReason';
export const ALERT_TYPE_DISPLAYS = { '1': 'Create LR (Self Claimed)', '2': 'Access Alert' } as const;
export const ALERT_REASON_DISPLAYS = {
  '1': 'Access made in the public interest',
  '2': 'Access required by statute',
  '3': 'Access required by Court Order',
  '5': 'Access made in an Emergency',
  '6': 'Other',
} as const;
