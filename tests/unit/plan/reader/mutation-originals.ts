import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import type { Person } from '../../../sandbox/people/person.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import type { PlanRecord } from '../../../sandbox/plans/plan-record.ts';
import type { Original } from './mutation-dropped.ts';
import { originalOf } from './mutation-rules.ts';

const TODAY = '2026-11-22';

/** What each of the documents must have, so that every state and every speciality of the sandbox is among them. */
const WANTED: readonly (readonly [string, (plan: PlanRecord, person: Person) => boolean])[] = [
  ['Margaret Reed', (_, { familyName, preferredName }) => familyName === 'Reed' && preferredName === 'Peggy'],
  ['Patrick Doyle', (_, { familyName, givenNames }) => familyName === 'Doyle' && givenNames[0] === 'Patrick'],
  ['Arthur Bell', (_, { familyName, givenNames }) => familyName === 'Bell' && givenNames[0] === 'Arthur'],
  ['not for CPR', ({ state, intent }) => state === 'notForCpr' && intent.adrt !== undefined],
  ['for CPR', ({ state, intent }) => state === 'forCpr' && intent.allergies === 'none'],
  ['modified CPR', ({ state }) => state === 'modifiedCpr'],
  ['conflicting CPR', ({ state }) => state === 'conflictingCpr'],
  ['unknown CPR, in words', ({ state, intent }) => state === 'unknownCpr' && intent.cpr[0]?.code === undefined],
  ['unknown CPR, by a code', ({ state, intent }) => state === 'unknownCpr' && intent.cpr[0]?.code !== undefined],
  ['CPR not recorded', ({ state }) => state === 'cprNotRecorded'],
  ['a newer draft', ({ state, intent }) => state === 'draftNewer' && intent.status === 'draft'],
  ['a draft only', ({ state }) => state === 'draftOnly'],
  ['overdue', ({ state }) => state === 'overdue'],
  ['superseded', ({ state, intent }) => state === 'superseded' && intent.otherDocuments.length > 0],
  ['revoked', ({ state }) => state === 'revoked'],
  ['one of two', ({ state }) => state === 'twoCurrent'],
  ['damaged', ({ state, intent }) => state === 'partial' && intent.damaged.length > 1],
  ['entered in error', ({ intent }) => intent.status === 'enteredInError'],
  ['restricted', (_, { restricted }) => restricted],
  [
    'deceased, with an interpreter',
    ({ intent }, { deceased }) => deceased !== undefined && intent.prognosis !== undefined,
  ],
];

/** Twenty documents of the sandbox as originals of mutants; of several that fit, the shortest. */
export function originals(): readonly Original[] {
  const people = generatePeople(1, TODAY);
  const { plans } = generatePlans(people, 1, TODAY);
  const persons = new Map(people.persons.map((person) => [person.patientId, person] as const));
  return WANTED.map(([name, fits]) => {
    const fitting = plans.flatMap((plan) => {
      const person = persons.get(plan.patientId);
      return person && fits(plan, person) ? [{ plan, person }] : [];
    });
    const [shortest] = fitting.slice(0, 10).sort((one, other) => length(one.plan) - length(other.plan));
    if (!shortest) throw new Error(`No plan of the sandbox is ${name}`);
    return originalOf(name, JSON.parse(JSON.stringify(shortest.plan.document)), shortest.person.nhsNumber);
  });
}

function length({ document }: PlanRecord): number {
  return JSON.stringify(document).length;
}
