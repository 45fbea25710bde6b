import type * as z from 'zod/mini';
import { PLAN_TYPES, SNOMED } from '../codes.ts';
import { snomedCodes } from '../concepts.ts';
import { type Composition, carePlanSchema, compositionSchema, type Resource } from '../fhir-schemas.ts';
import type { Asking } from '../service/asking.ts';
import { couldNotCheck, failed, type Judged, parseAll } from '../service/judge.ts';
import { ownReference } from '../service/own-reference.ts';
import { type Found, searchPages } from '../service/search-pages.ts';

/** Somebody who has a record at the service. */
export type Recorded = { readonly nhsNumber: string; readonly patientId: string };

/** What the service holds of each of some people, by the id of their record. */
export type PlansOfSeveral = {
  readonly compositions: ReadonlyMap<string, readonly Composition[]>;
  /** What the plans name as well: when they are due for review stands in it. */
  readonly carePlans: ReadonlyMap<string, z.infer<typeof carePlanSchema>>;
};

/** How many are asked for at once. */
export const PLANS_AT_ONCE = 20;
const PAGE_SIZE = '100';

/**
 * The plans of some people, asked for in one search.
 *
 * @returns failed if the answer holds anybody else's
 */
export async function findPlansOf(asking: Asking, people: readonly Recorded[]): Promise<Judged<PlansOfSeveral>> {
  const found = await askWithReviews(asking, people);
  if (!found.ok) return found;
  const parsed = parseAll(found.value.resources, compositionSchema, 'PLN-PLAN-SHAPE');
  if (!parsed.ok) return parsed;
  const wanted = new Set(people.map(({ patientId }) => patientId));
  const owned = Map.groupBy(parsed.value, ({ subject }) => ownerOf(subject.reference, asking.fhirBase));
  if ([...owned.keys()].some((owner) => !wanted.has(owner))) {
    return failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'));
  }
  return { ok: true, value: { compositions: owned, carePlans: carePlansIn(found.value.included) } };
}

/** Whether this is a plan of a kind that was asked for. */
export function isPlan({ type }: Composition): boolean {
  return snomedCodes(type).some((code) => PLAN_TYPES.some((planned) => planned === code));
}

/** When plans are due stands beside them, where the service brings it along; a service that does not know how is asked without. */
async function askWithReviews(asking: Asking, people: readonly Recorded[]): Promise<Judged<Found>> {
  const parameters = [
    ['subject', people.map(({ patientId }) => `Patient/${patientId}`).join(',')],
    ['type', PLAN_TYPES.map((code) => `${SNOMED}|${code}`).join(',')],
    ['_sort', '-date'],
    ['_count', PAGE_SIZE],
  ] as const;
  const numbers = people.map(({ nhsNumber }) => nhsNumber);
  const include = ['_include', 'Composition:entry:CarePlan'] as const;
  const found = await searchPages(asking, 'Composition', [...parameters, include], ...numbers);
  const isRefused = !found.ok && found.failure.kind === 'couldNotCheck' && found.failure.cause === 'refusedRequest';
  return isRefused ? searchPages(asking, 'Composition', parameters, ...numbers) : found;
}

function ownerOf(reference: string | undefined, fhirBase: string): string {
  const named = ownReference(reference ?? '', fhirBase);
  return named?.type === 'Patient' ? named.id : '';
}

/** One that cannot be read says nothing about when a plan is due. */
function carePlansIn(included: readonly Resource[]): PlansOfSeveral['carePlans'] {
  const named = included.flatMap((resource) => {
    const carePlan = carePlanSchema.safeParse(resource);
    return carePlan.success && typeof resource.id === 'string' ? [[resource.id, carePlan.data] as const] : [];
  });
  return new Map(named);
}
