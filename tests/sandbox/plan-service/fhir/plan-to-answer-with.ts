import { notFound } from './outcome.ts';
import { permit, permitRole } from './permit.ts';
import { type FhirContext, isAboutSomebodyElse, type Surroundings } from './surroundings.ts';

/**
 * The plan to answer with: the one asked for, or one of another person where that fault is switched on.
 *
 * @throws Refusal 404 for a plan that is not there, 403 for one that is not for this account
 */
export function planToAnswerWith(c: FhirContext, around: Surroundings, id: string): string {
  permitRole(c);
  const { store } = around;
  const asked = store.patient(store.patientOfPlan(id) ?? '');
  if (asked === undefined) throw notFound('plan');
  permit(c, around, asked);
  if (!isAboutSomebodyElse(c)) return id;
  const other = store.somebodyElse(asked.id);
  return (
    (other && store.searchPlans({ patientIds: [other.id], newestFirst: true })[0]) ??
    store.planOfAnother(asked.id) ??
    id
  );
}
