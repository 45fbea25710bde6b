import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { asOnePerson, canBeOneName } from '../../../utils/patient/same-person.ts';
import { cast } from '../../sandbox/people/cast.ts';
import { generatePeople } from '../../sandbox/people/generate-people.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';
import { NEAR_HOMONYMS } from './near-homonyms.ts';

const named = (familyName: string, givenNames = '') => ({ familyName, givenNames });
const margaret: PatientIdentity = {
  nhsNumber: '9991045120',
  birthDate: '1938-07-14',
  familyName: 'REED',
  givenNames: 'Margaret Ann',
};
const is = (changes: Partial<PatientIdentity>): PatientIdentity => ({ ...margaret, ...changes });

describe('canBeOneName', () => {
  test.each([
    ['the same', named('Reed', 'Margaret'), named('Reed', 'Margaret')],
    ['capitals', named('REED', 'MARGARET'), named('Reed', 'Margaret')],
    ['a given name more', named('Reed', 'Margaret'), named('Reed', 'Margaret Ann')],
    ['the other way round', named('Pacocha', 'Juanita Maria'), named('Juanita', 'Pacocha')],
    ['a family name of two words, divided elsewhere', named('Garcia Lopez', 'Ana'), named('Lopez', 'Ana Garcia')],
    ['spaces alone', named('van der Berg', 'Jan'), named('Vanderberg', 'Jan')],
    ['accents and apostrophes', named('O’NEILL', 'SIOBHAN'), named("O'Neill", 'Siobhán')],
    ['one word that is the whole name', named('Reed'), named('REED')],
  ])('S1: can be one: %s', (_name, one, other) => {
    expect([canBeOneName(one, other), canBeOneName(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['another given name', named('Reed', 'Margaret'), named('Reed', 'Joan')],
    ['another family name', named('Leach', 'Kevin'), named('Leech', 'Kevin')],
    ['another second given name', named('Reed', 'Margaret Ann'), named('Reed', 'Margaret Rose')],
    ['an initial', named('Reed', 'M'), named('Reed', 'Margaret')],
    ['the family name alone', named('Reed'), named('Reed', 'Margaret')],
    ['a given name alone', named('Margaret'), named('Reed', 'Margaret')],
    ['a part of a word', named('Reed', 'Ann'), named('Reed', 'Anna May')],
    ['no name at all', named(''), named('Reed', 'Margaret')],
  ])('S1: cannot be one: %s', (_name, one, other) => {
    expect([canBeOneName(one, other), canBeOneName(other, one)]).toEqual([false, false]);
  });

  test('S1: near-homonyms are never one name, as family names or as given names', () => {
    // In whatever order: the words of “Jones-Hughes” and “Hughes-Jones” are the same, and so are not told apart here.
    const words = (name: string) => name.split('-').sort().join(' ');
    const pairs = NEAR_HOMONYMS.filter(([one, other]) => {
      const [less = [], more = []] = [one, other].map((name) => name.split('-')).sort((a, b) => a.length - b.length);
      return words(one) !== words(other) && !less.every((word) => more.includes(word));
    });
    expect(pairs.length).toBeGreaterThan(90);
    const joined = pairs.filter(
      ([one, other]) =>
        canBeOneName(named(one, 'Kim'), named(other, 'Kim')) || canBeOneName(named('Kim', one), named('Kim', other)),
    );
    expect(joined).toEqual([]);
  });
});

/** Words of which no two fold to the same; a name has none of them twice (`found-bugs.test.ts`). */
const WORDS = ['Reed', 'Reid', 'O’Neill-Brown', 'Margaret', 'Ann', 'Joan', 'van', 'Łucja'];
const anyName = fc
  .uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .chain((words) =>
    fc.record({ familyName: fc.constant(words[0] ?? ''), givenNames: fc.constant(words.slice(1).join(' ')) }),
  );
const respelt = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD').replace('’', "'"),
);

test('canBeOneName is symmetric, reflexive, and asks for every word of the shorter name', () => {
  fc.assert(
    fc.property(anyName, anyName, respelt, (one, other, as) => {
      const spelt = { familyName: as(other.familyName), givenNames: as(other.givenNames) };
      expect(canBeOneName(one, spelt)).toBe(canBeOneName(spelt, one));
      expect(canBeOneName(other, spelt)).toBe(true);
      if (!canBeOneName(one, spelt)) return;
      const words = (name: typeof one) => new Set(`${name.familyName} ${name.givenNames}`.trim().split(/[ -]/));
      const [a, b] = [words(one), words(other)];
      expect(a.isSubsetOf(b) || b.isSubsetOf(a)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

const anyIdentity: fc.Arbitrary<PatientIdentity> = fc
  .record({
    nhsNumber: fc.constantFrom(...Array<string>(9).fill('9991045120'), '9992607939'),
    birthDate: fc.constantFrom(null, '1938-07-14', '1938-07-14', '1938-07-15'),
    name: fc.oneof(
      fc.constantFrom(
        ...[named('Reed', 'Margaret'), named('REED', 'Margaret Ann'), named('Margaret', 'Reed'), named('Reed', 'Joan')],
        { familyName: null, givenNames: '' },
      ),
      anyName,
    ),
  })
  .map(({ name, ...rest }) => ({ ...rest, ...name }));
const identities = fc.array(anyIdentity, { minLength: 1, maxLength: 4 });

describe('asOnePerson', () => {
  test('nobody is no person, and one is that one', () => {
    expect(asOnePerson([])).toBeNull();
    expect(asOnePerson([margaret])).toEqual(margaret);
  });

  test.each<[string, readonly PatientIdentity[], PatientIdentity | null]>([
    ['the fullest name is taken', [is({ givenNames: 'Margaret' }), margaret], margaret],
    ['the birth date of whoever has one', [is({ birthDate: null }), is({ givenNames: 'Margaret' })], margaret],
    ['no name and no birth date', [margaret, is({ familyName: null, givenNames: '', birthDate: null })], margaret],
    ['nobody knows the birth date', [is({ birthDate: null }), is({ birthDate: null })], is({ birthDate: null })],
    ['S1: two numbers', [margaret, is({ nhsNumber: '9992607939' })], null],
    ['S1: two birth dates', [margaret, is({ birthDate: '1938-07-15' })], null],
    ['S1: two names', [margaret, is({ givenNames: 'Joan' })], null],
    [
      'S1: a third without a birth date does not join two who differ in it',
      [margaret, is({ birthDate: null }), is({ birthDate: '1940-01-01' })],
      null,
    ],
    [
      'S1: a third with fewer names does not join two who differ in them',
      [margaret, is({ givenNames: 'Margaret' }), is({ givenNames: 'Margaret Rose' })],
      null,
    ],
    [
      'S1: a third without a name does not join two who differ in it',
      [margaret, is({ familyName: null, givenNames: '' }), is({ familyName: 'REID' })],
      null,
    ],
  ])('%s', (_name, list, expected) => {
    expect(asOnePerson(list)).toEqual(expected);
    expect(asOnePerson(list.toReversed())).toEqual(expected);
  });

  test('gives the same identity whatever the order', () => {
    const shuffled = identities.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    let joined = 0;
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const person = asOnePerson(one);
        expect(asOnePerson(other)).toEqual(person);
        // Saying the same once more changes nothing.
        expect(asOnePerson([...one, ...other])).toEqual(person);
        joined += person && one.length > 1 ? 1 : 0;
      }),
      { numRuns: 10_000 },
    );
    expect(joined).toBeGreaterThan(300);
  });

  test('S1: never joins two numbers, two birth dates or two names, and makes nothing up', () => {
    fc.assert(
      fc.property(identities, (list) => {
        const person = asOnePerson(list);
        const known = new Set(list.flatMap(({ birthDate }) => birthDate ?? []));
        const numbers = new Set(list.map(({ nhsNumber }) => nhsNumber));
        const shown = list.filter(({ familyName }) => familyName !== null);
        const fit = shown.every((one) => shown.every((other) => canBeOneName(one, other)));
        expect(person !== null).toBe(numbers.size === 1 && known.size <= 1 && fit);
        if (!person) return;
        expect([...numbers]).toEqual([person.nhsNumber]);
        expect(person.birthDate).toBe([...known][0] ?? null);
        const names = list.map(({ familyName, givenNames }) => ({ familyName, givenNames }));
        expect(names).toContainEqual({ familyName: person.familyName, givenNames: person.givenNames });
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('S1: the people of the sandbox', () => {
  const people = generatePeople(20_261, '2026-11-22');
  const { gp, queue, residents } = cast(people, generatePlans(people, 20_261, '2026-11-22').plans);
  const players = [
    ...new Set([
      ...Object.values(gp),
      ...[queue.notForCpr, queue.forCpr, ...queue.withPlan],
      ...[residents.notForCpr, residents.forCpr, residents.overdue, residents.noPlan, ...residents.withPlan],
    ]),
  ];
  const identityOf = ({ nhsNumber, birthDate, familyName, givenNames }: Person): PatientIdentity => ({
    ...{ nhsNumber, birthDate, familyName },
    givenNames: givenNames.join(' '),
  });
  const pairsOf = (list: readonly Person[]) =>
    list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const));
  // “Siân” and “Sian” are namesakes: systems leave accents out. The letters of ICU share nothing with the product.
  const { compare } = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });
  const areNamesakes = (one: Person, other: Person) =>
    compare(one.familyName, other.familyName) === 0 && compare(one.givenNames.join(), other.givenNames.join()) === 0;

  test('no two of the cast are one person, nor would be if one’s number stood beside the other’s name', () => {
    const pairs = pairsOf(players);
    expect(pairs.length).toBeGreaterThan(500);
    for (const [a, b] of pairs) {
      const [one, other] = [identityOf(a), identityOf(b)];
      expect(asOnePerson([one, other])).toBeNull();
      const misplaced = asOnePerson([one, { ...other, nhsNumber: one.nhsNumber }]);
      // Only the two cast for it share both name and birth date: the number alone tells them apart.
      const alike = areNamesakes(a, b) && a.birthDate === b.birthDate;
      expect([a.nhsNumber, b.nhsNumber, misplaced !== null]).toEqual([a.nhsNumber, b.nhsNumber, alike]);
    }
    expect(areNamesakes(gp.sameNameA, gp.sameNameB)).toBe(true);
  });

  test('no two of all people with one birth date are one person without their numbers, but namesakes', () => {
    const born = Map.groupBy(people.persons, ({ birthDate }) => birthDate);
    const pairs = [...born.values()].flatMap(pairsOf);
    expect(pairs.length).toBeGreaterThan(28);
    for (const [a, b] of pairs) {
      const other = { ...identityOf(b), nhsNumber: a.nhsNumber };
      expect([identityOf(a), other, asOnePerson([identityOf(a), other]) !== null]).toEqual([
        identityOf(a),
        other,
        areNamesakes(a, b),
      ]);
    }
  });
});
