import { NHS_NUMBER_SYSTEM } from './codes.ts';
import type { Patient } from './fhir-schemas.ts';

/** The NHS numbers a Patient resource holds. */
export function nhsNumbersOf(patient: Patient): readonly string[] {
  return patient.identifier.flatMap(({ use, system, value }) =>
    system === NHS_NUMBER_SYSTEM && value && use !== 'old' ? [value] : [],
  );
}
