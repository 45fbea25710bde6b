import { describe, expect, test } from 'vitest';
import { ageOn } from '../../sandbox/people/dates.ts';
import { generatePeople } from '../../sandbox/people/generate-people.ts';
import type { Person } from '../../sandbox/people/person.ts';

const TODAY = '2026-11-22';
const people = generatePeople(1, TODAY);
const { persons } = people;
const count = (fits: (person: Person) => boolean) => persons.filter(fits).length;

/** The rule written out once more, not shared with the generator. */
function passesModulus11(number: string): boolean {
  const digits = [...number].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  return number.length === 10 && (sum + (digits[9] ?? 0)) % 11 === 0;
}

function groups(key: (person: Person) => string): Person[][] {
  return [...Map.groupBy(persons, key).values()].filter((group) => group.length > 1);
}

test('the same seed and day give the same people, another seed gives others', () => {
  expect(generatePeople(1, TODAY)).toEqual(people);
  expect(generatePeople(2, TODAY).persons[20]).not.toEqual(persons[20]);
});

describe('counts', () => {
  test('ten care homes with 251 residents, each with a room of that home', () => {
    expect(people.careHomes).toHaveLength(10);
    expect(count((person) => person.careHome !== undefined)).toBe(251);
    for (const home of people.careHomes) expect(count((person) => person.careHome === home.id)).toBeGreaterThan(10);
    for (const person of persons.filter((resident) => resident.careHome !== undefined))
      expect(person.room).toMatch(/^\d+$/);
  });

  test('a practice list of 2,000 with about half of the residents on it', () => {
    expect(count((person) => person.gpList)).toBe(2000);
    const listedResidents = count((person) => person.gpList && person.careHome !== undefined);
    expect(listedResidents).toBeGreaterThan(110);
    expect(listedResidents).toBeLessThan(140);
  });

  test('fourteen callers tonight, from the list, from care homes and from elsewhere', () => {
    const callers = persons.filter((person) => person.outOfHours !== undefined);
    expect(callers).toHaveLength(14);
    expect(callers.some((person) => person.gpList)).toBe(true);
    expect(callers.some((person) => person.careHome !== undefined)).toBe(true);
    expect(callers.some((person) => !person.gpList && person.careHome === undefined)).toBe(true);
    for (const { outOfHours } of callers) expect(outOfHours?.calledAt).toMatch(/^2026-11-22T\d\d:\d\d:00\+00:00$/);
  });
});

describe('identifiers', () => {
  const numbers = persons.flatMap((person) => [person.nhsNumber, ...person.replacedNhsNumbers]);

  test('every NHS number is of the 999 range, valid, and nobody else’s', () => {
    for (const number of numbers) {
      expect(number).toMatch(/^999\d{7}$/);
      expect(passesModulus11(number), number).toBe(true);
    }
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).not.toContain('9999999999');
  });

  test('patient ids are unique and shaped like UUIDs', () => {
    const ids = persons.map((person) => person.patientId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('telephone numbers are of the ranges for drama use', () => {
    for (const { phone } of persons) {
      if (phone !== undefined) expect(phone).toMatch(/^(01632 960\d{3}|07700 900\d{3}|020 7946 0\d{3})$/);
    }
  });
});

describe('hard cases', () => {
  const sameFamilyAndBirth = groups((person) => `${person.familyName}|${person.birthDate}`);

  test('twins, some with NHS numbers next to each other', () => {
    const twins = sameFamilyAndBirth.filter(([a, b]) => a?.givenNames.join() !== b?.givenNames.join());
    expect(twins.length).toBeGreaterThanOrEqual(12);
    const gap = ([a, b]: Person[]) => Math.abs(Number(a?.nhsNumber.slice(0, 9)) - Number(b?.nhsNumber.slice(0, 9)));
    expect(twins.filter((pair) => gap(pair) <= 3).length).toBeGreaterThanOrEqual(5);
  });

  test('pairs with the same name and birth date', () => {
    const pairs = groups((person) => [...person.givenNames, person.familyName, person.birthDate].join('|'));
    expect(pairs.length).toBeGreaterThanOrEqual(10);
  });

  test.each<[string, number, (person: Person) => boolean]>([
    ['date of death known', 10, (person) => typeof person.deceased === 'string'],
    ['only the fact of death known', 5, (person) => person.deceased === true],
    ['dead', 20, (person) => person.deceased !== undefined],
    ['restricted', 12, (person) => person.restricted],
    ['renamed', 40, (person) => person.previousFamilyNames.length > 0],
    ['renamed twice', 3, (person) => person.previousFamilyNames.length > 1],
    ['with a replaced NHS number', 15, (person) => person.replacedNhsNumbers.length > 0],
    ['born on 1 January', 20, (person) => person.birthDate.endsWith('-01-01')],
    ['born on 29 February', 8, (person) => person.birthDate.endsWith('-02-29')],
    ['with a preferred name', 50, (person) => person.preferredName !== undefined],
    ['without given names', 5, (person) => person.givenNames.length === 0],
    ['with a family name of one letter', 3, (person) => person.familyName.length === 1],
    ['with a very long name', 4, (person) => [...person.givenNames, person.familyName].join(' ').length > 45],
    ['with a straight apostrophe', 5, (person) => person.familyName.includes("'")],
    ['with a typographic apostrophe', 5, (person) => person.familyName.includes('’')],
    ['with a diacritic', 100, (person) => /\p{M}/u.test(person.familyName.normalize('NFD'))],
    ['called Leach', 1, (person) => person.familyName === 'Leach'],
    ['called Leech', 1, (person) => person.familyName === 'Leech'],
    ['infants', 5, (person) => ageOn(person.birthDate, TODAY) === 0],
    ['children', 200, (person) => ageOn(person.birthDate, TODAY) < 18],
    ['108 years old', 1, (person) => ageOn(person.birthDate, TODAY) === 108],
  ])('%s: at least %i', (_, atLeast, fits) => {
    expect(count(fits)).toBeGreaterThanOrEqual(atLeast);
  });

  test('nobody is born after today or older than 108, nobody dies before birth or after today', () => {
    for (const person of persons) {
      expect(person.birthDate <= TODAY).toBe(true);
      expect(ageOn(person.birthDate, TODAY)).toBeLessThanOrEqual(108);
      if (typeof person.deceased === 'string') {
        expect(person.deceased <= TODAY && person.deceased > person.birthDate).toBe(true);
      }
    }
  });
});
