import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';
import type { PlanRecord, PlanState } from '../../sandbox/plans/plan-record.ts';
import { people, TODAY } from '../sandbox/plan-service/test-bed.ts';

const generated = generatePlans(people, 7, TODAY);

function plansOf({ patientId }: Person): readonly PlanRecord[] {
  return generated.plans.filter((plan) => plan.patientId === patientId);
}

/** People whose plans are in one of these states, and whom nothing else is special about. */
function peopleWith(states: readonly PlanState[], isOnList: boolean): readonly Person[] {
  return people.persons.filter(
    (person) =>
      person.gpList === isOnList &&
      !person.restricted &&
      person.deceased === undefined &&
      person.careHome === undefined &&
      person.replacedNhsNumbers.length + person.previousFamilyNames.length === 0 &&
      plansOf(person).some(({ state }) => states.includes(state)),
  );
}

function oneOf(persons: readonly Person[], at: number): Person {
  const person = persons[at];
  if (!person) throw new Error('Not enough people with such plans');
  return person;
}

const onList = peopleWith(['notForCpr'], true);
/** On the list of the GP's practice, each with one plan in force. */
export const known = oneOf(onList, 0);
export const otherKnown = oneOf(onList, 1);
/** On the list, with two plans in force. */
export const withTwo = oneOf(peopleWith(['twoCurrent'], true), 0);
const notOnList = peopleWith(['notForCpr', 'forCpr', 'overdue'], false);
/** With a plan in force, and not on the list: a GP is asked why. */
export const strangers = [oneOf(notOnList, 0), oneOf(notOnList, 1), oneOf(notOnList, 2)] as const;

/** The last with a plan on the list is the one who shares none with anybody (`refused-sharing.ts`). */
const refuser = oneOf(onList, onList.length - 1);

const chosen = [known, otherKnown, withTwo, refuser, ...strangers];

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
