import type * as z from 'zod/mini';
import {
  bundleSchema,
  type Composition,
  compositionSchema,
  type Patient,
  patientSchema,
  type Reference,
  type Resource,
  type Section,
} from './fhir-schemas.ts';
import { nhsNumbersOf } from './find-patient.ts';
import { narrativeParagraphs } from './narrative.ts';

/** A plan document whose invariants hold: one Composition in front, one Patient, everything about that Patient. */
export type PlanDocument = {
  readonly composition: Composition;
  readonly patient: Patient;
  readonly nhsNumber: string;
  /** The resource a reference names inside the document; `undefined`: the linked item is missing. */
  readonly resolve: (reference: Reference | undefined) => Resource | undefined;
  readonly resources: readonly Resource[];
};

export type DocumentRefusal = 'wrongPatient' | 'notADocument' | 'enteredInError';

/** Where a resource names the person it is about. */
const SUBJECT_FIELDS = ['subject', 'patient'] as const;

/**
 * Opens a FHIR document Bundle (design.md §6, document invariants).
 *
 * @param raw the answer of the plan service
 * @param nhsNumber the number that was asked for
 * @returns the document, or why it is refused: `wrongPatient` if anything in it is about somebody else,
 *   `enteredInError` if its author has taken it back (docs/plan-service.md: never shown)
 */
export function openDocument(
  raw: unknown,
  nhsNumber: string,
): { readonly ok: true; readonly document: PlanDocument } | { readonly ok: false; readonly why: DocumentRefusal } {
  const bundle = bundleSchema.safeParse(raw);
  if (!bundle.success || bundle.data.type !== 'document') return { ok: false, why: 'notADocument' };
  const entries = (bundle.data.entry ?? []).flatMap(({ fullUrl, resource }) =>
    resource ? [{ fullUrl, resource }] : [],
  );
  const composition = compositionSchema.safeParse(entries[0]?.resource);
  const patients = entries.filter(({ resource }) => resource.resourceType === 'Patient');
  const [patientEntry] = patients;
  const patient = patientSchema.safeParse(patientEntry?.resource);
  if (!composition.success || !patient.success || !patientEntry) return { ok: false, why: 'notADocument' };
  const resolve = resolver(entries);
  const resources = entries.map(({ resource }) => resource);
  const numbers = nhsNumbersOf(patient.data);
  const samePatient =
    patients.length === 1 &&
    numbers.length === 1 &&
    numbers[0] === nhsNumber &&
    resources.every((resource) => isAbout(resource, patientEntry.resource, resolve));
  if (!samePatient) return { ok: false, why: 'wrongPatient' };
  if (composition.data.status === 'entered-in-error') return { ok: false, why: 'enteredInError' };
  return {
    ok: true,
    document: { composition: composition.data, patient: patient.data, nhsNumber, resolve, resources },
  };
}

/** Whether everything a resource says about whom it is about leads to this patient. */
function isAbout(resource: Resource, patient: Resource, resolve: PlanDocument['resolve']): boolean {
  const subjects = SUBJECT_FIELDS.flatMap((field) => {
    const value = resource[field];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  });
  if (resource.resourceType === 'Composition' && subjects.length === 0) return false;
  return subjects.every((subject) => isReference(subject) && resolve(subject) === patient);
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'reference' in value && typeof value.reference === 'string';
}

/** Resolves `urn:uuid:`, absolute and relative references against the `fullUrl`s of the entries (FHIR R4 Bundle). */
function resolver(
  entries: readonly { readonly fullUrl: string | undefined; readonly resource: Resource }[],
): PlanDocument['resolve'] {
  const byUrl = new Map(entries.flatMap(({ fullUrl, resource }) => (fullUrl ? [[fullUrl, resource] as const] : [])));
  const byId = new Map<string, Resource>(
    entries.flatMap(({ resource }) =>
      typeof resource.id === 'string' ? [[`${resource.resourceType}/${resource.id}`, resource] as const] : [],
    ),
  );
  return (reference) => {
    const target = reference?.reference;
    if (!target) return undefined;
    return byUrl.get(target) ?? byId.get(target);
  };
}

/** What one section holds: the resources it links to, parsed, and whether something in it could not be read. */
export type SectionContent = {
  readonly section: Section | undefined;
  readonly resources: readonly Resource[];
  readonly damaged: boolean;
};

/**
 * The section of this title (docs/plan-service.md), with its entries resolved. Whatever in it will not be read makes
 * it damaged: a missing resource, a resource of another type, a section inside it, words without entries.
 *
 * @param types of resource that the section's reader reads
 */
export function sectionContent(
  { composition, resolve }: PlanDocument,
  title: string,
  types: readonly string[],
): SectionContent {
  const matching = (composition.section ?? []).filter(
    (section) => section.title?.trim().toLowerCase() === title.toLowerCase(),
  );
  const [section] = matching;
  const linked = (section?.entry ?? []).map(resolve);
  const resources = linked.filter((resource) => resource !== undefined);
  const damaged =
    matching.length > 1 ||
    resources.length < linked.length ||
    resources.some(({ resourceType }) => !types.includes(resourceType)) ||
    (section?.section ?? []).length > 0 ||
    isWordsOnly(section) ||
    emptyReason(section) === 'unavailable';
  return { section, resources, damaged };
}

/** The author has written something and coded nothing: that is not “not recorded”. */
function isWordsOnly(section: Section | undefined): boolean {
  const isEmpty = (section?.entry ?? []).length === 0 && emptyReason(section) === undefined;
  return isEmpty && narrativeParagraphs(section?.text?.div ?? '').length > 0;
}

/** The code of a section's `emptyReason` (HL7 list-empty-reason). */
export function emptyReason(section: Section | undefined): string | undefined {
  return section?.emptyReason?.coding?.find(({ code }) => code)?.code;
}

/**
 * The resources of one type among many.
 *
 * @returns those that fit the schema, and whether one did not
 */
export function ofType<T extends z.ZodMiniType>(
  resources: readonly Resource[],
  type: string,
  schema: T,
): { readonly found: readonly z.infer<T>[]; readonly damaged: boolean } {
  const parsed = resources
    .filter(({ resourceType }) => resourceType === type)
    .map((resource) => schema.safeParse(resource));
  const found = parsed.flatMap((result) => (result.success ? [result.data] : []));
  return { found, damaged: found.length < parsed.length };
}
