import type { Person } from '../../sandbox/people/person.ts';
import type { PlanState } from '../../sandbox/plans/plan-record.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

const SHOWN: readonly PlanState[] = ['notForCpr', 'forCpr', 'conflictingCpr', 'cprNotRecorded', 'overdue'];

/**
 * On the practice's list, with a plan in force that nothing keeps from being shown.
 *
 * @param among plans in these states only
 */
export function peopleWithPlans(sandbox: Sandbox, among = SHOWN): readonly Person[] {
  return withPlans(sandbox, among).filter(({ gpList }) => gpList);
}

function withPlans({ people, plans, refusedSharing }: Sandbox, among: readonly PlanState[]): readonly Person[] {
  const states = Map.groupBy(plans, ({ patientId }) => patientId);
  return people.persons.filter(
    (person) =>
      isPlain(person) &&
      !refusedSharing.has(person.patientId) &&
      states.get(person.patientId)?.every(({ state }) => among.includes(state)),
  );
}

/** On nobody's list here, with such a plan: the service asks a GP why they ask. */
export function strangersWithPlans(sandbox: Sandbox): readonly Person[] {
  return withPlans(sandbox, SHOWN).filter(({ gpList }) => !gpList);
}

/** Whoever lives in this home and has such a plan. */
export function residentsWithPlans(sandbox: Sandbox, careHome: string): readonly Person[] {
  return withPlans(sandbox, SHOWN).filter((person) => person.careHome === careHome);
}

/** On the practice's list, and the service holds no plan, nor knows of one elsewhere. */
export function peopleWithoutPlans({ people, plans, pointers }: Sandbox): readonly Person[] {
  const known = new Set([...plans, ...pointers].map(({ patientId }) => patientId));
  return people.persons.filter((person) => person.gpList && isPlain(person) && !known.has(person.patientId));
}

function isPlain({ restricted, replacedNhsNumbers, previousFamilyNames }: Person): boolean {
  return !restricted && replacedNhsNumbers.length + previousFamilyNames.length === 0;
}
