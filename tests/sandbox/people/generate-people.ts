import { addSameNames, addSimilarNames, addTwins } from './alike-people.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { type Maker, newPerson } from './new-person.ts';
import { nhsNumbers } from './nhs-number.ts';
import type { CareHome, People, Person } from './person.ts';
import { CARE_HOMES, type CareHomeWithBeds, OUT_OF_HOURS_PROVIDER, PRACTICE } from './places.ts';
import { QUEUE_LENGTH, tonightsCalls } from './queue.ts';
import { randomFrom } from './random.ts';
import type { Roster } from './roster.ts';
import { addSpecialities } from './special-people.ts';

const GP_LIST_LENGTH = 2000;
/** Callers by where they come from; the rest of the queue is of another practice and lives at home. */
const CALLERS = { gpList: 6, residents: 4 };

function newResident(maker: Maker, home: CareHomeWithBeds, room: number): Person {
  return {
    ...newPerson(maker, maker.random.integer(66, 104)),
    addressLines: [home.name, home.street, 'Exampleton'],
    postcode: home.postcode,
    phone: home.phone,
    careHome: home.id,
    room: String(room),
    gpList: room % 2 === 0,
  };
}

/** The residents of a home, those of the demo first. */
function residentsOf(maker: Maker, home: CareHomeWithBeds, demo: readonly Person[]): Person[] {
  const known = demo.filter((person) => person.careHome === home.id);
  const rooms = Array.from({ length: home.residents + known.length }, (_, at) => at + 1);
  const free = rooms.filter((room) => !known.some((person) => person.room === String(room)));
  return [...known, ...free.slice(0, home.residents - known.length).map((room) => newResident(maker, home, room))];
}

/** Gives tonight's calls to adults of every kind: those of the demo, then people with nothing special about them. */
function withQueue(roster: Roster, others: readonly Person[], maker: Maker, inQueue: ReadonlySet<string>): Person[] {
  const ordinary = roster.persons.filter(
    (person) => !roster.special.has(person.patientId) && person.birthDate < '1980',
  );
  const callers = [
    ...roster.persons.filter((person) => inQueue.has(person.patientId)),
    ...maker.random.sample(
      ordinary.filter((person) => person.careHome === undefined),
      CALLERS.gpList,
    ),
    ...maker.random.sample(
      ordinary.filter((person) => person.careHome !== undefined),
      CALLERS.residents,
    ),
    ...others,
  ];
  const calls = tonightsCalls(maker.today);
  const callOf = new Map(callers.map((person, at) => [person.patientId, calls[at]] as const));
  return [...roster.persons, ...others].map((person) => {
    const outOfHours = callOf.get(person.patientId);
    return outOfHours === undefined ? person : { ...person, outOfHours };
  });
}

const careHome = ({ id, name, odsCode, phone }: CareHomeWithBeds): CareHome => ({ id, name, odsCode, phone });

/**
 * Everybody in the sandbox: ten care homes with 251 residents, a practice list of 2,000, tonight's queue of 14.
 * The same seed and day give the same people. `today` is an ISO date; nobody is born after it.
 */
export function generatePeople(seed: number, today: string): People {
  const random = randomFrom(seed, 'people');
  const numbers = nhsNumbers(
    random,
    DEMO_PEOPLE.map((person) => person.nhsNumber),
  );
  const maker: Maker = { random, numbers, today };
  const demo = DEMO_PEOPLE.map(({ inQueue, ...fixed }) => ({
    inQueue,
    person: { ...fixed, patientId: random.uuid() },
  }));
  const inQueue = new Set(demo.flatMap(({ inQueue, person }) => (inQueue ? [person.patientId] : [])));
  const demoPersons: Person[] = demo.map(({ person }) => person);

  const residents = CARE_HOMES.flatMap((home) => residentsOf(maker, home, demoPersons));
  const demoAtHome = demoPersons.filter((person) => person.careHome === undefined);
  const listedSoFar = [...residents, ...demoAtHome].filter((person) => person.gpList).length;
  const list = Array.from({ length: GP_LIST_LENGTH - listedSoFar }, () => ({ ...newPerson(maker), gpList: true }));
  const roster: Roster = {
    persons: [...demoAtHome, ...list, ...residents],
    special: new Set(demoPersons.map((person) => person.patientId)),
  };
  addTwins(roster, random, numbers);
  addSameNames(roster, random);
  addSimilarNames(roster, random);
  addSpecialities(roster, maker);
  const othersInQueue = QUEUE_LENGTH - inQueue.size - CALLERS.gpList - CALLERS.residents;
  const others = Array.from({ length: othersInQueue }, () => newPerson(maker, random.integer(58, 92)));
  return {
    persons: withQueue(roster, others, maker, inQueue),
    careHomes: CARE_HOMES.map(careHome),
    practice: PRACTICE,
    outOfHoursProvider: OUT_OF_HOURS_PROVIDER,
  };
}
