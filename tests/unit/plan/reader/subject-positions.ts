import { ABOUT, documentOf, flag, form, type Json, snomed } from '../documents.ts';

/** A place in a document where somebody can be named: given the reference, the document. */
export type Position = { readonly name: string; readonly place: (who: Json) => Json };

/** Types of FHIR R4 resource that say in `subject` whom they are about; in a list where R4 has one. */
const BY_SUBJECT = [
  'AdverseEvent',
  'Basic',
  'CarePlan',
  'CareTeam',
  'ChargeItem',
  'ClinicalImpression',
  'Communication',
  'CommunicationRequest',
  'Condition',
  'DeviceRequest',
  'DeviceUseStatement',
  'DiagnosticReport',
  'DocumentManifest',
  'DocumentReference',
  'Encounter',
  'Flag',
  'Goal',
  'GuidanceResponse',
  'ImagingStudy',
  'Invoice',
  'List',
  'MeasureReport',
  'Media',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
  'RequestGroup',
  'RiskAssessment',
  'ServiceRequest',
  'Specimen',
] as const;

/** The same for `patient`. */
const BY_PATIENT = [
  'AllergyIntolerance',
  'BodyStructure',
  'Claim',
  'Consent',
  'DetectedIssue',
  'Device',
  'EpisodeOfCare',
  'ExplanationOfBenefit',
  'FamilyMemberHistory',
  'Immunization',
  'ImmunizationRecommendation',
  'MolecularSequence',
  'NutritionOrder',
  'RelatedPerson',
  'SupplyDelivery',
  'VisionPrescription',
] as const;

/** What a resource of this type needs besides, to be no damaged one. */
const REST: Json = { status: 'active', code: { text: 'Anything' } };

/** A document with one readable decision, and this resource in a section of its own. */
function withResource(resource: Json): Json {
  const cpr = { title: 'CPR decision', entries: [flag(snomed('450476008', 'Frailty'))] };
  return documentOf([cpr, { title: 'Anything else', entries: [resource] }]);
}

function inResource(type: string, field: string, put: (who: Json) => Json): Position {
  const about = ['Coverage', 'Group', 'Organization', 'Provenance', 'Task', 'Linkage', 'Appointment'].includes(type)
    ? {}
    : { subject: ABOUT };
  return {
    name: `${type}.${field}`,
    place: (who) => withResource({ resourceType: type, ...REST, ...about, ...put(who) }),
  };
}

/** Where a document says whom something is about. */
export const SUBJECTS: readonly Position[] = [
  { name: 'Composition.subject', place: (who) => documentOf([], [], { subject: who }) },
  ...BY_SUBJECT.map((type) => inResource(type, 'subject', (subject) => ({ subject }))),
  ...BY_PATIENT.map((type) => ({
    name: `${type}.patient`,
    place: (patient: Json) => withResource({ resourceType: type, ...REST, patient }),
  })),
  inResource('Account', 'subject', (who) => ({ subject: [who] })),
  inResource('Contract', 'subject', (who) => ({ subject: [ABOUT, who] })),
  {
    name: 'the subject of a resource that no section names',
    place: (subject) => documentOf([], [flag({ text: 'Two visitors' }, { subject })]),
  },
  {
    name: 'the subject of a contained resource',
    place: (subject) =>
      withResource(flag({ text: 'Two visitors' }, { contained: [{ ...flag({ text: 'x' }, { subject }), id: 'in' }] })),
  },
  {
    name: 'the subject of a resource in a nested Bundle',
    place: (subject) =>
      withResource({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: flag({ text: 'x' }, { subject }) }],
      }),
  },
];

/** Fields that FHIR R4 lets name nobody but a Patient, though they are not called so. */
export const PATIENTS_ONLY: readonly Position[] = [
  inResource('Coverage', 'beneficiary', (beneficiary) => ({ beneficiary })),
  inResource('EnrollmentRequest', 'candidate', (candidate) => ({ candidate })),
  inResource('DocumentReference', 'context.sourcePatientInfo', (who) => ({ context: { sourcePatientInfo: who } })),
];

/** Where a document names somebody without saying that it is about them: a Patient there must be this one too. */
export const OTHERS: readonly Position[] = [
  {
    name: 'Composition.section.focus',
    place: (focus) => documentOf([{ title: 'Anything else', section: { focus, text: { div: '<p>x</p>' } } }]),
  },
  { name: 'Composition.author', place: (who) => documentOf([], [], { author: [who] }) },
  {
    name: 'Composition.attester.party',
    place: (party) => documentOf([], [], { attester: [{ mode: 'personal', party }] }),
  },
  { name: 'Composition.event.detail', place: (who) => documentOf([], [], { event: [{ detail: [who] }] }) },
  {
    name: 'Composition.extension.valueReference',
    place: (who) => documentOf([], [], { extension: [{ url: 'urn:x', valueReference: who }] }),
  },
  inResource('Consent', 'performer', (who) => ({ patient: ABOUT, performer: [who] })),
  inResource('Consent', 'provision.actor.reference', (who) => ({ provision: { actor: [{ reference: who }] } })),
  inResource('Consent', 'provision.data.reference', (who) => ({ provision: { data: [{ reference: who }] } })),
  inResource('Observation', 'focus', (who) => ({ focus: [who] })),
  inResource('Observation', 'performer', (who) => ({ performer: [who] })),
  inResource('QuestionnaireResponse', 'source', (source) => ({ source })),
  inResource('QuestionnaireResponse', 'author', (author) => ({ author })),
  {
    name: 'QuestionnaireResponse.item.answer.valueReference',
    place: (who) => withResource(form([['ATP001.1.1', { valueReference: who }]])),
  },
  inResource('Coverage', 'subscriber', (subscriber) => ({ beneficiary: ABOUT, subscriber })),
  inResource('Coverage', 'policyHolder', (policyHolder) => ({ beneficiary: ABOUT, policyHolder })),
  inResource('Task', 'for', (who) => ({ for: who })),
  inResource('Task', 'requester', (requester) => ({ for: ABOUT, requester })),
  inResource('Task', 'input.valueReference', (who) => ({ for: ABOUT, input: [{ valueReference: who }] })),
  inResource('Provenance', 'target', (who) => ({ target: [who] })),
  inResource('Provenance', 'agent.who', (who) => ({ target: [ABOUT], agent: [{ who }] })),
  inResource('Group', 'member.entity', (entity) => ({ member: [{ entity: ABOUT }, { entity }] })),
  inResource('Appointment', 'participant.actor', (actor) => ({ participant: [{ actor }] })),
  inResource('Communication', 'recipient', (who) => ({ recipient: [who] })),
  inResource('Communication', 'about', (who) => ({ about: [who] })),
  inResource('List', 'entry.item', (item) => ({ entry: [{ item }] })),
  inResource('MedicationRequest', 'reportedReference', (who) => ({ reportedReference: who })),
  inResource('MedicationStatement', 'informationSource', (who) => ({ informationSource: who })),
  inResource('AllergyIntolerance', 'asserter', (asserter) => ({ patient: ABOUT, asserter })),
  inResource('Procedure', 'asserter', (asserter) => ({ asserter })),
  inResource('ServiceRequest', 'requester', (requester) => ({ requester })),
  inResource('CareTeam', 'participant.member', (member) => ({ participant: [{ member }] })),
  inResource('CarePlan', 'author', (author) => ({ author })),
  inResource('Goal', 'expressedBy', (who) => ({ expressedBy: who })),
  inResource('Linkage', 'item.resource', (resource) => ({ item: [{ type: 'alternate', resource }] })),
  inResource('Flag', 'extension.valueReference', (who) => ({ extension: [{ url: 'urn:x', valueReference: who }] })),
  inResource('Flag', 'extension.extension.valueReference', (who) => ({
    extension: [{ url: 'urn:x', extension: [{ url: 'y', valueReference: who }] }],
  })),
  inResource('Flag', 'modifierExtension.valueReference', (who) => ({
    modifierExtension: [{ url: 'urn:x', valueReference: who }],
  })),
  inResource('Organization', 'contact.extension.valueReference', (who) => ({
    contact: [{ extension: [{ url: 'urn:x', valueReference: who }] }],
  })),
];
