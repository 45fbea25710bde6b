import { oneLine } from './one-line.ts';

/** English and Welsh, in full and as they are cut short: browsers know no Welsh months. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr', 'ion'],
  ['february', 'feb', 'chwefror', 'chwef', 'chwe', 'chw'],
  ['march', 'mar', 'mawrth', 'maw'],
  ['april', 'apr', 'ebrill', 'ebr'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin', 'meh'],
  ['july', 'jul', 'gorffennaf', 'gorff', 'gor'],
  ['august', 'aug', 'awst', 'aws'],
  ['september', 'sept', 'sep', 'medi', 'med'],
  ['october', 'oct', 'hydref', 'hyd'],
  ['november', 'nov', 'tachwedd', 'tach', 'tac'],
  ['december', 'dec', 'rhagfyr', 'rhag', 'rha'],
];

/** The order of a date written in digits alone. Words are never ambiguous, so they need none. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'yearFirst';

/**
 * Reads one birth date from a text that holds it and nothing else but an age (`14-Jul-1938 (88y)`) or a weekday
 * (`Thursday, January 12, 1939`).
 *
 * @param text the date as shown
 * @param order how a date in digits is to be read; UK systems write the day first
 * @returns ISO `YYYY-MM-DD`, or `null`: not a date, no such day in the calendar, or a year of two digits
 */
export function parseBirthDate(text: string, order: DateOrder = 'dayFirst'): string | null {
  const bare = oneLine(text.normalize('NFKC').replace(/\(.*$/s, ''))
    .replace(/ ?[\u2010-\u2015] ?/g, '-')
    .toLowerCase();
  return fromIso(bare) ?? fromDigits(bare, order) ?? fromWords(bare);
}

function fromIso(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:t\d{2}:.*)?$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function fromDigits(text: string, order: DateOrder): string | null {
  const match = /^(\d{1,4})([/.\- ])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (!match) return null;
  const [first, middle, last] = [match[1] ?? '', Number(match[3]), match[4] ?? ''];
  if (order === 'yearFirst') return first.length === 4 ? calendarDate(Number(first), middle, Number(last)) : null;
  if (last.length !== 4 || first.length > 2) return null;
  return order === 'dayFirst'
    ? calendarDate(Number(last), middle, Number(first))
    : calendarDate(Number(last), Number(first), middle);
}

function fromWords(text: string): string | null {
  const words = text
    .replace(/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd \p{L}+),? /u, '')
    .replace(/(\d)(st|nd|rd|th)\b/, '$1');
  const dayFirst = /^(\d{1,2})[ .-](\p{L}+)\.?[ ,.-]*(\d{4})$/u.exec(words);
  if (dayFirst) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/.exec(words);
  if (monthFirst) return calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

/** 1 to 12, or 0 for a word that is no month. */
function monthNumber(word: string): number {
  return MONTHS.findIndex((names) => names.includes(word)) + 1;
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1800 ? date.toISOString().slice(0, 10) : null;
}

/**
 * The days that a date with a year of two digits may mean, in the last century and in this (`13-Apr-71`).
 *
 * @returns ISO; empty: no such date, or one with its whole year
 */
export function daysOfShortYear(text: string): readonly string[] {
  const bare = text.replace(/\s*\(.*$/s, '').trim();
  const short = /^(\d{1,2}[ /.-](?:\d{1,2}|\p{L}{3,9})[ /.-])(\d{2})$/u.exec(bare);
  if (!short) return [];
  return ['19', '20'].flatMap((century) => parseBirthDate(`${short[1]}${century}${short[2]}`) ?? []);
}
