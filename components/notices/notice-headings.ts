import type { Notice } from '../../utils/view/view.ts';
import { howOld, lateness } from '../format/age.ts';
import { clockTime, longDate } from '../format/dates.ts';
import { londonTime } from '../format/london-time.ts';
import type { Words } from '../words/words.ts';
import { inOrder } from './notice-order.ts';

/**
 * `date`: stands at the end, written one way for the eye and another for the ear. `heard`: what is announced in place of
 * `says`.
 */
export type Heading = { readonly says: string; readonly date?: string; readonly heard?: string };

const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;
const MINUTES_A_YEAR = 365.25 * MINUTES_A_DAY;

/** `12 minutes`; what is longer than two hours, days or years is said in these. */
function roughly(minutes: number, { COUNT }: Words): string {
  if (minutes < 2 * MINUTES_AN_HOUR) return COUNT.minute(minutes);
  if (minutes < 2 * MINUTES_A_DAY) return COUNT.hour(Math.round(minutes / MINUTES_AN_HOUR));
  if (minutes < 2 * MINUTES_A_YEAR) return COUNT.day(Math.round(minutes / MINUTES_A_DAY));
  return COUNT.year(Math.round(minutes / MINUTES_A_YEAR));
}

function changedSince(lastLooked: number, now: number, { NOTICE }: Words): Heading {
  const { date, clock } = londonTime(lastLooked);
  if (date === londonTime(now).date) return { says: NOTICE.heading.changedAt(clock) };
  return { says: NOTICE.heading.changedOn, date };
}

/** The heading of a notice. A test patient is said beside the name instead: `null`. */
export function noticeHeading(notice: Notice, now: number, words: Words): Heading | null {
  const { heading, heard } = words.NOTICE;
  switch (notice.kind) {
    case 'savedCopy':
      // The age grows by the minute, and would be announced as often.
      return { says: heading.savedCopy(howOld(now - notice.at, words)), heard: heard.savedCopy };
    case 'expired':
      return { says: heading.expired, date: notice.on };
    case 'overdue':
      return { says: heading.overdue(lateness(notice.due, londonTime(now).date, words)) };
    case 'notCheckedSince':
      return { says: heading.notCheckedSince(clockTime(notice.at, now, words)) };
    case 'severalCurrent':
      return { says: heading.severalCurrent(notice.count) };
    case 'unreadableParts':
      return { says: heading.unreadableParts(words.COUNT.part(notice.parts.length)) };
    case 'unknownSections':
      return { says: heading.unknownSections(words.COUNT.section(notice.parts.length)) };
    case 'clockWrong':
      return { says: heading.clockWrong(roughly(notice.minutes, words), notice.is) };
    case 'changed':
      return changedSince(notice.lastLooked, now, words);
    case 'testPatient':
      return null;
    default:
      return { says: heading[notice.kind] };
  }
}

/** The headings as they are announced: most dangerous first, with dates in full. */
export function heardHeadings(notices: readonly Notice[], now: number, words: Words): readonly string[] {
  return inOrder(notices).flatMap((notice) => {
    const heading = noticeHeading(notice, now, words);
    if (!heading) return [];
    const { says, date, heard = says } = heading;
    return [date ? `${heard} ${longDate(date, words)}.` : `${heard}.`];
  });
}
