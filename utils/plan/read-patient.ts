import { RESTRICTED_LABEL } from './codes.ts';
import type { PlanDocument } from './document.ts';
import type { PlanPatient } from './plan.ts';

/** FHIR administrative gender, in the words of the NHS banner. */
const GENDERS: Readonly<Record<string, string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  unknown: 'Not known',
};

/** The person a plan is about, with every family name they have or had. */
export function readPatient({ patient, nhsNumber }: PlanDocument): PlanPatient {
  const current = patient.name.filter(({ use, family }) => family && use !== 'old' && use !== 'nickname');
  const name = current.find(({ use }) => use === 'official') ?? current[0] ?? patient.name[0];
  const preferred = patient.name.find(({ use }) => use === 'nickname')?.given?.join(' ');
  const gender = patient.gender ? GENDERS[patient.gender] : undefined;
  const title = name?.prefix?.join(' ');
  return {
    nhsNumber,
    birthDate: patient.birthDate?.length === 10 ? patient.birthDate : null,
    familyName: name?.family ?? '',
    givenNames: name?.given?.join(' ') ?? '',
    ...(title ? { title } : {}),
    ...(preferred ? { preferredName: preferred } : {}),
    familyNames: patient.name.flatMap(({ family }) => (family ? [family] : [])),
    ...(gender ? { gender } : {}),
    deceased: patient.deceasedDateTime?.slice(0, 10) ?? patient.deceasedBoolean ?? false,
    restricted: (patient.meta?.security ?? []).some(
      ({ system, code }) => system === RESTRICTED_LABEL.system && code === RESTRICTED_LABEL.code,
    ),
  };
}
