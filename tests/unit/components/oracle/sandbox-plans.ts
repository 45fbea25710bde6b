import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import type { Person } from '../../../sandbox/people/person.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import type { PlanRecord, PointerRecord } from '../../../sandbox/plans/plan-record.ts';

const SEED = 1;
export const TODAY = '2026-11-22';
/** In London, where it is winter: the same hour in UTC. */
export const CLOCK = '14:32';

/** Everything the plan service holds of one person, sorted by what its authors meant (docs/plan-service.md). */
export type PersonsPlans = {
  readonly person: Person;
  /** Every version, in the order of the sandbox. */
  readonly all: readonly PlanRecord[];
  /** Approved, not revoked, not superseded; newest first. */
  readonly current: readonly PlanRecord[];
  /** Drafts newer than all of these, newest first. */
  readonly newerDrafts: readonly PlanRecord[];
  readonly pointers: readonly PointerRecord[];
};

const changedAt = ({ composition }: PlanRecord) => Temporal.Instant.from(composition.date).epochMilliseconds;

function newestFirst(plans: readonly PlanRecord[]): readonly PlanRecord[] {
  return [...plans].sort((one, other) => changedAt(other) - changedAt(one));
}

/** “Another Composition with `replaces` naming it, or one with the same `identifier` and a later `date`.” */
function takesThePlaceOf(later: PlanRecord, earlier: PlanRecord): boolean {
  const replaced = (later.composition.relatesTo ?? []).map(({ targetReference }) => targetReference?.reference);
  const isSamePlan = later.composition.identifier?.value === earlier.composition.identifier?.value;
  return (
    replaced.includes(`Composition/${earlier.compositionId}`) || (isSamePlan && changedAt(later) > changedAt(earlier))
  );
}

function sorted(person: Person, all: readonly PlanRecord[], pointers: readonly PointerRecord[]): PersonsPlans {
  const approved = all.filter(({ intent }) => intent.status === 'approved');
  const isInForce = (plan: PlanRecord) =>
    !plan.intent.revoked && !approved.some((other) => other !== plan && takesThePlaceOf(other, plan));
  const current = newestFirst(approved.filter(isInForce));
  const isNewest = (draft: PlanRecord) => current.every((plan) => changedAt(draft) > changedAt(plan));
  const drafts = all.filter(({ intent }) => intent.status === 'draft' && !intent.revoked);
  return { person, all, current, newerDrafts: newestFirst(drafts.filter(isNewest)), pointers };
}

/** Everybody of the sandbox of whom there is any plan, current or not. */
export function everybodyWithPlans(): readonly PersonsPlans[] {
  const people = generatePeople(SEED, TODAY);
  const { plans, pointers } = generatePlans(people, SEED, TODAY);
  const plansOf = Map.groupBy(plans, ({ patientId }) => patientId);
  const pointersTo = Map.groupBy(pointers, ({ patientId }) => patientId);
  return people.persons.flatMap((person) => {
    const all = plansOf.get(person.patientId) ?? [];
    return all.length > 0 ? [sorted(person, all, pointersTo.get(person.patientId) ?? [])] : [];
  });
}
