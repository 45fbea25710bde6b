import { describe, expect, test } from 'vitest';
import { generatePeople } from '../../sandbox/people/generate-people.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';
import type { PlanRecord, PlanState } from '../../sandbox/plans/plan-record.ts';

const TODAY = '2026-11-22';
const people = generatePeople(1, TODAY);
const { plans, pointers } = generatePlans(people, 1, TODAY);
const personOf = new Map(people.persons.map((person) => [person.patientId, person] as const));
const byPerson = Map.groupBy(plans, ({ patientId }) => patientId);

/** The versions of everybody in a state, one list for each person, without those entered in error. */
function inState(state: PlanState): readonly (readonly PlanRecord[])[] {
  return [...byPerson.values()]
    .filter((versions) => versions[0]?.state === state)
    .map((versions) => versions.filter(({ intent }) => intent.status !== 'enteredInError'));
}

describe('who has a plan', () => {
  test('600 persons, all of them known, each in one state', () => {
    expect(byPerson.size).toBe(600);
    for (const [patientId, versions] of byPerson) {
      expect(personOf.has(patientId)).toBe(true);
      expect(new Set(versions.map(({ state }) => state)).size).toBe(1);
    }
  });

  test.each<PlanState>([
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
  ])('at least twenty are %s', (state) => {
    expect(inState(state).length).toBeGreaterThanOrEqual(20);
    expect(inState('notForCpr').length).toBeGreaterThanOrEqual(inState(state).length);
  });

  test('residents and callers mostly, and people of every kind', () => {
    const withPlan = people.persons.filter(({ patientId }) => byPerson.has(patientId));
    expect(withPlan.filter((person) => person.careHome !== undefined).length).toBeGreaterThan(220);
    expect(withPlan.filter((person) => person.careHome !== undefined).length).toBeLessThan(251);
    expect(withPlan.filter((person) => person.outOfHours !== undefined).length).toBe(12);
    expect(withPlan.filter((person) => person.deceased !== undefined).length).toBeGreaterThan(5);
    expect(withPlan.filter((person) => person.restricted).length).toBeGreaterThan(3);
    expect(withPlan.filter((person) => person.replacedNhsNumbers.length > 0).length).toBeGreaterThan(5);
  });
});

describe('what each state means', () => {
  test('one statement on CPR, of that kind', () => {
    for (const state of ['notForCpr', 'forCpr', 'modifiedCpr'] as const) {
      for (const [plan] of inState(state)) expect(plan?.intent.cpr.map(({ says }) => says)).toEqual([state]);
    }
    for (const [plan] of inState('unknownCpr')) expect(plan?.intent.cpr.map(({ says }) => says)).toEqual(['unknown']);
    for (const [plan] of inState('cprNotRecorded')) expect(plan?.intent.cpr).toEqual([]);
  });

  test('modified CPR is for children only', () => {
    for (const { intent, patientId } of plans) {
      const child = (personOf.get(patientId)?.birthDate ?? '') > '2008-11-22';
      if (intent.cpr.some(({ says }) => says === 'modifiedCpr')) expect(child).toBe(true);
    }
  });

  test('conflicting statements differ in what they say, who says it and when', () => {
    for (const [plan] of inState('conflictingCpr')) {
      const [first, second] = plan?.intent.cpr ?? [];
      expect(new Set([first?.says, second?.says])).toEqual(new Set(['notForCpr', 'forCpr']));
      expect(first?.author.name).not.toBe(second?.author.name);
      expect(first?.date).not.toBe(second?.date);
    }
  });

  test('a newer draft is not approved and says something else', () => {
    for (const [approved, draft] of inState('draftNewer')) {
      expect(approved?.composition.status).toMatch(/^(final|amended)$/);
      expect(draft?.composition.status).toBe('preliminary');
      expect((draft?.intent.changed ?? '') > (approved?.intent.changed ?? '')).toBe(true);
      expect({ ...draft?.intent, changed: '', version: '' }).not.toEqual({
        ...approved?.intent,
        changed: '',
        version: '',
      });
      expect(draft?.composition.relatesTo).toBeUndefined();
    }
    for (const versions of inState('draftOnly'))
      expect(versions.map((plan) => plan.composition.status)).toEqual(['preliminary']);
  });

  test('overdue is before today, every other current plan is not', () => {
    for (const [plan] of inState('overdue')) {
      expect((plan?.intent.reviewDue ?? '9') < TODAY).toBe(true);
      expect((plan?.intent.reviewDue ?? '') > (plan?.intent.reviewed ?? '9')).toBe(true);
    }
    for (const { state, intent } of plans) {
      if (state !== 'overdue' && intent.reviewDue !== undefined) expect(intent.reviewDue > TODAY).toBe(true);
    }
  });

  test('a superseded version is named by the newer one', () => {
    for (const [old, newer] of inState('superseded')) {
      expect(newer?.composition.relatesTo).toEqual([
        { code: 'replaces', targetReference: { reference: `Composition/${old?.compositionId}` } },
      ]);
      expect((newer?.composition.date ?? '') > (old?.composition.date ?? '')).toBe(true);
    }
  });

  test('revoked plans say so, whatever their status', () => {
    for (const plan of plans) {
      const revoked = plan.composition.extension?.some(({ url }) => url.endsWith('/adi-document-revoke-status'));
      expect(revoked).toBe(plan.state === 'revoked');
      if (revoked) expect(plan.composition.status).toMatch(/^(final|amended)$/);
    }
  });

  test('two current plans are of different authors and unrelated', () => {
    for (const [first, second] of inState('twoCurrent')) {
      expect(first?.intent.author.name).not.toBe(second?.intent.author.name);
      expect(first?.composition.identifier).not.toEqual(second?.composition.identifier);
      expect([first?.composition.relatesTo, second?.composition.relatesTo]).toEqual([undefined, undefined]);
    }
  });

  test('some people have a version entered in error besides, newer than the others', () => {
    const errors = plans.filter(({ intent }) => intent.status === 'enteredInError');
    expect(errors.length).toBeGreaterThanOrEqual(20);
    for (const error of errors) {
      expect(error.composition.status).toBe('entered-in-error');
      for (const other of byPerson.get(error.patientId) ?? []) {
        expect((other.composition.date ?? '') <= (error.composition.date ?? '')).toBe(true);
      }
    }
  });

  test('versions that must not be mixed up disagree on CPR, in some of each kind and in every error', () => {
    const says = (plan: PlanRecord | undefined) => plan?.intent.cpr[0]?.says;
    for (const state of ['draftNewer', 'superseded', 'twoCurrent'] as const) {
      expect(inState(state).filter(([first, second]) => says(first) !== says(second)).length).toBeGreaterThan(4);
    }
    for (const error of plans.filter(({ intent }) => intent.status === 'enteredInError')) {
      const current = byPerson.get(error.patientId)?.findLast(({ intent }) => intent.status !== 'enteredInError');
      expect(says(error)).not.toBe(says(current));
    }
  });

  test('nothing is dated after today, and nothing about the dead after their death', () => {
    for (const { intent, patientId } of plans) {
      const { deceased, birthDate } = personOf.get(patientId) ?? {};
      const last = typeof deceased === 'string' ? deceased : TODAY;
      for (const date of [intent.changed, intent.reviewed, ...intent.cpr.map((statement) => statement.date)]) {
        if (date !== undefined) expect(date <= last && date > (birthDate ?? '9')).toBe(true);
      }
    }
  });
});

describe('pointers to plans held elsewhere', () => {
  test('one or two for about eighty people, also without a plan here', () => {
    const pointed = Map.groupBy(pointers, ({ patientId }) => patientId);
    expect(pointed.size).toBe(80);
    for (const list of pointed.values()) expect([1, 2]).toContain(list.length);
    expect([...pointed.keys()].filter((patientId) => !byPerson.has(patientId)).length).toBeGreaterThan(20);
  });

  test('shaped as the National Record Locator’s', () => {
    for (const { patientId, pointer } of pointers) {
      expect(pointer.status).toBe('current');
      expect(pointer.category?.[0]?.coding?.[0]?.code).toBe('734163000');
      expect(pointer.subject).toEqual({
        identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: personOf.get(patientId)?.nhsNumber },
      });
      expect(pointer.custodian?.identifier?.system).toBe('https://fhir.nhs.uk/Id/ods-organization-code');
      const [content] = pointer.content;
      expect(content?.attachment.title).not.toBe('');
      expect(content?.attachment.creation).toMatch(/^\d{4}-/);
      expect(content?.attachment.url).toMatch(
        /^(ssp:\/\/spine-proxy\.example\.org|https:\/\/plans\.zz\d+\.example\.org)\//,
      );
    }
  });
});

test('the same people, seed and day give the same plans; another seed gives others', () => {
  const again = generatePlans(generatePeople(1, TODAY), 1, TODAY);
  expect(again.pointers).toEqual(pointers);
  expect(again.plans.map(({ intent }) => intent)).toEqual(plans.map(({ intent }) => intent));
  // Written in another order: what is in a document must not depend on who was opened first.
  for (const at of [700, 3, 350]) expect(again.plans[at]?.document).toEqual(plans[at]?.document);
  expect(generatePlans(people, 2, TODAY).plans[9]?.intent).not.toEqual(plans[9]?.intent);
});
