import type { PatientIdentity } from '../../patient/patient-identity.ts';
import { NHS_NUMBER_SYSTEM } from '../codes.ts';
import { type Patient, patientSchema } from '../fhir-schemas.ts';
import { nhsNumbersOf } from '../nhs-numbers-of.ts';
import { currentName } from '../reader/read-patient.ts';
import type { Asking } from '../service/asking.ts';
import { couldNotCheck, failed, type Judged, parseAll } from '../service/judge.ts';
import { searchPages } from '../service/search-pages.ts';
import type { Member } from './find-members.ts';

/** One resident as the service's own record has them; `null`: it has none, or one that cannot be theirs. */
export type Person = { readonly identity: PatientIdentity; readonly patientId: string | null };

/** How many are asked for at once: a form of some two kilobytes. */
export const PEOPLE_AT_ONCE = 50;

/**
 * The records of some residents, asked for in one search.
 *
 * @returns everybody who was asked for, in the same order; failed if the answer holds anybody else
 */
export async function findPeople(asking: Asking, members: readonly Member[]): Promise<Judged<readonly Person[]>> {
  const numbers = members.map(({ nhsNumber }) => nhsNumber);
  const found = await searchPages(
    asking,
    'Patient',
    [
      ['identifier', numbers.map((number) => `${NHS_NUMBER_SYSTEM}|${number}`).join(',')],
      ['_count', String(PEOPLE_AT_ONCE)],
    ],
    ...numbers,
  );
  if (!found.ok) return found;
  const patients = parseAll(found.value.resources, patientSchema, 'PLN-PATIENT-SHAPE');
  if (!patients.ok) return patients;
  const holders = Map.groupBy(patients.value, (patient) => nhsNumbersOf(patient)[0] ?? '');
  if ([...holders.keys()].some((number) => !numbers.includes(number))) {
    return failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'));
  }
  return { ok: true, value: members.map((member) => personOf(member, holders.get(member.nhsNumber) ?? [])) };
}

/** Somebody of whom nothing is known but the number in the list. */
export function unknownPerson({ nhsNumber }: Member): Person {
  return { identity: { nhsNumber, birthDate: null, familyName: null, givenNames: '' }, patientId: null };
}

function personOf(member: Member, [patient, second]: readonly Patient[]): Person {
  const isTheirs = patient && !second && canBeTheirs(patient, member);
  if (!isTheirs || !patient.id) return unknownPerson(member);
  const { family, given } = currentName(patient) ?? {};
  const birthDate = patient.birthDate?.length === 10 ? patient.birthDate : null;
  const identity = {
    nhsNumber: member.nhsNumber,
    birthDate,
    familyName: family ?? null,
    givenNames: given?.join(' ') ?? '',
  };
  return { identity, patientId: patient.id };
}

/** One number, in use; the record the list names, where it names one; neither merged into another nor put aside. */
function canBeTheirs(patient: Patient, { patientId }: Member): boolean {
  const isReplaced = (patient.link ?? []).some(({ type }) => type === 'replaced-by');
  const isRecord = patientId === null || patient.id === patientId;
  return nhsNumbersOf(patient).length === 1 && patient.active !== false && !isReplaced && isRecord;
}
