import { daysAfter, daysBefore } from '../../people/dates.ts';
import { AUTHORS } from '../authors.ts';
import { ADVANCE_DECISIONS, NOT_FOR_CPR, type PLACES_OF_DEATH, PROGNOSES } from '../codes.ts';
import type { Author, CprIntent } from '../plan-intent.ts';

/** An author of the sandbox by name. */
export function author(name: string): Author {
  const found = AUTHORS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No author called ${name}`);
  return found;
}

type Days = { readonly today: string; readonly changedDaysAgo: number; readonly version: number; readonly by: Author };

/** What every approved, current plan has. */
export function approved({ today, changedDaysAgo, version, by }: Days) {
  const changed = daysBefore(today, changedDaysAgo);
  return {
    author: by,
    status: 'approved',
    version: String(version),
    changed,
    reviewed: changed,
    reviewDue: daysAfter(today, 190 - changedDaysAgo),
    revoked: false,
    damaged: [],
  } as const;
}

/** A statement not for CPR in an author's words. */
export function notForCpr(words: string, date: string, by: Author): CprIntent {
  return { says: 'notForCpr', code: NOT_FOR_CPR[0]?.code ?? '', words, date, author: by };
}

export const death = (
  { code = '', display = '' }: (typeof PLACES_OF_DEATH)[keyof typeof PLACES_OF_DEATH],
  words: string,
) => ({
  code,
  place: display,
  words,
});

export const prognosis = (at: number, words: string) => ({ code: PROGNOSES[at]?.code ?? '', words });
export const refusal = (words: string) => ({ code: ADVANCE_DECISIONS[1]?.code ?? '', words });
