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
const CHILDREN_NOT_MODIFIED = 8;
/** So many people of each speciality are certainly not for CPR; the others are in any state. */
const CERTAIN_SPECIALS = 4;

type Assignments = Map<Person, PlanState | undefined>;

/** Remembers a person's fixed state, or `undefined` for any; the first assignment holds. */
type Assign = (person: Person, state?: PlanState) => void;

function assignQueue({ persons }: People, assign: Assign, isDemo: (person: Person) => boolean): ReadonlySet<Person> {
  const callers = persons.filter((person) => person.outOfHours !== undefined && !isDemo(person));
  for (const [at, person] of callers.slice(QUEUE_WITHOUT).entries()) assign(person, QUEUE_STATES[at]);
  return new Set(callers.slice(0, QUEUE_WITHOUT));
}

function assignResidents(people: People, assign: Assign, without: ReadonlySet<Person>, random: Random): void {
  const home = people.careHomes[0]?.id;
  const residents = people.persons.filter((person) => person.careHome !== undefined && !without.has(person));
  const inFirstHome = residents.filter((person) => person.careHome === home);
  const elsewhere = residents.filter((person) => person.careHome !== home);
  const noPlan = new Set([...inFirstHome.slice(-2), ...random.sample(elsewhere, RESIDENTS_WITHOUT - 2)]);
  for (const [at, person] of inFirstHome.slice(1).entries())
    if (!noPlan.has(person)) assign(person, FIRST_HOME_STATES[at]);
  for (const person of elsewhere) if (!noPlan.has(person)) assign(person);
}

/** Of most twins and pairs of one name both have a plan, of the others only one. */
function assignAlike({ persons }: People, assign: Assign): void {
  for (const [at, [first, second]] of twins(persons.filter((person) => person.careHome === undefined)).entries()) {
    assign(first, at % 2 === 0 ? 'notForCpr' : 'forCpr');
    if (at % 4 !== 3) assign(second, at % 2 === 0 ? 'forCpr' : 'notForCpr');
  }
  for (const [at, [first, second]] of sameNames(persons).entries()) {
    assign(first, 'notForCpr');
    if (at % 3 !== 2) assign(second, at % 2 === 0 ? 'forCpr' : undefined);
  }
}

function assignChildren({ persons }: People, today: string, assign: Assign, random: Random): void {
  const age = (person: Person) => ageOn(person.birthDate, today);
  const children = persons.filter((person) => person.gpList && age(person) > 0 && age(person) < 18);
  const chosen = random.sample(children, PERSONS_BY_STATE.modifiedCpr + CHILDREN_NOT_MODIFIED);
  for (const [at, person] of chosen.entries()) {
    assign(person, at < PERSONS_BY_STATE.modifiedCpr ? 'modifiedCpr' : 'notForCpr');
  }
}

/** Fixed states for those who must have a certain one; `undefined` for those who may have any. */
function assignFixed(people: People, today: string, random: Random): Assignments {
  const assigned: Assignments = new Map();
  const assign: Assign = (person, state) => {
    if (!assigned.has(person)) assigned.set(person, state);
  };
  const numbers = new Set(DEMO_PEOPLE.map(({ nhsNumber }) => nhsNumber));
  const isDemo = (person: Person) => numbers.has(person.nhsNumber);
  for (const person of people.persons.filter(isDemo)) assign(person, 'notForCpr');
  const callersWithout = assignQueue(people, assign, isDemo);
  assignResidents(people, assign, callersWithout, random);
  assignAlike(people, assign);
  assignChildren(people, today, assign, random);
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
