import type { CouldNotCheckCause } from '../../../utils/view/view.ts';
import { withoutStop } from '../../format/sentences.ts';
import { COULD_NOT_CHECK } from './could-not-check.ts';
import { LINK } from './link.ts';

/** Headings of notices, also announced. A date that follows is added where they are drawn. */
const HEADING = {
  savedCopy: (age: string | null) => (age ? `Saved copy, ${age} old` : 'Saved copy, age not known'),
  expired: 'This plan ended on',
  overdue: (late: string | null) => (late ? `Review overdue by ${late}` : 'Review due today'),
  notCheckedSince: LINK.notCheckedSince,
  severalCurrent: (count: number) => `${count} current plans for this person`,
  contradiction: 'Words and codes of this plan differ',
  unreadableParts: (parts: string) => `${parts} of this plan could not be read`,
  unknownSections: (sections: string) => `${sections} shown as written`,
  otherKind: 'A kind of document Planside does not know',
  datedInFuture: 'This plan holds dates that have not come yet',
  clockWrong: (by: string, is: 'ahead' | 'behind') =>
    `This computer’s clock is ${by} ${is === 'ahead' ? 'fast' : 'slow'}`,
  newerVersion: 'A newer version has just replaced this plan',
  changedAt: (clock: string) => `Changed since you last looked at ${clock}`,
  changedOn: 'Changed since you last looked on',
  givenNameDiffers: 'The given name differs',
  draftNewer: 'A newer draft exists, not yet approved',
  emergencyAccess: 'Emergency access',
  restricted: 'Restricted record',
};

/** What stands below the heading, after the parts it names. */
const SAYS = {
  savedCopy: (cause: CouldNotCheckCause, service: string) =>
    `${cause === 'offline' ? 'Offline' : withoutStop(COULD_NOT_CHECK.cause[cause].briefly(service))}, so not checked since.`,
  expired: 'Check before relying on it.',
  wasDue: 'Was due {when}.',
  lastReviewed: 'Last reviewed {when}.',
  overdue: 'Wishes may have changed.',
  notCheckedSince: 'The plan may have changed since.',
  severalCurrent: 'All are shown, the newest first. Check the source before relying on one of them.',
  contradiction: 'Read both before relying on either.',
  linkedItemMissing: '{part} (a linked item is missing)',
  unknownSections: (count: number): string =>
    count === 1
      ? 'Planside does not know it: read it before taking anything as not recorded.'
      : 'Planside does not know them: read them before taking anything as not recorded.',
  otherKind: 'It was sent as “{words}”. Check what it is before relying on it.',
  datedInFuture: 'Check them before relying on them.',
  clockWrong: 'Times and ages here may be wrong.',
  nothingChanged: 'A newer version; nothing Planside takes apart has changed.',
  emergencyAccess: 'The plan service has been told. For this patient and this visit only.',
  emergencyTold: '{who} has been told. For this patient and this visit only.',
  restricted:
    'Address, phone numbers and place are hidden to protect this person. Do not ask for them or write them down.',
  givenNames: 'This page: {page}. The plan: {plan}. Check the name with the person.',
  andMore: (count: number) => `and ${count} more`,
  draftStarted: 'Started {when}.',
  draftStartedBy: 'Started {when} by {who}.',
  draftBy: 'Started by {who}.',
  belowApproved: 'Below: the approved plan.',
  belowVersion: (version: string) => `Below: version ${version}, approved.`,
};

/** Above the answer, because it bears on all of it. `heard`: announced in place of what changes by itself. */
export const NOTICE = { heading: HEADING, heard: { savedCopy: 'Saved copy' }, says: SAYS };
