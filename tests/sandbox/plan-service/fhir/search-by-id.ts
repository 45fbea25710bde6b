import type { Composition, FhirResource } from 'fhir/r4';
import { notUnderstood } from './outcome.ts';
import { partsShown } from './part-routes.ts';
import { permitRole } from './permit.ts';
import { planToAnswerWith } from './plan-to-answer-with.ts';
import type { SearchValues } from './read-search.ts';
import { INCLUDES } from './searches.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, fhirJson, type Surroundings } from './surroundings.ts';
import { withholdFromComposition } from './withhold.ts';

/** What one `_include` names in a Composition, as FHIR R4 defines the search parameter of that name. */
function namedBy(include: string, { subject, author, attester = [], section = [] }: Composition): readonly string[] {
  const references = {
    'Composition:subject': [subject],
    'Composition:author': author,
    'Composition:attester': attester.map(({ party }) => party),
    'Composition:entry': section.flatMap(({ entry = [] }) => entry),
  }[include];
  return (references ?? []).flatMap((named) => named?.reference ?? []);
}

/** One Composition by its id, with what it names as far as that is asked for: directly, not over several steps. */
export function searchById(c: FhirContext, around: Surroundings, id: string, values: SearchValues): Response {
  permitRole(c);
  const includes = values.get('_include')?.split(',') ?? [];
  if (includes.some((include) => !INCLUDES.includes(include))) throw notUnderstood('not-supported', 'Unknown _include');
  const { store, fhirBase } = around;
  const planId = store.composition(id) === undefined ? undefined : planToAnswerWith(c, around, id);
  const composition = planId === undefined ? undefined : store.composition(planId);
  const self = selfLink(fhirBase, 'Composition', values);
  if (planId === undefined || composition === undefined) {
    return fhirJson(c, searchset({ fhirBase, self, resources: [], total: 0 }));
  }
  const shown = withholdFromComposition(composition, c.get('role').withheld);
  const named = new Set(includes.flatMap((include) => namedBy(include, shown)));
  const patient = store.patient(store.patientOfPlan(planId) ?? '')?.resource;
  const candidates: readonly FhirResource[] = [...(patient ? [patient] : []), ...partsShown(c, around, planId)];
  const included = candidates.filter((one) => named.has(`${one.resourceType}/${one.id ?? ''}`));
  return fhirJson(c, searchset({ fhirBase, self, resources: [shown], included, total: 1 }));
}
