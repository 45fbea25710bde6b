import { shortDate } from '../format/dates.ts';
import { londonTime } from '../format/london-time.ts';
import type { Words } from '../words/words.ts';

/** In a note or on paper, “today” soon says something wrong: every time is said with its day. */
export function dated(words: Words, now: number): Words {
  const { DATES } = words;
  const day = shortDate(londonTime(now).date, words);
  return { ...words, DATES: { ...DATES, today: (clock) => DATES.onDay(clock, day) } };
}
