import type { People, Person } from '../people/person.ts';
import type { PlanRecord } from '../plans/plan-record.ts';

/** The last of a list: demonstrations begin at the top and so seldom meet these people by chance. */
function last(people: People, belongs: (person: Person) => boolean): Person | undefined {
  return people.persons.findLast(
    (person) =>
      belongs(person) && !person.restricted && person.deceased === undefined && person.replacedNhsNumbers.length === 0,
  );
}

/**
 * The people who do not want to share a plan. Nobody is told even whether they have one (403 `suppressed`). They
 * are the last with a plan on the practice's list, the last without one in tonight's queue, and the last resident
 * without one of the home that has accounts: so lists of callers or residents with a plan can all be opened.
 *
 * @returns their Patient ids
 */
export function refusedSharing(people: People, plans: readonly Pick<PlanRecord, 'patientId'>[]): ReadonlySet<string> {
  const owners = new Set(plans.map(({ patientId }) => patientId));
  const hasPlan = ({ patientId }: Person) => owners.has(patientId);
  const home = people.careHomes[0]?.id;
  const atHome = ({ careHome, outOfHours }: Person) => careHome === undefined && outOfHours === undefined;
  const chosen = [
    last(people, (person) => person.gpList && atHome(person) && hasPlan(person)),
    last(people, (person) => person.outOfHours !== undefined && !hasPlan(person)),
    last(people, (person) => person.careHome === home && home !== undefined && !hasPlan(person)),
  ];
  return new Set(chosen.flatMap((person) => (person === undefined ? [] : [person.patientId])));
}
