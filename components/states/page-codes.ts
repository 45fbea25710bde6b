import type { HubAway, UnreadableCause } from '../../utils/view/view.ts';

/** Read out to the helpdesk, the same in every language. */
export const PAGE_CODE: Readonly<Record<UnreadableCause, string>> = {
  pageChanged: 'PAGE-CHANGED',
  declarationDiffers: 'PAGE-DECLARED-OTHER',
  declarationUnreadable: 'PAGE-DECLARED-WRONG',
  tooMuch: 'PAGE-TOO-MUCH',
  frameNotEnabled: 'PAGE-FRAME',
  nhsNumberInvalid: 'PAGE-NHS-NUMBER',
  birthDateUnreadable: 'PAGE-BIRTH-DATE',
  incomplete: 'PAGE-INCOMPLETE',
  hubUnusable: 'HUB-NO-NUMBER',
};

export const HUB_CODE: Readonly<Record<Extract<HubAway, { is: 'lost' }>['cause'], string>> = {
  signedOut: 'HUB-SIGNED-OUT',
  noTopic: 'HUB-TOPIC',
  unreachable: 'HUB-DOWN',
  refused: 'HUB-REFUSED',
  elsewhere: 'HUB-ELSEWHERE',
  closed: 'HUB-CLOSED',
  silent: 'HUB-SILENT',
  denied: 'HUB-DENIED',
  expired: 'HUB-EXPIRED',
  noContext: 'HUB-CONTEXT',
  unreadable: 'HUB-UNREADABLE',
};
