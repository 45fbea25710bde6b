import { bundleSchema, type Composition, type Resource } from '../../utils/plan/fhir-schemas.ts';
import type { FhirBody } from '../../utils/plan/service/asking.ts';
import { type FoundCompositions, findCompositions } from '../../utils/plan/service/find-plans.ts';
import type { Judged } from '../../utils/plan/service/judge.ts';
import { sortPlans } from '../../utils/plan/service/sort-plans.ts';
import { NotCheckable } from './row.ts';
import type { Run } from './run.ts';

/** The plans of the patient: as the product judges them, and as they came. */
export type FoundPlans = {
  readonly judged: Judged<FoundCompositions>;
  /** In the order in which they came. */
  readonly raw: readonly Resource[];
};

/** Searches as the product does. */
export async function plansOf(run: Run): Promise<FoundPlans> {
  const pages: FhirBody[] = [];
  const asking = { ...(await run.asking()), heard: (page: FhirBody) => void pages.push(page) };
  const judged = await findCompositions(asking, await run.patientId(), run.wanted.nhsNumber);
  return { judged, raw: pages.flatMap(({ body }) => compositionsIn(body)) };
}

/** The Compositions on one page of a search, however damaged. */
export function compositionsIn(body: unknown): readonly Resource[] {
  const page = bundleSchema.safeParse(body);
  const entries = page.success ? (page.data.entry ?? []) : [];
  return entries.flatMap(({ resource }) => (resource?.resourceType === 'Composition' ? [resource] : []));
}

/**
 * The plan that everything about documents is checked with: the newest one in force, else a draft.
 *
 * @returns `null` where the service knows no plan of this patient as a Composition
 * @throws NotCheckable where the search failed, or brought only plans that nobody is to be shown
 */
export async function planOf(run: Run): Promise<Composition | null> {
  const { judged } = await run.plans();
  if (!judged.ok) {
    throw new NotCheckable('The plans could not be searched for; see “Plans are found by a posted search”.');
  }
  return judged.value.compositions.length === 0 ? null : shownOf(judged.value.compositions);
}

/** The newest plan in force, else a draft. @throws NotCheckable where all were withdrawn */
export function shownOf(compositions: readonly Composition[]): Composition {
  const { current, newerDrafts } = sortPlans(compositions);
  const [shown] = [...current, ...newerDrafts];
  if (!shown) throw new NotCheckable('This patient has only plans that were withdrawn. Try one with a plan in force.');
  return shown;
}
