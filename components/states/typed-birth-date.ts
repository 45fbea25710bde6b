import { isRealDate } from '../format/dates.ts';
import type { Words } from '../words/words.ts';

export type Field = 'day' | 'month' | 'year';
export type Typed = Readonly<Record<Field, string>>;

export type Checked =
  | { readonly birthDate: string }
  /** The sentence to show, and the fields it is about. */
  | { readonly wrong: keyof Words['BIRTH_DATE']['wrong']; readonly fields: readonly Field[] };

const FIELDS: readonly Field[] = ['day', 'month', 'year'];
const OLDEST = 130;

/**
 * In: what was typed into three fields, and today as ISO day. Out: an ISO birth date, or what is wrong with it and where.
 */
export function checkBirthDate(typed: Typed, today: string): Checked {
  const text: Typed = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() };
  const empty = FIELDS.filter((field) => text[field] === '');
  if (empty.length > 0) return { wrong: 'missing', fields: empty };
  const notDigits = FIELDS.filter((field) => !/^\d+$/.test(text[field]));
  if (notDigits.length > 0) return { wrong: 'notDigits', fields: notDigits };
  if (text.year.length !== 4) return { wrong: 'shortYear', fields: ['year'] };
  const date = { year: Number(text.year), month: Number(text.month), day: Number(text.day) };
  if (!isRealDate(date)) return { wrong: 'noSuchDay', fields: FIELDS };
  const birthDate = `${text.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  if (birthDate > today) return { wrong: 'future', fields: ['year'] };
  if (date.year < Number(today.slice(0, 4)) - OLDEST) return { wrong: 'tooLongAgo', fields: ['year'] };
  return { birthDate };
}
