import type { Notice } from '../../utils/view/view.ts';
import { counted, howOld, lateness } from '../format/age.ts';
import { clockTime, longDate } from '../format/dates.ts';
import { londonTime } from '../format/london-time.ts';
import { NOTICE_HEADING, NOTICE_HEARD } from '../words.ts';
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
function roughly(minutes: number): string {
  if (minutes < 2 * MINUTES_AN_HOUR) return counted(minutes, 'minute');
  if (minutes < 2 * MINUTES_A_DAY) return counted(Math.round(minutes / MINUTES_AN_HOUR), 'hour');
  if (minutes < 2 * MINUTES_A_YEAR) return counted(Math.round(minutes / MINUTES_A_DAY), 'day');
  return counted(Math.round(minutes / MINUTES_A_YEAR), 'year');
}

function changedSince(lastLooked: number, now: number): Heading {
  const { date, clock } = londonTime(lastLooked);
  if (date === londonTime(now).date) return { says: NOTICE_HEADING.changedAt(clock) };
  return { says: NOTICE_HEADING.changedOn, date };
}

/** The heading of a notice. A test patient is said beside the name instead: `null`. */
export function noticeHeading(notice: Notice, now: number): Heading | null {
  switch (notice.kind) {
    case 'savedCopy':
      // The age grows by the minute, and would be announced as often.
      return { says: NOTICE_HEADING.savedCopy(howOld(now - notice.at)), heard: NOTICE_HEARD.savedCopy };
    case 'expired':
      return { says: NOTICE_HEADING.expired, date: notice.on };
    case 'overdue':
      return { says: NOTICE_HEADING.overdue(lateness(notice.due, londonTime(now).date)) };
    case 'notCheckedSince':
      return { says: NOTICE_HEADING.notCheckedSince(clockTime(notice.at, now)) };
    case 'severalCurrent':
      return { says: NOTICE_HEADING.severalCurrent(notice.count) };
    case 'unreadableParts':
      return { says: NOTICE_HEADING.unreadableParts(counted(notice.parts.length, 'part')) };
    case 'unknownSections':
      return { says: NOTICE_HEADING.unknownSections(counted(notice.parts.length, 'section')) };
    case 'clockWrong':
      return { says: NOTICE_HEADING.clockWrong(roughly(notice.minutes), notice.is) };
    case 'changed':
      return changedSince(notice.lastLooked, now);
    case 'testPatient':
      return null;
    default:
      return { says: NOTICE_HEADING[notice.kind] };
  }
}

/** The headings as they are announced: most dangerous first, with dates in full. */
export function heardHeadings(notices: readonly Notice[], now: number): readonly string[] {
  return inOrder(notices).flatMap((notice) => {
    const heading = noticeHeading(notice, now);
    if (!heading) return [];
    const { says, date, heard = says } = heading;
    return [date ? `${heard} ${longDate(date)}.` : `${heard}.`];
  });
}
