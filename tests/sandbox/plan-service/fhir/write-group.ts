import type { Group } from 'fhir/r4';
import type { CareHome, Person } from '../../people/person.ts';
import { NHS_NUMBER_SYSTEM } from './write-patient.ts';

export const ODS_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code';

/**
 * The residents of a care home as a FHIR R4 Group, in the order of their rooms as given. Those who died are no
 * longer residents. R4 has no element for when a member's plan changed, so none is said.
 */
export function writeGroup(home: CareHome, persons: readonly Person[]): Group {
  const residents = persons.filter(({ careHome, deceased }) => careHome === home.id && deceased === undefined);
  return {
    resourceType: 'Group',
    id: home.id,
    active: true,
    type: 'person',
    actual: true,
    name: `Residents of ${home.name}`,
    managingEntity: { identifier: { system: ODS_CODE_SYSTEM, value: home.odsCode }, display: home.name },
    quantity: residents.length,
    member: residents.map((person) => ({
      entity: {
        reference: `Patient/${person.patientId}`,
        identifier: { system: NHS_NUMBER_SYSTEM, value: person.nhsNumber },
        display: `${person.givenNames.join(' ')} ${person.familyName}`,
      },
    })),
  };
}
