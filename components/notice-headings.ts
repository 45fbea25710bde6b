import type { Notice } from '../utils/view/view.ts';
import { counted, lateness } from './format/age.ts';
import { londonTime } from './format/london-time.ts';

/** The heading of a notice, also announced. A test patient is said beside the name instead: `null`. */
export function noticeHeading(notice: Notice, now: number): string | null {
  switch (notice.kind) {
    case 'overdue': {
      const late = lateness(notice.due, londonTime(now).date);
      return late ? `Review overdue by ${late}` : 'Review due today';
    }
    case 'draftNewer':
      return 'A newer draft exists, not yet approved';
    case 'unreadableParts':
      return `${counted(notice.parts.length, 'part')} of this plan could not be read`;
    case 'severalCurrent':
      return `${notice.count} current plans for this person`;
    case 'givenNameDiffers':
      return 'The given name differs';
    case 'restricted':
      return 'Restricted record';
    case 'testPatient':
      return null;
  }
}
