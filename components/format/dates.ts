import type { DateWords } from '../words/en/dates.ts';
import { londonTime } from './london-time.ts';

/** The words a date is written with, which do not change with the language of the computer (NHS CUI date display). */
type Dated = { readonly DATES: DateWords };

export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

type WrittenDate = { readonly year: string; readonly month?: string; readonly day?: string };

/** Days in a month, 1 to 12, by the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Whether the calendar has such a day. */
export function isRealDate({ year, month, day }: CalendarDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** In: ISO `YYYY-MM-DD`. Out: its numbers, or `null` for anything else, also for 30 February. */
export function calendarDate(iso: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDate(date) ? date : null;
}

/** A FHIR date may be a year, a month or a day; a date-time is a day in London. `null`: not a date. */
function writtenDate(sent: string): WrittenDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.+)?)?)?$/.exec(sent);
  const [, year, month, day, time] = match ?? [];
  if (!year) return null;
  if (!month) return { year };
  if (!isRealDate({ year: Number(year), month: Number(month), day: Number(day ?? '1') })) return null;
  if (!day) return { year, month };
  const instant = time && /(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? Date.parse(sent) : Number.NaN;
  if (Number.isNaN(instant)) return { year, month, day };
  const [londonYear = year, londonMonth = month, londonDay = day] = londonTime(instant).date.split('-');
  return { year: londonYear, month: londonMonth, day: londonDay };
}

function nameOf(month: string, names: readonly string[]): string {
  return names[Number(month) - 1] ?? '';
}

/** `03-Jun-2026`, as the NHS CUI guide asks; `Jun-2026` or `2026` where that is all; anything else as sent. */
export function shortDate(sent: string, { DATES }: Dated): string {
  if (DATES.spoken) return longDate(sent, { DATES });
  const date = writtenDate(sent);
  if (!date) return sent;
  return [date.day, date.month && nameOf(date.month, DATES.shortMonths), date.year].filter(Boolean).join('-');
}

/** `3 June 2026`, for screen readers; anything that is not a date as sent. */
export function longDate(sent: string, { DATES }: Dated): string {
  const date = writtenDate(sent);
  if (!date) return sent;
  return [date.day && String(Number(date.day)), date.month && nameOf(date.month, DATES.months), date.year]
    .filter(Boolean)
    .join(' ');
}

/** For `<time datetime>`: the day in London, or `undefined` where it was no date. */
export function machineDate(sent: string): string | undefined {
  const date = writtenDate(sent);
  return date ? [date.year, date.month, date.day].filter(Boolean).join('-') : undefined;
}

/** `14:32 today`, or `14:32 on 21-Nov-2026`. */
export function clockAndDay(instant: number, now: number, { DATES }: Dated): string {
  const { clock, date } = londonTime(instant);
  return date === londonTime(now).date ? DATES.today(clock) : DATES.onDay(clock, shortDate(date, { DATES }));
}

/** `14:32` when it was today, else `14:32 on 21-Nov-2026`: for sentences that say “at”. */
export function clockTime(instant: number, now: number, words: Dated): string {
  const { clock, date } = londonTime(instant);
  return date === londonTime(now).date ? clock : clockAndDay(instant, now, words);
}
