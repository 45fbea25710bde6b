import { ageOn } from '../../people/dates.ts';
import type { Person } from '../../people/person.ts';

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Today in London; the systems ask for it at each request, so that a sandbox left running overnight stays right. */
export type Today = () => Temporal.PlainDate;

export const todayInLondon: Today = () => Temporal.Now.plainDateISO('Europe/London');

/** Ten digits as 3-3-4: `999 104 5120`. */
export function spacedNhsNumber(nhsNumber: string): string {
  return `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`;
}

/** An ISO date as the NHS CUI writes it: `14-Jul-1938`. */
export function cuiDate(date: string): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return `${String(day).padStart(2, '0')}-${SHORT_MONTHS[month - 1]}-${year}`;
}

/** An ISO date as `14/07/1938`. */
export function slashDate(date: string): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/** An ISO date as `14 July 1938`. */
export function longDate(date: string): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Completed years; for somebody whose date of death is known, at death. */
export function ageOf(person: Pick<Person, 'birthDate' | 'deceased'>, today: Temporal.PlainDate): number {
  return ageOn(person.birthDate, typeof person.deceased === 'string' ? person.deceased : today.toString());
}

const GENDERS = { female: 'Female', male: 'Male', other: 'Not Specified', unknown: 'Not Known' } as const;

export function genderWord(gender: Person['gender']): string {
  return GENDERS[gender];
}

/** `Reed, Margaret Ann`. */
export function familyFirst({ familyName, givenNames }: Pick<Person, 'familyName' | 'givenNames'>): string {
  return givenNames.length > 0 ? `${familyName}, ${givenNames.join(' ')}` : familyName;
}

/** `Margaret Ann Reed`. */
export function givenFirst({ familyName, givenNames }: Pick<Person, 'familyName' | 'givenNames'>): string {
  return [...givenNames, familyName].join(' ');
}

/** The last day the person's record can speak of: today, or the day of death. */
export function lastDay(person: Person, today: Temporal.PlainDate): string {
  return typeof person.deceased === 'string' ? person.deceased : today.toString();
}
