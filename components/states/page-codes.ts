import type { UnreadableCause } from '../../utils/view/view.ts';

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
};
