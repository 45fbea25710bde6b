import type { People, Person } from '../people/person.ts';

/** The last of a list: demonstrations begin at the top and so seldom meet these people by chance. */
function last(people: People, belongs: (person: Person) => boolean): Person | undefined {
  return people.persons.findLast(
    (person) =>
      belongs(person) && !person.restricted && person.deceased === undefined && person.replacedNhsNumbers.length === 0,
  );
}

/**
 * The people who do not want their plan shared: the last on the practice's list, the last in tonight's queue,
 * and the last resident of the home that has accounts. Nobody is shown their plans (403 `suppressed`).
 *
 * @returns their Patient ids
 */
export function refusedSharing(people: People): ReadonlySet<string> {
  const home = people.careHomes[0]?.id;
  const chosen = [
    last(people, ({ gpList, outOfHours, careHome }) => gpList && outOfHours === undefined && careHome === undefined),
    last(people, ({ outOfHours }) => outOfHours !== undefined),
    last(people, ({ careHome }) => careHome !== undefined && careHome === home),
  ];
  return new Set(chosen.flatMap((person) => (person === undefined ? [] : [person.patientId])));
}
