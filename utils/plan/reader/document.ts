import type * as z from 'zod/mini';
import { isRevoked } from '../composition.ts';
import {
  bundleSchema,
  type Composition,
  compositionSchema,
  type Patient,
  patientSchema,
  type Resource,
} from '../fhir-schemas.ts';
import type { Reference } from '../fhir-types.ts';
import { nhsNumbersOf, plainNumber } from '../nhs-numbers-of.ts';
import { isResource, isShallow, resolveReferences } from '../references.ts';
import { isAboutOnly } from './about-one-patient.ts';

/** A plan document whose invariants hold: one Composition in front, one Patient, everything about that Patient. */
export type PlanDocument = {
  readonly composition: Composition;
  readonly patient: Patient;
  readonly nhsNumber: string;
  /** The resource a reference names inside the document; `undefined`: the linked item is missing. */
  readonly resolve: (reference: Reference | undefined) => Resource | undefined;
  readonly resources: readonly Resource[];
};

/**
 * Why a document is not read. `notADocument`: no FHIR document Bundle as docs/plan-service.md has it. `wrongPatient`:
 * something in it is about somebody else than was asked for. `noNhsNumber`: nothing to compare with the page.
 * `replacedNumber`: the record has been merged into another. `notUnderstood`: it says that whoever does not understand
 * an extension of it must not use it. `enteredInError` and `revoked`: its author has taken it back.
 */
export type DocumentRefusal =
  | 'notADocument'
  | 'wrongPatient'
  | 'noNhsNumber'
  | 'replacedNumber'
  | 'notUnderstood'
  | 'enteredInError'
  | 'revoked';

export type OpenedDocument =
  | { readonly ok: true; readonly document: PlanDocument }
  | { readonly ok: false; readonly why: DocumentRefusal };

/**
 * Opens a FHIR document Bundle (docs/plan-service.md, “The document”).
 *
 * @param raw the answer of the plan service
 * @param nhsNumber the number that was asked for; `null` reads whosever it is (the conformance check, not the product)
 * @returns the document, or why it is refused
 */
export function openDocument(raw: unknown, nhsNumber: string | null): OpenedDocument {
  const bundle = isShallow(raw) ? bundleSchema.safeParse(raw) : null;
  if (!bundle?.success || bundle.data.type !== 'document') return { ok: false, why: 'notADocument' };
  if (isResource(raw) && mustNotBeUsed(raw)) return { ok: false, why: 'notUnderstood' };
  const sent = (bundle.data.entry ?? []).flatMap(({ fullUrl, resource }) => (resource ? [{ fullUrl, resource }] : []));
  const { entries, named } = resolveReferences(sent);
  const resources = entries.flatMap(({ resource }) => [resource, ...containedIn(resource)]);
  const composition = compositionSchema.safeParse(resources[0]);
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient');
  const [patient] = patients;
  const parsed = patientSchema.safeParse(patient);
  if (!composition.success || !parsed.success || !patient) return { ok: false, why: 'notADocument' };
  const numbers = nhsNumbersOf(parsed.data);
  const about = {
    patient,
    parsed: parsed.data,
    nhsNumber: nhsNumber ?? numbers[0] ?? null,
    resolve: (reference: string) => named.get(reference),
  };
  const isOne = patients.length === 1 && resources.every((resource) => isAboutOnly(resource, about));
  if (!isOne || numbers.length > 1) return { ok: false, why: 'wrongPatient' };
  const refusal = refusalOf(composition.data, resources, numbers, about.nhsNumber, parsed.data);
  if (refusal) return { ok: false, why: refusal };
  const resolve = (reference: Reference | undefined) =>
    reference?.reference === undefined ? undefined : named.get(reference.reference);
  const document = {
    composition: composition.data,
    patient: parsed.data,
    nhsNumber: numbers[0] ?? '',
    resolve,
    resources,
  };
  return { ok: true, document };
}

/** Resources that live inside another count like any other. */
function containedIn({ contained }: Resource): readonly Resource[] {
  return Array.isArray(contained) ? contained.filter(isResource) : [];
}

/** What is wrong with a document that is about one patient; `null`: nothing. */
function refusalOf(
  composition: Composition,
  [raw, ...others]: readonly Resource[],
  numbers: readonly string[],
  asked: string | null,
  patient: Patient,
): DocumentRefusal | null {
  if (composition.status === 'entered-in-error') return 'enteredInError';
  if (isRevoked(composition)) return 'revoked';
  if (numbers.length === 0) return 'noNhsNumber';
  const isOld = patient.identifier.some(({ use, value = '' }) => use === 'old' && plainNumber(value) === asked);
  if (numbers[0] !== asked) return isOld ? 'replacedNumber' : 'wrongPatient';
  if (patient.active === false || patient.link?.some(({ type }) => type === 'replaced-by')) return 'replacedNumber';
  const whoAndWhat = [raw, others.find(({ resourceType }) => resourceType === 'Patient')];
  return whoAndWhat.some((resource) => resource && mustNotBeUsed(resource)) ? 'notUnderstood' : null;
}

/**
 * Resources that say whom they are about, or are no such resource (FHIR R4, cardinality 1..1), and in which field.
 */
const ABOUT_WHOM: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'patient',
  CarePlan: 'subject',
  Condition: 'subject',
  Flag: 'subject',
  Goal: 'subject',
  MedicationRequest: 'subject',
  MedicationStatement: 'subject',
  Procedure: 'subject',
  RelatedPerson: 'patient',
  ServiceRequest: 'subject',
};

/**
 * Whether a resource must not be used: it does not say whom it is about, or it has a `modifierExtension` or
 * `implicitRules`, which whoever does not know them must not pass over (FHIR R4). Planside knows none.
 */
export function mustNotBeUsed(resource: Resource): boolean {
  const { resourceType, modifierExtension, implicitRules } = resource;
  const aboutWhom = ABOUT_WHOM[resourceType];
  const isModified = Array.isArray(modifierExtension) && modifierExtension.length > 0;
  return isModified || implicitRules !== undefined || (aboutWhom !== undefined && resource[aboutWhom] === undefined);
}

/**
 * The resources of one type among many.
 *
 * @returns those that fit the schema and may be used, and whether one did not
 */
export function ofType<T extends z.ZodMiniType>(
  resources: readonly Resource[],
  type: string,
  schema: T,
): { readonly found: readonly z.infer<T>[]; readonly damaged: boolean } {
  const parsed = resources
    .filter(({ resourceType }) => resourceType === type)
    .map((resource) => (mustNotBeUsed(resource) ? null : schema.safeParse(resource)));
  const found = parsed.flatMap((result) => (result?.success ? [result.data] : []));
  return { found, damaged: found.length < parsed.length };
}
