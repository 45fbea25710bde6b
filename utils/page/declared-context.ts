import { parseBirthDate } from '../patient/birth-date.ts';
import { parseNhsNumber } from '../patient/nhs-number.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { asOnePerson } from '../patient/same-person.ts';
import { attributeOf, textContentOf } from './dom.ts';
import { type Reading, sameIdentity } from './sighting.ts';

/** The system of NHS numbers in FHIR. */
const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';
const LONGEST = 50_000;

/** What a page says of its own accord: a FHIRcast event (docs/declared-context.md). */
export type Declared = {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  /** `null`: nobody is open. */
  readonly patient: PatientIdentity | null;
};

/**
 * Reads the declarations of one document.
 *
 * @returns `null`: there is none; `unreadable`: one is malformed, or two do not say the same
 */
export function readDeclarations(scripts: readonly Element[]): Declared | 'unreadable' | null {
  const declared = scripts
    .filter((script) => attributeOf(script, 'type') === 'application/fhir+json')
    .map((script) => parseDeclared(textContentOf(script) ?? ''));
  const [first] = declared;
  if (first === undefined) return null;
  return first !== null && declared.every((one) => one !== null && sameDeclared(one, first)) ? first : 'unreadable';
}

function sameDeclared(one: Declared, other: Declared): boolean {
  if (one.patient === null || other.patient === null) return one.patient === other.patient;
  return sameIdentity(one.patient, other.patient);
}

/**
 * Parses one declaration: a FHIRcast event `Patient-open` or `Patient-close` with a Patient in its context.
 *
 * @returns `null` for anything else, also for a number that fails its check
 */
export function parseDeclared(json: string): Declared | null {
  if (json.length > LONGEST) return null;
  try {
    const message = objectIn(JSON.parse(json));
    const event = objectIn(message?.event);
    const timestamp = typeof message?.timestamp === 'string' ? Date.parse(message.timestamp) : Number.NaN;
    const kind = typeof event?.['hub.event'] === 'string' ? event['hub.event'].toLowerCase() : '';
    if (Number.isNaN(timestamp)) return null;
    if (kind === 'patient-close') return { timestamp, patient: null };
    const context = arrayIn(event?.context).map(objectIn);
    const patients = context.filter((one) => one?.key === 'patient').map((one) => patientIn(objectIn(one?.resource)));
    const [patient, ...more] = patients;
    return kind === 'patient-open' && patient && more.length === 0 ? { timestamp, patient } : null;
  } catch {
    return null;
  }
}

type Json = Readonly<Record<string, unknown>>;

function patientIn(resource: Json | null): PatientIdentity | null {
  if (resource?.resourceType !== 'Patient') return null;
  const numbers = arrayIn(resource.identifier)
    .map(objectIn)
    .filter((one) => one?.system === NHS_NUMBER_SYSTEM)
    .map((one) => (typeof one?.value === 'string' ? parseNhsNumber(one.value) : null));
  const [nhsNumber] = numbers;
  if (!nhsNumber || new Set(numbers).size > 1) return null;
  const birthDate = resource.birthDate === undefined ? null : resource.birthDate;
  if (birthDate !== null && !(typeof birthDate === 'string' && parseBirthDate(birthDate) === birthDate)) return null;
  const names = arrayIn(resource.name).map(objectIn);
  const name = names.find((one) => one?.use === 'usual' || one?.use === 'official') ?? names[0];
  const familyName = typeof name?.family === 'string' ? name.family.trim().slice(0, 300) : '';
  if (familyName === '') return null;
  const given = arrayIn(name?.given).filter((one) => typeof one === 'string');
  return { nhsNumber, birthDate, familyName, givenNames: given.join(' ').slice(0, 300) };
}

function objectIn(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function arrayIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Declared and visible, as one reading: the declaration wins, and whatever is visible must not speak against it. A page
 * whose declaration goes back in time to somebody else is not believed.
 *
 * @param newest the newest declaration followed in this document so far
 */
export function decideDeclared(declared: Declared | 'unreadable', visible: Reading, newest: Declared | null): Reading {
  if (declared === 'unreadable') return { kind: 'unreadable', cause: 'declarationUnreadable' };
  if (newest && declared.timestamp < newest.timestamp && !sameDeclared(declared, newest)) {
    return { kind: 'unreadable', cause: 'declarationUnreadable' };
  }
  const differs: Reading = { kind: 'unreadable', cause: 'declarationDiffers' };
  if (declared.patient === null) return visible.kind === 'patient' ? differs : visible;
  if (visible.kind === 'patient') {
    const identity = asOnePerson([declared.patient, visible.identity]);
    return identity ? { kind: 'patient', identity: { ...declared.patient, birthDate: identity.birthDate } } : differs;
  }
  if (visible.kind === 'several') return visible;
  const saysOtherwise = visible.kind === 'unreadable' && /Invalid|Unreadable$/.test(visible.cause);
  return saysOtherwise ? visible : { kind: 'patient', identity: declared.patient };
}
