import { ageOn, birthDateFor } from './dates.ts';
import { NAME_STOCKS, type NameStock } from './names.ts';
import type { NhsNumbers } from './nhs-number.ts';
import type { Person } from './person.ts';
import { STREETS } from './places.ts';
import type { Random } from './random.ts';

/** What new people are made from. */
export type Maker = { readonly random: Random; readonly numbers: NhsNumbers; readonly today: string };

/** Ages of a practice list with many elderly people: [youngest, oldest, share]. */
const AGES = [
  [0, 17, 18],
  [18, 49, 25],
  [50, 69, 24],
  [70, 89, 26],
  [90, 101, 7],
] as const;

const GENDERS = [...Array<'female'>(52).fill('female'), ...Array<'male'>(46).fill('male'), 'other', 'unknown'] as const;

function pickWeighted<T>(random: Random, list: readonly T[], weight: (item: T) => number): T {
  let left = random.next() * list.reduce((sum, item) => sum + weight(item), 0);
  const found = list.find((item) => {
    left -= weight(item);
    return left < 0;
  });
  return found ?? random.pick(list);
}

/** An age from the practice's age pyramid. */
export function listAge(random: Random): number {
  const [youngest, oldest] = pickWeighted(random, AGES, (band) => band[2]);
  return random.integer(youngest, oldest);
}

/** A telephone number of Ofcom's ranges for drama use. */
export function dramaPhone(random: Random): string {
  const digits = (low: number, high: number, length: number) => String(random.integer(low, high)).padStart(length, '0');
  return random.pick([
    () => `01632 960${digits(0, 999, 3)}`,
    () => `07700 900${digits(0, 999, 3)}`,
    () => `020 7946 0${digits(0, 999, 3)}`,
  ])();
}

function givenNames(random: Random, stock: NameStock, gender: Person['gender']): string[] {
  const female = gender === 'female' || (gender !== 'male' && random.chance(0.5));
  return random.sample(female ? stock.female : stock.male, random.chance(0.25) ? 2 : 1);
}

function familyName(random: Random, stock: NameStock): string {
  const first = random.pick(stock.family);
  if (!random.chance(0.04) || /[ -]/.test(first)) return first;
  const second = random.pick(NAME_STOCKS.flatMap((other) => other.family).filter((name) => !/[ -]/.test(name)));
  return `${first}-${second}`;
}

/** A usual title for a gender and age; some people have none. */
export function titleFor(random: Random, gender: Person['gender'], age: number): string {
  if (age < 16) return gender === 'female' ? 'Miss' : gender === 'male' ? 'Master' : '';
  if (random.chance(0.03)) return random.pick(['Dr', 'Rev', 'Prof', '']);
  if (gender === 'male') return 'Mr';
  return gender === 'female' ? random.pick(['Mrs', 'Mrs', 'Ms', 'Miss']) : 'Mx';
}

/** Somebody of this age (or of an age of the list) in a home of their own, with nothing special about them. */
export function newPerson({ random, numbers, today }: Maker, age = listAge(random)): Person {
  const gender = random.pick(GENDERS);
  const stock = pickWeighted(random, NAME_STOCKS, (candidate) => candidate.weight);
  const birthDate = birthDateFor(age, today, random);
  return {
    patientId: random.uuid(),
    nhsNumber: numbers.fresh(),
    replacedNhsNumbers: [],
    title: titleFor(random, gender, ageOn(birthDate, today)),
    givenNames: givenNames(random, stock, gender),
    familyName: familyName(random, stock),
    previousFamilyNames: [],
    birthDate,
    gender,
    restricted: false,
    addressLines: [`${random.integer(1, 180)} ${random.pick(STREETS)}`, 'Exampleton'],
    postcode: `ZZ${random.integer(1, 9)} ${random.integer(2, 9)}${random.pick([...'ABDEFG'])}${random.pick([...'HJLNPQ'])}`,
    ...(random.chance(0.85) ? { phone: dramaPhone(random) } : {}),
    gpList: false,
  };
}
