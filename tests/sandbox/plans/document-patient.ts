import type { Extension, HumanName, Patient } from 'fhir/r4';
import type { Person } from '../people/person.ts';
import { NUMBER_VERIFIED, RESTRICTED } from './codes.ts';

const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';
const VERIFICATION_STATUS = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';

/** Languages in which plans ask for an interpreter, by BCP 47. */
const LANGUAGES: Readonly<Record<string, string>> = {
  Polish: 'pl',
  Somali: 'so',
  Arabic: 'ar',
  Welsh: 'cy',
  Bengali: 'bn',
};

export const INTERPRETED_LANGUAGES = Object.keys(LANGUAGES);

function names(person: Person): HumanName[] {
  const { title, givenNames, familyName, preferredName, previousFamilyNames, birthDate } = person;
  const rest = {
    ...(givenNames.length === 0 ? {} : { given: [...givenNames] }),
    ...(title === '' ? {} : { prefix: [title] }),
  };
  const adultAt = Number(birthDate.slice(0, 4)) + 22;
  return [
    { use: 'official', family: familyName, ...rest },
    ...previousFamilyNames.map(
      (family, at): HumanName => ({ use: 'old', family, ...rest, period: { end: `${adultAt + 7 * at}-06-01` } }),
    ),
    ...(preferredName === undefined ? [] : [{ use: 'nickname', given: [preferredName] } satisfies HumanName]),
  ];
}

function whereabouts({ restricted, addressLines, postcode, phone }: Person): Partial<Patient> {
  if (restricted) return {};
  return {
    ...(phone === undefined ? {} : { telecom: [{ system: 'phone', value: phone, use: 'home' }] }),
    address: [{ use: 'home', line: [...addressLines], postalCode: postcode }],
  };
}

/** Death as a date where it is known, else as the bare fact. */
function death({ deceased }: Person): Partial<Patient> {
  if (deceased === undefined) return {};
  return deceased === true ? { deceasedBoolean: true } : { deceasedDateTime: deceased };
}

/** UK Core: the language, and that an interpreter is needed. */
function interpreterNeeded(language: string): Extension {
  return {
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication',
    extension: [
      { url: 'language', valueCodeableConcept: { text: language } },
      { url: 'interpreterRequired', valueBoolean: true },
    ],
  };
}

/**
 * The Patient of a person as the plan service holds it (UK Core, PDS FHIR for restricted patients).
 * `interpreter` is the language in which an interpreter is needed.
 */
export function patientOf(person: Person, interpreter?: string): Patient {
  return {
    resourceType: 'Patient',
    id: person.patientId,
    ...(person.restricted ? { meta: { security: [RESTRICTED] } } : {}),
    identifier: [
      {
        extension: [{ url: VERIFICATION_STATUS, valueCodeableConcept: { coding: [NUMBER_VERIFIED] } }],
        system: NHS_NUMBER_SYSTEM,
        value: person.nhsNumber,
      },
    ],
    active: true,
    name: names(person),
    ...whereabouts(person),
    gender: person.gender,
    birthDate: person.birthDate,
    ...death(person),
    ...(interpreter === undefined
      ? {}
      : {
          extension: [interpreterNeeded(interpreter)],
          communication: [
            {
              language: {
                coding: [{ system: 'urn:ietf:bcp:47', code: LANGUAGES[interpreter] ?? 'und' }],
                text: interpreter,
              },
              preferred: true,
            },
          ],
        }),
  };
}
