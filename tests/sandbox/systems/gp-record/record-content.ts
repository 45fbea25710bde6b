import { ageOn, daysBefore } from '../../people/dates.ts';
import type { Person } from '../../people/person.ts';
import { type Random, randomFrom } from '../../people/random.ts';
import { doctorFor } from '../shared/staff.ts';
import { cuiDate, lastDay } from '../shared/wording.ts';
import { CONDITIONS, type Condition, DOCUMENTS, MINOR_VISITS } from './conditions.ts';

export type Consultation = {
  readonly date: string;
  readonly type: string;
  readonly clinician: string;
  readonly history: string;
  readonly plan: string;
};
export type Medicine = {
  readonly name: string;
  readonly dosage: string;
  readonly quantity: string;
  readonly lastIssued: string;
};
export type Problem = { readonly name: string; readonly since: string; readonly status: 'Active' | 'Past' };
export type Letter = { readonly date: string; readonly title: string; readonly from: string };
export type Measurement = { readonly name: string; readonly value: string; readonly date: string };

/** What the practice has written about one person. */
export type RecordContent = {
  readonly problems: readonly Problem[];
  readonly medication: readonly Medicine[];
  readonly consultations: readonly Consultation[];
  readonly documents: readonly Letter[];
  readonly measurements: readonly Measurement[];
};

/** The record of a person, always the same for the same person and day. Dates lie within the person's life. */
export function recordContent(person: Person, today: Temporal.PlainDate): RecordContent {
  const until = lastDay(person, today);
  const age = ageOn(person.birthDate, until);
  const random = randomFrom(1, `gp-record:${person.nhsNumber}`);
  const fitting = CONDITIONS.filter(({ ages: [from, to] }) => age >= from && age <= to);
  const conditions = random.sample(fitting, age < 40 ? random.integer(1, 2) : random.integer(3, 5));
  const within = (days: number) => later(person.birthDate, daysBefore(until, days));
  return {
    problems: problemsFrom(conditions, age, random, within),
    medication: conditions.flatMap(({ medicines }) =>
      medicines.map(([name, dosage, quantity]) => ({
        name,
        dosage,
        quantity,
        lastIssued: cuiDate(within(random.integer(2, 27))),
      })),
    ),
    consultations: consultationsFrom(conditions, random, within),
    documents: newestFirst(
      random
        .sample(DOCUMENTS, random.integer(3, 6))
        .map(([title, from]) => ({ date: within(random.integer(5, 800)), title, from })),
    ),
    measurements: measurements(age, random, within),
  };
}

type Within = (days: number) => string;

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** Sorted by ISO date while the dates still are, then written as the record writes them. */
function newestFirst<T extends { readonly date: string }>(entries: readonly T[]): T[] {
  return entries
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map((entry) => ({ ...entry, date: cuiDate(entry.date) }));
}

function problemsFrom(conditions: readonly Condition[], age: number, random: Random, within: Within): Problem[] {
  const longest = Math.min(Math.max(age, 1), 14) * 365;
  const active = conditions.map(
    ({ name }): Problem => ({ name, since: cuiDate(within(random.integer(60, longest))), status: 'Active' }),
  );
  const past = random.sample(
    ['Fracture of wrist', 'Appendicitis', 'Community acquired pneumonia', 'Cataract surgery'],
    age < 40 ? 0 : 2,
  );
  return [
    ...active,
    ...past.map((name): Problem => ({ name, since: cuiDate(within(random.integer(900, 7000))), status: 'Past' })),
  ];
}

function consultationsFrom(conditions: readonly Condition[], random: Random, within: Within): Consultation[] {
  const visits = [...conditions.flatMap((condition) => condition.visits), ...random.sample(MINOR_VISITS, 2)];
  return newestFirst(
    visits.map(([type, history, plan]) => ({
      date: within(random.integer(3, 520)),
      type,
      clinician: doctorFor(`${type}${history}`).name,
      history,
      plan,
    })),
  );
}

function measurements(age: number, random: Random, within: Within): Measurement[] {
  const date = () => cuiDate(within(random.integer(10, 300)));
  if (age < 16) return [{ name: 'Weight', value: `${10 + age * 3} kg`, date: date() }];
  return [
    { name: 'Blood pressure', value: `${random.integer(112, 158)}/${random.integer(62, 90)} mmHg`, date: date() },
    { name: 'Weight', value: `${random.integer(48, 96)}.${random.integer(0, 9)} kg`, date: date() },
    { name: 'Pulse', value: `${random.integer(58, 92)} /min`, date: date() },
    { name: 'Body mass index', value: `${random.integer(19, 31)}.${random.integer(0, 9)} kg/m²`, date: date() },
    { name: 'Haemoglobin', value: `${random.integer(98, 152)} g/L`, date: date() },
  ];
}
