import type { Person } from './person.ts';

export type Pair = readonly [Person, Person];

function pairsBy(persons: readonly Person[], key: (person: Person) => string): Pair[] {
  return [...Map.groupBy(persons, key).values()].flatMap(([first, second]) =>
    first === undefined || second === undefined ? [] : [[first, second] as const],
  );
}

const sameGivenNames = ([a, b]: Pair) => a.givenNames.join(' ') === b.givenNames.join(' ');

/** People with the same family name and birth date, but another given name. */
export function twins(persons: readonly Person[]): readonly Pair[] {
  return pairsBy(persons, (person) => `${person.familyName}|${person.birthDate}`).filter(
    (pair) => !sameGivenNames(pair),
  );
}

/** People with the same names and birth date. */
export function sameNames(persons: readonly Person[]): readonly Pair[] {
  return pairsBy(persons, (person) => `${person.familyName}|${person.givenNames.join(' ')}|${person.birthDate}`);
}
