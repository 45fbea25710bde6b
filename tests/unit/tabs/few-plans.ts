import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';
import type { PlanRecord, PlanState } from '../../sandbox/plans/plan-record.ts';
import { people, TODAY } from '../sandbox/plan-service/test-bed.ts';

const generated = generatePlans(people, 7, TODAY);

function plansOf({ patientId }: Person): readonly PlanRecord[] {
  return generated.plans.filter((plan) => plan.patientId === patientId);
}

/** The so many-th person whose plans are in this state and whom nothing else is special about. */
function personWith(state: PlanState, at: number, isOnList: boolean): Person {
  const plain = people.persons.filter(
    (person) =>
      person.gpList === isOnList &&
      !person.restricted &&
      person.deceased === undefined &&
      person.careHome === undefined &&
      person.replacedNhsNumbers.length + person.previousFamilyNames.length === 0 &&
      plansOf(person).some((plan) => plan.state === state),
  );
  const person = plain[at];
  if (!person) throw new Error(`Not enough people with plans in the state ${state}`);
  return person;
}

/** On the list of the GP's practice, each with one plan in force. */
export const known = personWith('notForCpr', 0, true);
export const otherKnown = personWith('notForCpr', 1, true);
/** On the list, with two plans in force. */
export const withTwo = personWith('twoCurrent', 0, true);
/** With a plan in force, and not on the list: a GP is asked why. */
export const stranger = personWith('notForCpr', 0, false);

const chosen = [known, otherKnown, withTwo, stranger];

/** Their plans, as the plan service holds them. */
export const fewPlans: readonly PlanRecord[] = generated.plans.filter(({ patientId }) =>
  chosen.some((person) => person.patientId === patientId),
);

/** The documents of somebody's plans that are in force, newest first. */
export function documentsOf(person: Person): readonly unknown[] {
  const plans = plansOf(person).toSorted((one, other) => (one.composition.date < other.composition.date ? 1 : -1));
  return plans.map(({ document }) => document);
}

/** Somebody as a page shows them. */
export function onPage({ nhsNumber, birthDate, familyName, givenNames }: Person): PatientIdentity & {
  readonly birthDate: string;
} {
  return { nhsNumber, birthDate, familyName, givenNames: givenNames.join(' ') };
}
