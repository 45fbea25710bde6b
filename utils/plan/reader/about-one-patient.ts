import { foldedWords } from '../../patient/names.ts';
import { NHS_NUMBER_SYSTEM } from '../codes.ts';
import type { Patient, Resource } from '../fhir-schemas.ts';
import { plainNumber } from '../nhs-numbers-of.ts';

/** Where a resource names the person it is about (FHIR R4; a Coverage has a `beneficiary`, an EnrollmentRequest a `candidate`, a Task is `for` somebody). */
const SUBJECT_FIELDS: ReadonlySet<string> = new Set([
  'subject',
  'patient',
  'beneficiary',
  'candidate',
  'for',
  'sourcePatientInfo',
]);

/** Points at a Patient, relative or absolute, with or without a version, or by a search for one. */
const NAMES_A_PATIENT = /(?:^|\/)Patient(?:[/?]|$)/;

/** Whom a document is about, and how its references are resolved. */
export type About = {
  readonly patient: Resource;
  readonly parsed: Patient;
  readonly nhsNumber: string | null;
  readonly resolve: (reference: string) => Resource | undefined;
};

/**
 * Whether a resource, with everything contained in it, is about nobody but this patient (S1): every subject leads to
 * them, no other Patient is in it or named by it, no logical reference holds another NHS number, and no subject is
 * called by somebody else's name.
 */
export function isAboutOnly(resource: Resource, about: About): boolean {
  if (resource.resourceType === 'Composition' && !('subject' in resource)) return false;
  // With which other records a Patient is linked says nothing on whom the document is about.
  const { link, ...rest } = resource;
  return resource === about.patient
    ? Object.values(rest).every((value) => isClean(value, about))
    : isClean(resource, about);
}

function isClean(value: unknown, about: About): boolean {
  if (Array.isArray(value)) return value.every((one) => isClean(one, about));
  if (!isObject(value)) return true;
  if (value.resourceType === 'Patient' && value !== about.patient) return false;
  if (!namesNobodyElse(value, about)) return false;
  return Object.entries(value).every(
    ([key, inner]) => (!SUBJECT_FIELDS.has(key) || isThem(inner, about)) && isClean(inner, about),
  );
}

/** A reference, wherever it stands: to no Patient but this one, by address, by number or by name. */
function namesNobodyElse(value: Json, about: About): boolean {
  const { reference, identifier, type, display } = value;
  if (isObject(identifier) && identifier.system === NHS_NUMBER_SYSTEM && !isTheirs(identifier, about)) return false;
  const isCalled = typeof display !== 'string' || couldCall(display, about.parsed);
  if (typeof reference !== 'string') {
    // A Patient by the number of another system may be anybody.
    const byNumber = isObject(identifier) && identifier.system === NHS_NUMBER_SYSTEM;
    return type !== 'Patient' || (isCalled && (byNumber || (identifier === undefined && display !== undefined)));
  }
  const target = about.resolve(reference) ?? about.resolve(withoutVersion(reference));
  if (target) return target.resourceType !== 'Patient' || (target === about.patient && isCalled);
  return type !== 'Patient' && !NAMES_A_PATIENT.test(reference);
}

/** What a subject says: this patient. In a field of that name that is no reference, such as a text, nobody. */
function isThem(value: unknown, about: About): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => isThem(one, about));
  if (!isObject(value)) return false;
  const { reference, identifier, display } = value;
  const byNumber = isObject(identifier) && identifier.system === NHS_NUMBER_SYSTEM && typeof reference !== 'string';
  const leads =
    typeof reference === 'string'
      ? (about.resolve(reference) ?? about.resolve(withoutVersion(reference))) === about.patient
      : byNumber && isTheirs(identifier, about);
  return leads && (typeof display !== 'string' || couldCall(display, about.parsed));
}

function isTheirs({ value }: Json, { nhsNumber }: About): boolean {
  return typeof value === 'string' && plainNumber(value) === nhsNumber;
}

/** Forms of address, and what stands in for a name: no names. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx master dr doctor prof professor sir lady lord rev reverend father sister brother patient client resident'.split(
    ' ',
  ),
);

/**
 * Whether a display can be this person's: it has no name in it at all, or one of their given names, or their family name
 * and no other. A sister or a son has the family name too.
 */
function couldCall(display: string, { name }: Patient): boolean {
  const given = wordsOf(name.flatMap((one) => [...(one.given ?? []), one.family ? '' : (one.text ?? '')]).join(' '));
  const family = wordsOf(name.map((one) => one.family ?? '').join(' '));
  const called = [...wordsOf(display)];
  if (called.length === 0 || given.size + family.size === 0) return true;
  return called.some((word) => given.has(word)) || called.every((word) => family.has(word));
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = foldedWords(text.replace(/[^\p{L}\p{M}'’-]+/gu, ' '));
  return new Set(words.filter((word) => word.length > 1 && !NO_NAMES.has(word)));
}

function withoutVersion(reference: string): string {
  return reference.replace(/\/_history\/[^/]+$/, '');
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
