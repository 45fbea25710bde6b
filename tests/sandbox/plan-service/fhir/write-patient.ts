import type { Patient } from 'fhir/r4';
import type { Person } from '../../people/person.ts';
import { patientOf } from '../../plans/document-patient.ts';

export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

/**
 * A person as the plan service's own Patient (FHIR R4): the Patient of the documents, and for each NHS number the
 * person had before a link of type `replaces` that names it.
 */
export function writePatient(person: Person): Patient {
  const links = person.replacedNhsNumbers.map((value) => ({
    other: { type: 'Patient', identifier: { system: NHS_NUMBER_SYSTEM, value } },
    type: 'replaces' as const,
  }));
  return { ...patientOf(person), ...(links.length === 0 ? {} : { link: links }) };
}
