import { describe, expect, test } from 'vitest';
import { cast } from '../../sandbox/people/cast.ts';
import { generatePeople } from '../../sandbox/people/generate-people.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';

const TODAY = '2026-11-22';
const people = generatePeople(1, TODAY);
const { plans } = generatePlans(people, 1, TODAY);
const { gp, queue, residents } = cast(people, plans);
const versions = (person: { patientId: string }) => plans.filter(({ patientId }) => patientId === person.patientId);
const state = (person: { patientId: string }) => versions(person)[0]?.state;

describe('on the GP list', () => {
  test('everybody is on it, and lives at home', () => {
    for (const person of Object.values(gp)) {
      expect(person.gpList).toBe(true);
      expect(person.careHome).toBeUndefined();
    }
  });

  test.each([
    'notForCpr',
    'forCpr',
    'modifiedCpr',
    'conflictingCpr',
    'unknownCpr',
    'cprNotRecorded',
    'draftNewer',
    'draftOnly',
    'overdue',
    'superseded',
    'revoked',
    'twoCurrent',
    'partial',
  ] as const)('%s: alive, not restricted, not renamed', (part) => {
    const person = gp[part];
    expect(state(person)).toBe(part);
    expect([person.deceased, person.restricted, person.previousFamilyNames]).toEqual([undefined, false, []]);
  });

  test('the specialities', () => {
    expect(versions(gp.noPlan)).toEqual([]);
    expect(gp.deceased.deceased).toBeDefined();
    expect(gp.restricted.restricted).toBe(true);
    expect(gp.replacedNumber.replacedNhsNumbers).not.toEqual([]);
    expect(gp.renamed.previousFamilyNames).not.toEqual([]);
    expect([...gp.longName.givenNames, gp.longName.familyName].join(' ').length).toBeGreaterThan(45);
    for (const part of ['deceased', 'restricted', 'replacedNumber', 'renamed', 'longName'] as const) {
      expect(versions(gp[part])).not.toEqual([]);
    }
  });

  test('pairs that must not be confused differ in CPR', () => {
    for (const [a, b] of [
      [gp.twinA, gp.twinB],
      [gp.sameNameA, gp.sameNameB],
      [gp.pixelsA, gp.pixelsB],
    ] as const) {
      expect([state(a), state(b)]).toEqual(['notForCpr', 'forCpr']);
      expect(a.nhsNumber).not.toBe(b.nhsNumber);
    }
    expect(gp.twinA.birthDate + gp.twinA.familyName).toBe(gp.twinB.birthDate + gp.twinB.familyName);
    expect(gp.sameNameA.givenNames).toEqual(gp.sameNameB.givenNames);
    expect(new Set([gp.notForCpr, gp.pixelsA]).size + new Set([gp.forCpr, gp.pixelsB]).size).toBe(4);
  });
});

test('callers with plans', () => {
  expect(queue.withPlan.length).toBeGreaterThanOrEqual(4);
  for (const person of queue.withPlan) expect(person.outOfHours).toBeDefined();
  expect([state(queue.notForCpr), state(queue.forCpr)]).toEqual(['notForCpr', 'forCpr']);
});

test('residents of one home', () => {
  expect(residents.withPlan.length).toBeGreaterThanOrEqual(4);
  for (const person of [...residents.withPlan, residents.noPlan]) expect(person.careHome).toBe(residents.careHome.id);
  expect(state(residents.notForCpr)).toBe('notForCpr');
  expect(state(residents.forCpr)).toBe('forCpr');
  expect(state(residents.overdue)).toBe('overdue');
  expect(versions(residents.noPlan)).toEqual([]);
});

test('the demo trio has a plan with every section of the contract', () => {
  for (const person of [gp.notForCpr, queue.notForCpr, residents.notForCpr]) {
    const composition = versions(person)[0]?.document.entry?.[0]?.resource;
    const sections = composition?.resourceType === 'Composition' ? (composition.section ?? []) : [];
    expect(sections.filter(({ entry }) => entry !== undefined)).toHaveLength(15);
  }
});

test('says which part nobody can play', () => {
  expect(() => cast(people, [])).toThrow('Nobody can be cast as gp.twinA');
  const withoutRevoked = plans.filter((plan) => plan.state !== 'revoked');
  expect(() => cast(people, withoutRevoked)).toThrow('Nobody can be cast as gp.revoked');
  const noCallers = { ...people, persons: people.persons.map(({ outOfHours, ...person }) => person) };
  expect(() => cast(noCallers, plans)).toThrow('Nobody can be cast as queue.notForCpr');
});

test.each([2, 3, 2026])('can be cast from seed %i too', (seed) => {
  const others = generatePeople(seed, '2028-02-29');
  expect(() => cast(others, generatePlans(others, seed, '2028-02-29').plans)).not.toThrow();
});
