import { expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import type { PlanRecord } from '../../../sandbox/plans/plan-record.ts';
import { flatten } from './flatten.ts';
import { meantBy } from './said.ts';

const TODAY = '2026-11-22';
const people = generatePeople(1, TODAY);
const { plans } = generatePlans(people, 1, TODAY);
const personOf = new Map(people.persons.map((person) => [person.patientId, person] as const));

function differences({ patientId, intent, document, state }: PlanRecord): string[] {
  const person = personOf.get(patientId);
  if (!person) return [`nobody has the id ${patientId}`];
  const read = readDocument(document, person.nhsNumber);
  const takenBack = intent.status === 'enteredInError' ? 'enteredInError' : intent.revoked ? 'revoked' : null;
  if (!read.ok) return takenBack === read.why ? [] : [`refused: ${read.why}`];
  if (takenBack) return [`H05: a plan that was ${takenBack} is read`];
  const [meant, found] = [meantBy(intent, person), flatten(read.plan)];
  return [...new Set([...Object.keys(meant), ...Object.keys(found)])].flatMap((fact) => {
    const [one, other] = [meant[fact] ?? 'notRecorded', found[fact] ?? 'notRecorded'];
    const same = one === '?' || JSON.stringify(one) === JSON.stringify(other);
    return same ? [] : [`${state} ${fact}: meant ${JSON.stringify(one)}, read ${JSON.stringify(other)}`];
  });
}

test('S4 S11: every plan of the sandbox is read as its author meant it', () => {
  expect(plans.length).toBeGreaterThan(600);
  expect(plans.flatMap(differences)).toEqual([]);
});

test('S4: of a damaged section it is never said that there is nothing', () => {
  const partial = plans.filter(({ intent }) => intent.damaged.length > 0);
  expect(partial.length).toBeGreaterThan(20);
  for (const { patientId, intent, document } of partial) {
    const person = personOf.get(patientId);
    const read = person && readDocument(document, person.nhsNumber);
    if (!person || !read?.ok) throw new Error('This plan cannot be read');
    const [whole, damaged] = [meantBy({ ...intent, damaged: [] }, person), meantBy(intent, person)];
    const found = flatten(read.plan);
    for (const [fact, meant] of Object.entries(damaged)) {
      const nothing = found[fact] === 'notRecorded' || found[fact] === 'statedNone';
      if (meant === '?' && nothing) expect([fact, found[fact]]).toEqual([fact, whole[fact]]);
    }
  }
});
