import { planIdOf, versionOf } from '../composition.ts';
import type { Composition } from '../fhir-schemas.ts';
import { sectionKey, sectionsIn } from '../reader/sections.ts';
import { ownReference } from '../service/own-reference.ts';
import { sortPlans } from '../service/sort-plans.ts';
import { isPlan, type PlansOfSeveral } from './find-plans-of.ts';
import type { ResidentPlan } from './residents.ts';

/**
 * What is said of one resident whose plans were found.
 *
 * @param compositions theirs; none is for somebody else to judge (`look-up-residents.ts`)
 */
export function planOfResident(
  compositions: readonly Composition[],
  carePlans: PlansOfSeveral['carePlans'],
  fhirBase: string,
): ResidentPlan {
  const plans = compositions.filter(isPlan);
  // Only what was not asked for came: the question was not understood.
  if (plans.length === 0) return { kind: 'couldNotCheck' };
  const { current, newerDrafts } = sortPlans(plans);
  const [newest] = current;
  if (!newest) return { kind: 'noCurrentPlan', found: newerDrafts.length > 0 ? 'draft' : 'withdrawn' };
  const due = current.flatMap((plan) => reviewDueOf(plan, carePlans, fhirBase) ?? []).sort();
  return {
    kind: 'plan',
    changedOn: newest.date,
    ...(due[0] ? { reviewDue: due[0] } : {}),
    versions: current.map((plan) => {
      const version = versionOf(plan);
      return { planId: planIdOf(plan), ...(version ? { version } : {}), lastUpdated: plan.date };
    }),
  };
}

/** Where the document has it too: in the CarePlan of *Emergency care and treatment* (docs/plan-service.md). */
function reviewDueOf(
  { section }: Composition,
  carePlans: PlansOfSeveral['carePlans'],
  fhirBase: string,
): string | undefined {
  const entries = sectionsIn(section)
    .filter((one) => sectionKey(one) === 'treatment')
    .flatMap(({ entry }) => entry ?? []);
  const named = entries.flatMap(({ reference }) => {
    const own = ownReference(reference ?? '', fhirBase);
    return own?.type === 'CarePlan' ? (carePlans.get(own.id) ?? []) : [];
  });
  return named.find(({ status }) => status !== 'entered-in-error' && status !== 'revoked')?.period?.end;
}
