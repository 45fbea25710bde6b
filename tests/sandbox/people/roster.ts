import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** People in the making. Whoever was made special once is left alone afterwards, so the specialities stay apart. */
export type Roster = { readonly persons: Person[]; readonly special: Set<string> };

/** Positions of those who are not special yet and fit, in a random order, `count` of them. */
export function choose(
  roster: Roster,
  random: Random,
  count: number,
  fits: (person: Person) => boolean,
): readonly number[] {
  const open = roster.persons.flatMap((person, at) =>
    !roster.special.has(person.patientId) && fits(person) ? [at] : [],
  );
  if (open.length < count) throw new Error(`Only ${open.length} people fit where ${count} are needed`);
  return random.sample(open, count);
}

/** Puts a changed person in place of the old one and marks them as special. */
export function put(roster: Roster, at: number, changes: Partial<Person>): void {
  const person = personAt(roster, at);
  roster.persons[at] = { ...person, ...changes };
  roster.special.add(person.patientId);
}

/** Who stands at a position; throws if nobody does. */
export function personAt(roster: Roster, at: number): Person {
  const person = roster.persons[at];
  if (person === undefined) throw new Error(`Nobody at position ${at}`);
  return person;
}
