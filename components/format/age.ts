import type { Words } from '../words/words.ts';
import { calendarDate, daysInMonth, machineDate } from './dates.ts';

export type Span = { readonly months: number; readonly days: number };

/**
 * Whole months and the days left over between two ISO days; `null` where either is no full date or the second is
 * the earlier one. Someone born on 29 February is a year older on 1 March of a common year.
 */
export function spanBetween(from: string, to: string): Span | null {
  const start = calendarDate(from);
  const end = calendarDate(to);
  if (!start || !end) return null;
  const months = (end.year - start.year) * 12 + (end.month - start.month) - (end.day < start.day ? 1 : 0);
  if (months < 0) return null;
  return { months, days: daysSinceMonthly(start.day, end) };
}

function daysSinceMonthly(startDay: number, end: { year: number; month: number; day: number }): number {
  if (end.day >= startDay) return end.day - startDay;
  const before = end.month === 1 ? { year: end.year - 1, month: 12 } : { year: end.year, month: end.month - 1 };
  const length = daysInMonth(before.year, before.month);
  return length - Math.min(startDay, length) + end.day;
}

/**
 * Age as the NHS CUI patient banner writes it: adults in years (`88`), from 2 to 18 years and months (`7y 6m`), under
 * 2 years months and days (`14m 3d`, `12d`). `null` where it cannot be worked out: never a guess.
 */
export function ageOn(birthDate: string, day: string, { AGE }: Pick<Words, 'AGE'>): string | null {
  const span = spanBetween(birthDate, day);
  if (!span) return null;
  const years = Math.floor(span.months / 12);
  if (years >= 18) return AGE.years(years);
  if (years >= 2) return AGE.yearsAndMonths(years, span.months % 12);
  return span.months > 0 ? AGE.monthsAndDays(span.months, span.days) : AGE.days(span.days);
}

/** `5 months`, `1 month`, or `12 days` within the first month; `null` where the day has not passed. */
export function lateness(due: string, day: string, { COUNT }: Counted): string | null {
  const span = spanBetween(machineDate(due) ?? due, day);
  if (!span || (span.months === 0 && span.days === 0)) return null;
  return span.months > 0 ? COUNT.month(span.months) : COUNT.day(span.days);
}

type Counted = Pick<Words, 'COUNT'>;

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

/**
 * How long something has been kept: `3 hours 10 minutes`, `2 hours`, `1 day 4 hours`, rounded down; `less than 1 minute`.
 * `null` where it is negative: a clock has been changed, and nobody knows.
 *
 * @param span milliseconds
 */
export function howOld(span: number, { COUNT }: Counted): string | null {
  if (span < 0) return null;
  const minutes = Math.floor(span / MINUTE_MS);
  if (minutes === 0) return COUNT.lessThanAMinute;
  const days = Math.floor(minutes / MINUTES_A_DAY);
  const hours = Math.floor((minutes % MINUTES_A_DAY) / MINUTES_AN_HOUR);
  const parts: readonly (readonly [number, (count: number) => string])[] =
    days > 0
      ? [
          [days, COUNT.day],
          [hours, COUNT.hour],
        ]
      : [
          [hours, COUNT.hour],
          [minutes % MINUTES_AN_HOUR, COUNT.minute],
        ];
  return parts.flatMap(([count, counted]) => (count > 0 ? [counted(count)] : [])).join(' ');
}
