import { sameNames, twins } from '../people/alike.ts';
import { ageOn } from '../people/dates.ts';
import { DEMO_PEOPLE } from '../people/demo-people.ts';
import type { People, Person } from '../people/person.ts';
import type { Random } from '../people/random.ts';
import type { PlanState } from './plan-record.ts';

/** Persons with at least one plan, by the state of their plans. */
export const PERSONS_BY_STATE: Readonly<Record<PlanState, number>> = {
  notForCpr: 216,
  forCpr: 48,
  modifiedCpr: 24,
  conflictingCpr: 26,
  unknownCpr: 26,
  cprNotRecorded: 40,
  draftNewer: 30,
  draftOnly: 24,
  overdue: 48,
  superseded: 40,
  revoked: 24,
  twoCurrent: 24,
  partial: 30,
};

/** Every state a person's plans can be in. */
export const STATES: readonly PlanState[] = [
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
];

/** States that the demos look for in the queue and in the first care home. */
const QUEUE_STATES: readonly PlanState[] = ['notForCpr', 'forCpr', 'notForCpr', 'overdue', 'forCpr', 'draftNewer'];
const FIRST_HOME_STATES: readonly PlanState[] = [
  'notForCpr',
  'forCpr',
  'overdue',
  'notForCpr',
  'cprNotRecorded',
  'partial',
];

const QUEUE_WITHOUT = 2;
const RESIDENTS_WITHOUT = 18;
/** So many people of each speciality are certainly not for CPR; the others are in any state. */
const CERTAIN_SPECIALS = 4;

type Assignments = Map<Person, PlanState | undefined>;

/** Fixed states for those who must have a certain one; `undefined` for those who may have any. */
function assignFixed(people: People, today: string, random: Random): Assignments {
  const { persons, careHomes } = people;
  const assigned: Assignments = new Map();
  const assign = (person: Person, state?: PlanState) => {
    if (!assigned.has(person)) assigned.set(person, state);
  };
  const demo = new Set(DEMO_PEOPLE.map(({ nhsNumber }) => nhsNumber));
  for (const person of persons) if (demo.has(person.nhsNumber)) assign(person, 'notForCpr');

  const callers = persons.filter((person) => person.outOfHours !== undefined && !assigned.has(person));
  callers.slice(QUEUE_WITHOUT).forEach((person, at) => {
    assign(person, QUEUE_STATES[at]);
  });
  const without = new Set(callers.slice(0, QUEUE_WITHOUT));

  const residents = persons.filter(
    (person) => person.careHome !== undefined && !assigned.has(person) && !without.has(person),
  );
  const inFirstHome = residents.filter((person) => person.careHome === careHomes[0]?.id);
  FIRST_HOME_STATES.forEach((state, at) => {
    const person = inFirstHome[at];
    if (person !== undefined) assign(person, state);
  });
  const withoutPlan = new Set([...inFirstHome.slice(-2), ...random.sample(residents.slice(40), RESIDENTS_WITHOUT - 2)]);
  for (const person of residents) if (!withoutPlan.has(person)) assign(person);

  for (const [at, pair] of twins(persons)
    .filter(([a]) => a.gpList && a.careHome === undefined)
    .entries()) {
    assign(pair[0], at % 2 === 0 ? 'notForCpr' : 'forCpr');
    if (at % 4 !== 3) assign(pair[1], at % 2 === 0 ? 'forCpr' : 'notForCpr');
  }
  for (const [at, pair] of sameNames(persons).entries()) {
    assign(pair[0], 'notForCpr');
    if (at % 3 !== 2) assign(pair[1], at % 2 === 0 ? 'forCpr' : undefined);
  }
  const children = persons.filter(
    (person) => person.gpList && ageOn(person.birthDate, today) < 18 && ageOn(person.birthDate, today) > 0,
  );
  random.sample(children, PERSONS_BY_STATE.modifiedCpr + 8).forEach((person, at) => {
    assign(person, at < PERSONS_BY_STATE.modifiedCpr ? 'modifiedCpr' : 'notForCpr');
  });
  return assigned;
}

/** Adds people with something special about their record, then elderly people of the list, until there are enough. */
function assignRest(assigned: Assignments, { persons }: People, random: Random): void {
  const elderly = persons.filter(
    (person) =>
      person.gpList && person.careHome === undefined && person.birthDate < '1968' && person.outOfHours === undefined,
  );
  const alive = elderly.filter((person) => person.deceased === undefined);
  const specials: readonly (readonly [number, (person: Person) => boolean])[] = [
    [16, (person) => person.deceased !== undefined],
    [8, (person) => person.restricted],
    [12, (person) => person.replacedNhsNumbers.length > 0],
    [14, (person) => person.previousFamilyNames.length > 0],
    [8, (person) => [...person.givenNames, person.familyName].join(' ').length > 40],
  ];
  for (const [count, fits] of specials) {
    for (const [at, person] of elderly.filter(fits).slice(0, count).entries()) {
      if (!assigned.has(person)) assigned.set(person, at < CERTAIN_SPECIALS ? 'notForCpr' : undefined);
    }
  }
  const total = Object.values(PERSONS_BY_STATE).reduce((sum, count) => sum + count, 0);
  const others = alive.filter((person) => !assigned.has(person) && !person.restricted);
  for (const person of random.sample(others, total - assigned.size)) assigned.set(person, undefined);
}

/**
 * Who has a plan, and in what state: exactly as many persons in each state as `PERSONS_BY_STATE` says.
 * Residents and callers mostly, twins and people of the same name mostly, children for modified CPR, then the list.
 */
export function whoHasAPlan(people: People, today: string, random: Random): ReadonlyMap<Person, PlanState> {
  const assigned = assignFixed(people, today, random);
  assignRest(assigned, people, random);
  const fixed = [...assigned.values()];
  const deck = STATES.flatMap((state) => {
    const left = PERSONS_BY_STATE[state] - fixed.filter((other) => other === state).length;
    if (left < 0) throw new Error(`Too many fixed plans of the state ${state}`);
    return Array<PlanState>(left).fill(state);
  });
  const shuffled = random.sample(deck, deck.length);
  return new Map([...assigned].map(([person, state]) => [person, state ?? shuffled.pop() ?? 'notForCpr'] as const));
}
