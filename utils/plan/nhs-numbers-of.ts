import { NHS_NUMBER_SYSTEM } from './codes.ts';
import type { Patient } from './fhir-schemas.ts';

/** An NHS number without what some systems write between its digits. */
export function plainNumber(value: string): string {
  return value.replace(/[\s\u00a0-]/g, '');
}

/** The NHS numbers a Patient resource holds, digits only, each once. */
export function nhsNumbersOf(patient: Patient): readonly string[] {
  const all = patient.identifier.flatMap(({ use, system, value }) =>
    system === NHS_NUMBER_SYSTEM && value && use !== 'old' ? [plainNumber(value)] : [],
  );
  return [...new Set(all)];
}
