import type { Bundle, BundleEntry, Composition, DocumentReference, FhirResource } from 'fhir/r4';
import type { Person } from '../../../sandbox/people/person.ts';
import type { PlanIntent } from '../../../sandbox/plans/plan-intent.ts';
import type { PlanRecord, PointerRecord } from '../../../sandbox/plans/plan-record.ts';

const INTENT: PlanIntent = {
  author: { name: 'Dr Test', role: 'GP', organisation: 'Example Lane Surgery', phone: '01632 960150' },
  status: 'approved',
  version: '1',
  changed: '2026-01-01',
  revoked: false,
  cpr: [],
  symptoms: [],
  contacts: [],
  placeOfCare: [],
  placeOfDeath: [],
  allergies: undefined,
  medicines: undefined,
  conditions: [],
  alerts: [],
  otherDocuments: [],
  damaged: [],
};

const div = (words: string) => ({
  status: 'generated' as const,
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${words}</div>`,
});

function compositionOf(
  id: string,
  person: Person,
  wanted: { date: string; type: string; status: Composition['status'] },
) {
  const patient = { reference: 'urn:uuid:patient' };
  const section = [
    { title: 'CPR decision', entry: [{ reference: 'urn:uuid:flag' }], text: div('Not for CPR') },
    { title: 'Significant conditions', entry: [{ reference: 'urn:uuid:condition' }], text: div('Secret condition') },
    { title: 'Prognosis', entry: [{ reference: 'urn:uuid:prognosis' }], text: div('Secret prognosis') },
    { title: 'Medicines', entry: [{ reference: 'urn:uuid:medicine' }], text: div('Secret medicine') },
    { title: 'Allergies', entry: [{ reference: 'urn:uuid:allergy' }], text: div('Penicillin') },
  ];
  const composition: Composition = {
    resourceType: 'Composition',
    id,
    status: wanted.status,
    type: { coding: [{ system: 'http://snomed.info/sct', code: wanted.type }] },
    subject: { reference: `Patient/${person.patientId}` },
    date: wanted.date,
    author: [{ reference: 'urn:uuid:author' }],
    title: 'Plan',
    text: div('Secret summary'),
    section,
  };
  return { searched: composition, documented: { ...composition, subject: patient } };
}

const subject = { reference: 'urn:uuid:patient' };

function entriesOf(composition: Composition, person: Person): BundleEntry<FhirResource>[] {
  const code = (text: string) => ({ text });
  return [
    { fullUrl: 'urn:uuid:composition', resource: composition },
    {
      fullUrl: 'urn:uuid:patient',
      resource: {
        resourceType: 'Patient',
        id: person.patientId,
        identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: person.nhsNumber }],
      },
    },
    { fullUrl: 'urn:uuid:author', resource: { resourceType: 'PractitionerRole', code: [code('GP')] } },
    {
      fullUrl: 'urn:uuid:flag',
      resource: { resourceType: 'Flag', status: 'active', code: code('Not for CPR'), subject },
    },
    {
      fullUrl: 'urn:uuid:condition',
      resource: {
        resourceType: 'Condition',
        subject,
        code: code('Secret condition'),
        asserter: { reference: 'urn:uuid:expert' },
      },
    },
    // Reached through the condition alone, so it has to go with it.
    { fullUrl: 'urn:uuid:expert', resource: { resourceType: 'Practitioner', name: [{ text: 'Secret expert' }] } },
    {
      fullUrl: 'urn:uuid:prognosis',
      resource: {
        resourceType: 'Observation',
        status: 'final',
        subject,
        code: code('Prognosis'),
        valueString: 'Secret prognosis',
      },
    },
    {
      fullUrl: 'urn:uuid:medicine',
      resource: {
        resourceType: 'MedicationStatement',
        status: 'active',
        subject,
        medicationCodeableConcept: code('Secret medicine'),
        informationSource: { reference: 'urn:uuid:author' },
      },
    },
    {
      fullUrl: 'urn:uuid:allergy',
      resource: {
        resourceType: 'AllergyIntolerance',
        patient: subject,
        code: code('Penicillin'),
        recorder: { reference: 'urn:uuid:author' },
      },
    },
  ];
}

/** A plan with sections that a care assistant is not shown; every word not for them begins with “Secret”. */
export function smallPlan(
  id: string,
  person: Person,
  { date = '2026-05-01T10:00:00+01:00', type = '736373009', status = 'final' as Composition['status'] } = {},
): PlanRecord {
  const { searched, documented } = compositionOf(id, person, { date, type, status });
  const document: Bundle<FhirResource> = {
    resourceType: 'Bundle',
    type: 'document',
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    timestamp: date,
    meta: { versionId: '1' },
    entry: entriesOf(documented, person),
  };
  return {
    compositionId: id,
    patientId: person.patientId,
    state: 'notForCpr',
    intent: INTENT,
    composition: searched,
    document,
  };
}

/** A pointer to a plan that another organisation holds. */
export function smallPointer(person: Person, type: string, custodian: string): PointerRecord {
  const pointer: DocumentReference = {
    resourceType: 'DocumentReference',
    id: `${custodian}-${type}`,
    status: 'current',
    type: { coding: [{ system: 'http://snomed.info/sct', code: type }] },
    category: [{ coding: [{ system: 'http://snomed.info/sct', code: '734163000' }] }],
    subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: person.nhsNumber } },
    custodian: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: custodian } },
    content: [{ attachment: { title: 'Plan held elsewhere' } }],
  };
  return { patientId: person.patientId, pointer };
}
