import { NHS_NUMBER_SYSTEM } from './codes.ts';
import { type Asking, type FhirAnswer, search } from './fhir-request.ts';
import { type Patient, patientSchema } from './fhir-schemas.ts';
import { couldNotCheck, failed, type Judged, judgeSearchset, parseAll } from './judge.ts';

/** Asks the plan service for the patient with this NHS number. Two are asked for, so that a second is noticed. */
export function askForPatient(asking: Asking, nhsNumber: string): Promise<FhirAnswer> {
  return search(asking, 'Patient', { identifier: `${NHS_NUMBER_SYSTEM}|${nhsNumber}`, _count: '2' });
}

/**
 * Judges the answer: exactly one Patient that itself holds the number, is active and not replaced (design.md §6).
 *
 * @returns the FHIR id, or `null`: a validated answer that the service has no such patient
 */
export function judgePatient(answer: FhirAnswer, nhsNumber: string): Judged<{ readonly id: string } | null> {
  const judged = judgeSearchset(answer);
  if (!judged.ok) return judged;
  const patients = parseAll(judged.value.matches, patientSchema, 'PLN-PATIENT-SHAPE');
  if (!patients.ok) return patients;
  const [patient, second] = patients.value;
  const { link, total = 0 } = judged.value.bundle;
  const goesOn = link?.some(({ relation }) => relation === 'next');
  if (!patient) return goesOn ? failed(couldNotCheck('unexpectedAnswer', 'PLN-EMPTY-PAGE')) : { ok: true, value: null };
  if (second || goesOn || total > 1) return failed(couldNotCheck('severalRecords', 'PLN-SEVERAL'));
  if (isReplaced(patient, nhsNumber)) return failed(couldNotCheck('replacedNumber', 'PLN-REPLACED'));
  const holds = nhsNumbersOf(patient);
  if (holds.length !== 1 || holds[0] !== nhsNumber) return failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'));
  if (patient.active === false || !patient.id) return failed(couldNotCheck('unexpectedAnswer', 'PLN-INACTIVE'));
  return { ok: true, value: { id: patient.id } };
}

/** The NHS numbers a Patient resource holds. */
export function nhsNumbersOf(patient: Patient): readonly string[] {
  return patient.identifier.flatMap(({ system, value }) => (system === NHS_NUMBER_SYSTEM && value ? [value] : []));
}

/** The number asked for has been replaced by another: here by a newer record, or there as an older one. */
function isReplaced(patient: Patient, nhsNumber: string): boolean {
  return (patient.link ?? []).some(
    ({ type, other }) => type === 'replaced-by' || (type === 'replaces' && other?.identifier?.value === nhsNumber),
  );
}
