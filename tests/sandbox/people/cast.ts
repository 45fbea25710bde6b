import type { PlanRecord, PlanState } from '../plans/plan-record.ts';
import { sameNames, twins } from './alike.ts';
import { type Casting, casting, differingPair, find, isOrdinary } from './casting.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import type { CareHome, People, Person } from './person.ts';

type GpPart =
  | PlanState
  | 'noPlan'
  | 'deceased'
  | 'restricted'
  | 'replacedNumber'
  | 'renamed'
  | 'twinA'
  | 'twinB'
  | 'sameNameA'
  | 'sameNameB'
  | 'longName'
  | 'pixelsA'
  | 'pixelsB';

/** The people that demos and tests open, by the part they play. */
export type Cast = {
  /**
   * On the GP list and living at home. `pixelsA` is not for CPR, `pixelsB` for CPR; so are `twinA` and `twinB`, and
   * `sameNameA` and `sameNameB`. `notForCpr` has the demo's full plan.
   */
  readonly gp: Readonly<Record<GpPart, Person>>;
  /** Out-of-hours callers with a plan; `notForCpr` has the demo's full plan. */
  readonly queue: { readonly notForCpr: Person; readonly forCpr: Person; readonly withPlan: readonly Person[] };
  /** Of one care home; `notForCpr` has the demo's full plan. */
  readonly residents: {
    readonly careHome: CareHome;
    readonly notForCpr: Person;
    readonly forCpr: Person;
    readonly overdue: Person;
    readonly noPlan: Person;
    readonly withPlan: readonly Person[];
  };
};

const DEMO_NUMBERS = new Set(DEMO_PEOPLE.map(({ nhsNumber }) => nhsNumber));

/** Demo people first, then those with a full plan, then the others. */
function bestFirst(persons: readonly Person[], { isFull }: Casting): readonly Person[] {
  const rank = (person: Person) => (DEMO_NUMBERS.has(person.nhsNumber) ? 0 : isFull(person) ? 1 : 2);
  return persons.toSorted((a, b) => rank(a) - rank(b));
}

/** People at home whom nothing could surprise about and nobody could confuse with another, best first. */
function plainPeople(persons: readonly Person[], list: readonly Person[], plans: Casting): readonly Person[] {
  const alike = new Set([...twins(persons), ...sameNames(persons)].flat());
  const unmistakable = (person: Person) => isOrdinary(person) && !alike.has(person) && person.outOfHours === undefined;
  return bestFirst(list.filter(unmistakable), plans);
}

function castGp({ persons }: People, plans: Casting): Cast['gp'] {
  const list = persons.filter((person) => person.gpList && person.careHome === undefined);
  const plain = plainPeople(persons, list, plans);
  const inState = (state: PlanState, among = plain) =>
    find(`gp.${state}`, among, (person) => plans.state(person) === state);
  const special = (part: string, fits: (person: Person) => boolean) =>
    find(`gp.${part}`, list, (person) => fits(person) && plans.state(person) === 'notForCpr');
  const [twinA, twinB] = differingPair('gp.twinA', twins(persons), plans);
  const [sameNameA, sameNameB] = differingPair('gp.sameNameA', sameNames(persons), plans);
  const notForCpr = inState('notForCpr');
  const forCpr = inState('forCpr');
  const others = plain.filter((person) => person !== notForCpr && person !== forCpr && person.birthDate < '1975');
  return {
    notForCpr,
    forCpr,
    modifiedCpr: inState('modifiedCpr'),
    conflictingCpr: inState('conflictingCpr'),
    unknownCpr: inState('unknownCpr'),
    cprNotRecorded: inState('cprNotRecorded'),
    draftNewer: inState('draftNewer'),
    draftOnly: inState('draftOnly'),
    overdue: inState('overdue'),
    superseded: inState('superseded'),
    revoked: inState('revoked'),
    twoCurrent: inState('twoCurrent'),
    partial: inState('partial'),
    noPlan: find('gp.noPlan', others, (person) => plans.state(person) === undefined),
    deceased: special('deceased', (person) => typeof person.deceased === 'string'),
    restricted: special('restricted', (person) => person.restricted),
    replacedNumber: special('replacedNumber', (person) => person.replacedNhsNumbers.length > 0),
    renamed: special('renamed', (person) => person.previousFamilyNames.length > 0),
    twinA,
    twinB,
    sameNameA,
    sameNameB,
    longName: special('longName', (person) => [...person.givenNames, person.familyName].join(' ').length > 45),
    pixelsA: inState('notForCpr', others),
    pixelsB: inState('forCpr', others),
  };
}

function castQueue({ persons }: People, plans: Casting): Cast['queue'] {
  const callers = persons.filter((person) => person.outOfHours !== undefined && plans.state(person) !== undefined);
  const withPlan = bestFirst(callers, plans);
  const inState = (state: PlanState) => find(`queue.${state}`, withPlan, (person) => plans.state(person) === state);
  return { notForCpr: inState('notForCpr'), forCpr: inState('forCpr'), withPlan };
}

function castResidents({ persons, careHomes }: People, plans: Casting): Cast['residents'] {
  const [careHome] = careHomes;
  if (careHome === undefined) throw new Error('Nobody can be cast as residents: there is no care home');
  const residents = bestFirst(
    persons.filter((person) => person.careHome === careHome.id && isOrdinary(person)),
    plans,
  );
  const inState = (state: PlanState) =>
    find(`residents.${state}`, residents, (person) => plans.state(person) === state);
  return {
    careHome,
    notForCpr: inState('notForCpr'),
    forCpr: inState('forCpr'),
    overdue: inState('overdue'),
    noPlan: find('residents.noPlan', residents, (person) => plans.state(person) === undefined),
    withPlan: residents.filter((person) => plans.state(person) !== undefined),
  };
}

/** Gives every part to somebody; throws, naming the part, if nobody can play it. */
export function cast(people: People, plans: readonly PlanRecord[]): Cast {
  const records = casting(plans);
  return { gp: castGp(people, records), queue: castQueue(people, records), residents: castResidents(people, records) };
}
