import type { Random } from './random.ts';

/** `days` before an ISO date. */
export function daysBefore(date: string, days: number): string {
  return Temporal.PlainDate.from(date).subtract({ days }).toString();
}

/** `days` after an ISO date. */
export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Completed years between two ISO dates. */
export function ageOn(birthDate: string, date: string): number {
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(date), { largestUnit: 'years' }).years;
}

/** A birth date of somebody who is `age` years old today. */
export function birthDateFor(age: number, today: string, random: Random): string {
  const latest = Temporal.PlainDate.from(today).subtract({ years: age });
  const earliest = latest.subtract({ years: 1 }).add({ days: 1 });
  return earliest.add({ days: random.integer(0, earliest.until(latest).days) }).toString();
}

/** The 29 February nearest before a date. */
export function leapDayBefore(date: string): string {
  let year = Temporal.PlainDate.from(date).year - 1;
  while (!Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear) year -= 1;
  return Temporal.PlainDate.from({ year, month: 2, day: 29 }).toString();
}

/** A FHIR instant for a London wall-clock time, with its offset (`+01:00` in summer). */
export function londonTime(date: string, time: string): string {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
