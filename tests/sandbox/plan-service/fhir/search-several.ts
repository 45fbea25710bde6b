import type { Composition, FhirResource } from 'fhir/r4';
import type { StoredPatient } from '../store.ts';
import { notUnderstood, Refusal } from './outcome.ts';
import { permit } from './permit.ts';
import type { SearchValues } from './read-search.ts';
import { searchset, selfLink } from './searchset.ts';
import { type FhirContext, fhirJson, patientToAnswerAbout, type Surroundings } from './surroundings.ts';
import { takenApart } from './take-apart.ts';
import { withholdFromComposition } from './withhold.ts';

/** No search asks about more people at once. */
export const MOST_AT_ONCE = 50;

/** Brings along when each plan is due for review. */
export const WITH_REVIEWS = 'Composition:entry:CarePlan';

/** Where the CarePlan of the whole plan stands (docs/plan-service.md). */
const TREATMENT = 'Emergency care and treatment';

/** @throws Refusal 400 for a question about too many */
export function notTooMany(values: readonly string[]): readonly string[] {
  if (values.length > MOST_AT_ONCE) throw notUnderstood('too-costly', `No more than ${MOST_AT_ONCE} at once`);
  return values;
}

/** Those of several patients whom this role may see: of the others nothing is said, where one alone would be refused. */
export function permittedOf(
  c: FhirContext,
  around: Surroundings,
  asked: readonly (StoredPatient | undefined)[],
): readonly StoredPatient[] {
  return asked.filter((patient) => patient !== undefined).filter((patient) => isPermitted(c, around, patient));
}

function isPermitted(c: FhirContext, around: Surroundings, patient: StoredPatient): boolean {
  try {
    permit(c, around, patient);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The patients with these numbers, all on one page. */
export function searchSeveralPatients(
  c: FhirContext,
  around: Surroundings,
  values: SearchValues,
  numbers: readonly string[],
): Response {
  const { store, fhirBase } = around;
  const asked = notTooMany(numbers).map((number) => store.patientByNhsNumber(number));
  const resources = permittedOf(c, around, asked).map((patient) => patientToAnswerAbout(c, store, patient).resource);
  const self = selfLink(fhirBase, 'Patient', values);
  return fhirJson(c, searchset({ fhirBase, self, resources, total: resources.length }));
}

/** A plan with the one section that says when it is due, and the CarePlan in it, as far as the role may see them. */
export function withReview(c: FhirContext, { store }: Surroundings, planId: string): readonly FhirResource[] {
  const found = store.composition(planId);
  const document = store.document(planId);
  if (found === undefined || document === undefined) return [];
  const apart = takenApart(document, found);
  const section = (apart.composition.section ?? []).filter(({ title }) => title === TREATMENT);
  const { withheld } = c.get('role');
  const shown: Composition = withholdFromComposition({ ...found, section }, withheld);
  const named = (shown.section ?? []).flatMap(({ entry = [] }) => entry.map(({ reference }) => reference));
  const carePlans = apart.others.filter(
    ({ resourceType, id }) => resourceType === 'CarePlan' && named.includes(`CarePlan/${id ?? ''}`),
  );
  return [shown, ...carePlans];
}
