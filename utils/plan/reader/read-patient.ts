import { NHS_COMMUNICATION, RESTRICTED_LABEL } from '../codes.ts';
import { conceptText } from '../concepts.ts';
import type { Patient } from '../fhir-schemas.ts';
import type { PlanPatient } from '../plan.ts';
import type { PlanDocument } from './document.ts';

/** FHIR administrative gender, in the words of the NHS banner. */
const GENDERS: Readonly<Record<string, string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  unknown: 'Not known',
};

/** The person a plan is about, with every family name they have or had. */
export function readPatient(document: PlanDocument): PlanPatient {
  const { patient, nhsNumber } = document;
  const name = currentName(patient);
  const preferred = patient.name.find(({ use }) => use === 'nickname')?.given?.join(' ');
  const gender = patient.gender ? GENDERS[patient.gender] : undefined;
  const title = name?.prefix?.join(' ');
  const language = languageOf(patient);
  return {
    nhsNumber,
    birthDate: patient.birthDate?.length === 10 ? patient.birthDate : null,
    familyName: name?.family ?? '',
    givenNames: name?.given?.join(' ') ?? '',
    ...(title ? { title } : {}),
    ...(preferred ? { preferredName: preferred } : {}),
    familyNames: patient.name.flatMap(({ family }) => (family ? [family] : [])),
    ...(gender ? { gender } : {}),
    ...(language ? { language } : {}),
    deceased: patient.deceasedDateTime?.slice(0, 10) ?? patient.deceasedBoolean ?? false,
    restricted: isRestricted(document),
  };
}

/** The name somebody goes by now: the official one first. */
export function currentName({ name }: Pick<Patient, 'name'>): Patient['name'][number] | undefined {
  const current = name.filter(({ use, family }) => family && use !== 'old' && use !== 'nickname');
  return current.find(({ use }) => use === 'official') ?? current[0] ?? name[0];
}

/** Whether nobody is to learn where this person is. */
export function isRestricted({ patient, composition }: PlanDocument): boolean {
  return [...(patient.meta?.security ?? []), ...(composition.meta?.security ?? [])].some(
    // A label whose system got lost still protects.
    ({ system, code }) =>
      (!system || system === RESTRICTED_LABEL.system) && RESTRICTED_LABEL.codes.includes(code ?? ''),
  );
}

/**
 * The language to speak with the person: FHIR R4 `Patient.communication`, and whether an interpreter is needed, as the
 * NHS Personal Demographics Service says it (UK Core, NHSCommunication).
 */
function languageOf({ communication, extension }: Patient): PlanPatient['language'] {
  const [first] = [...(communication ?? [])].sort((one, other) => Number(!one.preferred) - Number(!other.preferred));
  const nhs = extension?.find(({ url }) => url === NHS_COMMUNICATION)?.extension ?? [];
  const spoken = first?.language ?? nhs.find(({ url }) => url === 'language')?.valueCodeableConcept;
  const needed = nhs.find(({ url }) => url === 'interpreterRequired')?.valueBoolean;
  const name = conceptText(spoken) ?? spoken?.coding?.find(({ code }) => code)?.code;
  const interpreter = needed === undefined ? 'notRecorded' : needed ? 'needed' : 'notNeeded';
  return name || needed ? { name: name ?? 'not recorded', interpreter } : undefined;
}
