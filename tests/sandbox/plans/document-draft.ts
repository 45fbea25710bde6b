import type { BundleEntry, FhirResource, Organization, Practitioner, PractitionerRole, Reference } from 'fhir/r4';
import { type Random, randomFrom } from '../people/random.ts';
import { organisation } from './organisations.ts';
import type { Author, PlanIntent } from './plan-intent.ts';

/** A document being written: what its sections need to add their resources and point at the people in it. */
export type DocumentDraft = {
  readonly intent: PlanIntent;
  readonly random: Random;
  readonly entries: BundleEntry<FhirResource>[];
  readonly patient: Reference;
  /** The author of the plan. */
  readonly author: Reference;
  readonly add: (resource: FhirResource) => Reference;
  /** The PractitionerRole of somebody, added once however often they are named. */
  readonly roleOf: (author: Author) => Reference;
  readonly organisationOf: (name: string) => Reference;
};

export const ODS_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code';

const urn = (uuid: string) => `urn:uuid:${uuid}`;

function organisationResource(name: string): Organization {
  const { odsCode, phone } = organisation(name);
  return {
    resourceType: 'Organization',
    identifier: [{ system: ODS_CODE_SYSTEM, value: odsCode }],
    name,
    telecom: [{ system: 'phone', value: phone, use: 'work' }],
  };
}

function practitionerResource(name: string): Practitioner {
  return { resourceType: 'Practitioner', name: [{ text: name }] };
}

/** Begins a document about one patient; ids depend on the composition only, so any order of writing gives the same. */
export function beginDocument(intent: PlanIntent, compositionId: string, patientId: string): DocumentDraft {
  const random = randomFrom(0, `document:${compositionId}`);
  const entries: BundleEntry<FhirResource>[] = [];
  const known = new Map<string, Reference>();
  const add = (resource: FhirResource): Reference => {
    const id = random.uuid();
    entries.push({ fullUrl: urn(id), resource: { ...resource, id } });
    return { reference: urn(id) };
  };
  const once = (key: string, write: () => Reference): Reference => {
    const reference = known.get(key) ?? write();
    known.set(key, reference);
    return reference;
  };
  const organisationOf = (name: string) => once(`organisation:${name}`, () => add(organisationResource(name)));
  const roleOf = ({ name, role, organisation: employer, phone }: Author) =>
    once(`role:${name}:${employer}`, () => {
      const practitionerRole: PractitionerRole = {
        resourceType: 'PractitionerRole',
        practitioner: { ...add(practitionerResource(name)), display: name },
        organization: { ...organisationOf(employer), display: employer },
        code: [{ text: role }],
        telecom: [{ system: 'phone', value: phone, use: 'work' }],
      };
      return add(practitionerRole);
    });
  const patient = { reference: urn(patientId) };
  return { intent, random, entries, patient, author: roleOf(intent.author), add, roleOf, organisationOf };
}
