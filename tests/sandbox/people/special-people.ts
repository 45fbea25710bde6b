import { ageOn, birthDateFor, daysBefore, leapDayBefore } from './dates.ts';
import { LONG_NAMES } from './names.ts';
import { type Maker, newPerson, titleFor } from './new-person.ts';
import type { Person } from './person.ts';
import { choose, personAt, put, type Roster } from './roster.ts';

const onList = (person: Person) => person.gpList && person.careHome === undefined;
const adultOnList = (person: Person) => onList(person) && person.birthDate < '2000';
const elderlyOnList = (person: Person) => onList(person) && person.birthDate < '1960';

/** Changes `count` people who fit. */
function change(
  roster: Roster,
  { random }: Maker,
  count: number,
  fits: (person: Person) => boolean,
  changes: (person: Person, at: number) => Partial<Person>,
): void {
  choose(roster, random, count, fits).forEach((position, at) => {
    put(roster, position, changes(personAt(roster, position), at));
  });
}

function addRecordStates(roster: Roster, maker: Maker): void {
  const { random, numbers, today } = maker;
  change(roster, maker, 26, elderlyOnList, (_, at) => ({
    deceased: at % 3 === 0 ? true : daysBefore(today, random.integer(2, 400)),
  }));
  change(roster, maker, 16, adultOnList, () => ({ restricted: true }));
  change(roster, maker, 20, elderlyOnList, (_, at) => ({
    replacedNhsNumbers: at % 5 === 0 ? [numbers.fresh(), numbers.fresh()] : [numbers.fresh()],
  }));
  const married = (person: Person) => adultOnList(person) && person.gender === 'female';
  change(roster, maker, 46, married, (_, at) => ({
    title: 'Mrs',
    previousFamilyNames: [newPerson(maker, 40).familyName, ...(at % 8 === 0 ? [newPerson(maker, 40).familyName] : [])],
  }));
}

function addNames(roster: Roster, maker: Maker): void {
  const { random } = maker;
  change(roster, maker, LONG_NAMES.length, elderlyOnList, (_, at) => ({ ...LONG_NAMES[at] }));
  change(roster, maker, 6, adultOnList, () => ({ givenNames: [] }));
  change(roster, maker, 90, onList, (person) => ({
    preferredName: random.pick([
      'Peggy',
      'Bill',
      'Nan',
      'Ted',
      'Lily',
      'Jim',
      'Bo',
      'Maz',
      person.givenNames[0] ?? 'Sam',
    ]),
  }));
}

function addBirthDates(roster: Roster, maker: Maker): void {
  const { random, today } = maker;
  change(roster, maker, 30, adultOnList, (person) => ({ birthDate: `${person.birthDate.slice(0, 4)}-01-01` }));
  change(roster, maker, 10, adultOnList, (person) => ({ birthDate: leapDayBefore(person.birthDate) }));
  change(roster, maker, 8, onList, (_, at) => {
    const birthDate =
      at < 4
        ? daysBefore(today, [0, 3, 40, 300][at] ?? 0)
        : birthDateFor([102, 104, 106, 108][at - 4] ?? 108, today, random);
    const gender = at % 2 === 0 ? 'female' : 'male';
    return { birthDate, gender, title: titleFor(random, gender, ageOn(birthDate, today)) };
  });
}

/** Couples in one care home: one family name, one room. */
function addCouples(roster: Roster, maker: Maker): void {
  const resident = (person: Person) => person.careHome !== undefined;
  change(roster, maker, 8, resident, (person) => {
    const inHome = (other: Person) => other.careHome === person.careHome && other.patientId !== person.patientId;
    const [partner] = choose(roster, maker.random, 1, inHome);
    if (partner !== undefined) {
      put(roster, partner, {
        familyName: person.familyName,
        ...(person.room === undefined ? {} : { room: person.room }),
      });
    }
    return {};
  });
}

/** Gives a share of the people what makes their records hard: all counts are minimums the tests rely on. */
export function addSpecialities(roster: Roster, maker: Maker): void {
  addRecordStates(roster, maker);
  addNames(roster, maker);
  addBirthDates(roster, maker);
  addCouples(roster, maker);
}
