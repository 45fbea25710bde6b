import { NHS_NUMBER_SYSTEM } from '../codes.ts';
import { type Patient, patientSchema } from '../fhir-schemas.ts';
import { nhsNumbersOf, plainNumber } from '../nhs-numbers-of.ts';
import type { CouldNotCheckCause } from '../plan-lookup.ts';
import type { Asking, FhirAnswer } from './asking.ts';
import type { Along } from './capability.ts';
import { search } from './fhir-request.ts';
import { couldNotCheck, failed, type Judged, parseAll } from './judge.ts';
import { type EmptyAnswer, judgeSearchset } from './judge-searchset.ts';

/**
 * Asks the plan service for the patient with this NHS number. Two are asked for, so that a second is noticed.
 *
 * @param along what is to come along with the patient; `null`: nothing
 */
export function askForPatient(asking: Asking, nhsNumber: string, along: Along | null = null): Promise<FhirAnswer> {
  return search(asking, 'Patient', [
    ['identifier', `${NHS_NUMBER_SYSTEM}|${nhsNumber}`],
    ['_count', '2'],
    ...(along ? [['_revinclude', along] as const] : []),
  ]);
}

/** Who was found: the FHIR id of the patient, or the service's validated word that it has no such patient. */
export type FoundPatient =
  /** `birthDate`: ISO; left out: the record holds no whole date. */
  | { readonly kind: 'patient'; readonly id: string; readonly birthDate?: string }
  | { readonly kind: 'nobody'; readonly empty: EmptyAnswer };

/** Judges the answer: one Patient that itself holds the number, is active and not replaced (docs/plan-service.md). */
export function judgePatient(answer: FhirAnswer, nhsNumber: string): Judged<FoundPatient> {
  const judged = judgeSearchset(answer);
  if (!judged.ok) return judged;
  const { matches, empty, next, total = 0 } = judged.value;
  if (empty) return { ok: true, value: { kind: 'nobody', empty } };
  const refused = (cause: CouldNotCheckCause, code: string) =>
    failed<FoundPatient>(couldNotCheck(cause, code, answer.tries));
  const patients = parseAll(matches, patientSchema, 'PLN-PATIENT-SHAPE');
  if (!patients.ok) return patients;
  const [patient, second] = patients.value;
  if (!patient) return refused('unexpectedAnswer', 'PLN-EMPTY-PAGE');
  // One record that stands beside one that was merged into it are two records, and the number is not replaced.
  if (patients.value.every((one) => isReplaced(one, nhsNumber))) return refused('replacedNumber', 'PLN-REPLACED');
  if (second || next !== undefined || total > 1) return refused('severalRecords', 'PLN-SEVERAL');
  const holds = nhsNumbersOf(patient);
  if (holds.length !== 1 || holds[0] !== nhsNumber) return refused('wrongPatient', 'PLN-WRONG-PATIENT');
  if (patient.active === false || !patient.id) return refused('unexpectedAnswer', 'PLN-INACTIVE');
  const { id, birthDate } = patient;
  return { ok: true, value: { kind: 'patient', id, ...(birthDate?.length === 10 ? { birthDate } : {}) } };
}

/**
 * The number asked for has been replaced by another, or its record by another record (FHIR R4 Patient.link): the record
 * says that it has been replaced, calls this number an old one, or does not hold it and says that it replaces it, or some
 * record that it names by its address alone.
 */
function isReplaced(patient: Patient, nhsNumber: string): boolean {
  const isOld = patient.identifier.some(
    ({ use, system, value = '' }) => use === 'old' && system === NHS_NUMBER_SYSTEM && plainNumber(value) === nhsNumber,
  );
  const holds = nhsNumbersOf(patient).includes(nhsNumber);
  const links = patient.link ?? [];
  const replacesIt = links.some(({ type, other }) => {
    const { system, value } = other?.identifier ?? {};
    return (
      type === 'replaces' && (value === undefined || plainNumber(value) === nhsNumber || system !== NHS_NUMBER_SYSTEM)
    );
  });
  return isOld || links.some(({ type }) => type === 'replaced-by') || (!holds && replacesIt);
}
