import { daysAfter } from './dates.ts';
import type { NhsNumbers } from './nhs-number.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { choose, personAt, put, type Roster } from './roster.ts';

/** Given names of twins: some of them differ in one letter or in the order of the letters. */
const TWINS = [
  ['Margaret', 'Margret'],
  ['Anna', 'Hannah'],
  ['Aaron', 'Arron'],
  ['Jean', 'Joan'],
  ['Siân', 'Sian'],
  ['Brian', 'Bryan'],
  ['Mary Ann', 'Marian'],
  ['Gurdeep', 'Gurdip'],
  ['Eric', 'Derek'],
  ['Rose', 'Ruby'],
  ['Mohammed', 'Muhammad'],
  ['Ellie', 'Elsie'],
  ['Peter', 'Paul'],
  ['Joan', 'Jane'],
  ['Niamh', 'Nuala'],
  ['Ali', 'Aliya'],
] as const;

/** Family names that differ by a letter, a mark or a space. */
const SIMILAR_FAMILY_NAMES = [
  ['Leach', 'Leech'],
  ['Macdonald', 'McDonald'],
  ["O'Brien", 'O’Brian'],
  ['Reid', 'Read'],
  ['Li', 'Lee'],
  ['Smith', 'Smyth'],
  ['Hussain', 'Hussein'],
  ['Nowak', 'Novak'],
  ['van der Berg', 'Vanderberg'],
  ['Müller', 'Mueller'],
] as const;

const SAME_NAME_PAIRS = 12;

const onListAtHome = (person: Person) => person.gpList && person.careHome === undefined;

function pairs(roster: Roster, random: Random, count: number): readonly (readonly [number, number])[] {
  const elderly = (person: Person) => onListAtHome(person) && person.birthDate < '1975';
  const chosen = choose(roster, random, count * 2, elderly);
  return Array.from({ length: count }, (_, at) => [chosen[at * 2] ?? 0, chosen[at * 2 + 1] ?? 0]);
}

/** Twins: one family name, birth date and often address, two given names; every other pair has adjacent NHS numbers. */
export function addTwins(roster: Roster, random: Random, numbers: NhsNumbers): void {
  pairs(roster, random, TWINS.length).forEach(([first, second], at) => {
    const [nameA, nameB] = TWINS[at] ?? TWINS[0];
    const a = personAt(roster, first);
    const { familyName, birthDate, addressLines, postcode, gender } = a;
    put(roster, first, { givenNames: [nameA] });
    put(roster, second, {
      givenNames: [nameB],
      familyName,
      birthDate,
      gender,
      title: a.title,
      ...(at % 3 === 0 ? {} : { addressLines, postcode }),
      ...(at % 2 === 0 ? { nhsNumber: numbers.nextTo(a.nhsNumber) } : {}),
    });
  });
}

/** Two people who share name and birth date and nothing else. */
export function addSameNames(roster: Roster, random: Random): void {
  for (const [first, second] of pairs(roster, random, SAME_NAME_PAIRS)) {
    const { givenNames, familyName, birthDate, gender, title } = personAt(roster, first);
    put(roster, first, {});
    put(roster, second, { givenNames, familyName, birthDate, gender, title });
  }
}

/** Same given name, family names that look alike, birth dates a day or a month apart. */
export function addSimilarNames(roster: Roster, random: Random): void {
  pairs(roster, random, SIMILAR_FAMILY_NAMES.length).forEach(([first, second], at) => {
    const [familyA, familyB] = SIMILAR_FAMILY_NAMES[at] ?? SIMILAR_FAMILY_NAMES[0];
    const { givenNames, birthDate, gender, title } = personAt(roster, first);
    put(roster, first, { familyName: familyA });
    put(roster, second, {
      givenNames,
      familyName: familyB,
      birthDate: daysAfter(birthDate, at % 2 === 0 ? 1 : 30),
      gender,
      title,
    });
  });
}
