/** Dates and ages as the design has them, worked out by the calendar of the language and by nothing of the product. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `3 June 2026`, for the ear. */
export function spokenDay(iso: string): string {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A date as it stands in a line: for machines, for the eye (`03-Jun-2026`), for the ear. A year alone stays a year. */
export function day(iso: string): string {
  if (/^\d{4}$/.test(iso)) return `{${iso}|${iso}|${iso}}`;
  const { day: ofMonth, month, year } = Temporal.PlainDate.from(iso);
  const seen = [String(ofMonth).padStart(2, '0'), MONTHS[month - 1]?.slice(0, 3), year].join('-');
  return `{${iso}|${seen}|${spokenDay(iso)}}`;
}

/** Age as the NHS banner has it: `88`; from 2 to 18 years `7y 6m`; below that `14m 3d`, or `12d`. */
export function age(birthDate: string, on: string): string {
  const born = Temporal.PlainDate.from(birthDate);
  const { years, months } = born.until(on, { largestUnit: 'years' });
  if (years >= 18) return String(years);
  if (years >= 2) return `${years}y ${months}m`;
  const young = born.until(on, { largestUnit: 'months' });
  return young.months > 0 ? `${young.months}m ${young.days}d` : `${young.days}d`;
}

/** `5 months`, or in the first month `12 days`. */
export function lateBy(due: string, today: string): string {
  const { months, days } = Temporal.PlainDate.from(due).until(today, { largestUnit: 'months' });
  return months > 0 ? counted(months, 'month') : counted(days, 'day');
}

/** `1 plan`, `2 plans`. */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
