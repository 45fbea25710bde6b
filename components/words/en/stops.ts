import type { UnreadableCause } from '../../../utils/view/view.ts';

type Stop = { readonly heading: string; readonly says: readonly string[] };

const NOT_LOOKED = 'Planside has not looked for a plan, so this says nothing about whether there is one.';
const SAYS_NOTHING = 'This says nothing about whether there is a plan.';
const WILL_NOT_GUESS = 'Planside will not guess who is open.';

/** What is wrong with the page, what it means, and that nothing follows from it. */
export const UNREADABLE: Readonly<Record<UnreadableCause, Stop>> = {
  pageChanged: {
    heading: 'This page has changed, Planside is not reading it',
    says: [`The record system looks different from the way Planside knows it. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  declarationDiffers: {
    heading: 'This page names one patient and shows another',
    says: [`Its own note of who is open does not agree with what can be seen. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  declarationUnreadable: {
    heading: 'This page’s own note of who is open cannot be read',
    says: [`The record system wrote something Planside does not understand. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  tooMuch: {
    heading: 'There is too much on this page to be sure',
    says: [`Reading all of it would slow the record down. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  frameNotEnabled: {
    heading: 'Most of this page cannot be read',
    says: ['It is closed off, or comes from an address that Planside has not been switched on for.', SAYS_NOTHING],
  },
  nhsNumberInvalid: {
    heading: 'The NHS number on this page is not valid',
    says: [`One digit may be wrong or two swapped. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  birthDateUnreadable: {
    heading: 'The date of birth on this page cannot be read',
    says: [`It may be no real date. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  incomplete: {
    heading: 'This page does not say enough about who is open',
    says: [`NHS number, date of birth and name are needed. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
  hubUnusable: {
    heading: 'The other system has opened somebody without a usable NHS number',
    says: [`It has been told that Planside does not follow. ${WILL_NOT_GUESS}`, SAYS_NOTHING],
  },
};

/** Beside a page that cannot be read, where the person at the screen may teach it. */
export const UNREADABLE_TEACH = {
  says: 'This system was set up in this browser. Whoever looks after Planside here can show it where the patient stands.',
  button: 'Teach Planside to read this page',
};

/** Nobody open, nobody clear, nobody to ask, or nothing to be seen. */
export const STOP = {
  hidden: { heading: 'Hidden', says: ['Press “Show again” to show the plan again.', 'Nobody is signed out.'] },
  noPatient: { heading: 'Open a patient and the plan appears here', says: [] },
  unsettled: {
    heading: 'Reading who is open',
    says: ['The page is changing. No plan is shown until it names one person.'],
  },
  several: {
    heading: 'Open one patient to see a plan',
    says: ['Planside shows a plan only when the page is about one person.'],
  },
  notConfigured: {
    heading: 'No plan service is set up',
    says: ['Planside does not know where plans are kept, so this says nothing about whether there is one.'],
  },
  signedOut: { heading: 'Sign in to see plans', says: [NOT_LOOKED] },
} satisfies Record<'hidden' | 'noPatient' | 'unsettled' | 'several' | 'notConfigured' | 'signedOut', Stop>;

export const NOT_CONFIGURED = { next: 'Ask the helpdesk to set up Planside.' };

/** In the panel, while the sidebar in the page cannot be seen. */
export const PAGE_HIDES = {
  heading: 'This page is covering the sidebar',
  says: 'Read the plan here, in the side panel.',
};

export const UNREAD_PARTS = {
  heading: 'Part of this page can’t be read',
  notEnabled: '{hosts}: Planside is not switched on there.',
  closedOff: 'The page has closed it off.',
};
