import type { BirthDateFault, NhsNumberFault, NumberWithin } from '../../../utils/find/read-search.ts';

/** The page in which a person is found by hand. */
export const FIND = {
  title: 'Find a person',
  intro: 'For a call or a visit where no record is open on this computer.',
  search: 'Search',
  nhsNumber: 'NHS number',
  nhsNumberHint: '10 digits, with or without spaces',
  birthDate: 'Date of birth',
  birthDateHint: 'For example 14 7 1938 or 14-Jul-1938',
  button: 'Show plan',
  beside: 'Plan',
  nobody: 'Type both, press Enter, and the plan appears here.',
  takeAway: 'Take the plan away',
  notLooking: 'Planside is not looking for anybody.',
};

/** What became of the text with which the page was opened from elsewhere. */
export const FIND_GIVEN: Record<NumberWithin['is'], string> = {
  one: 'The NHS number is filled in. Ask for the date of birth.',
  none: 'No valid NHS number was found in what you selected or typed.',
  several: 'More than one NHS number was found in what you selected or typed, so none is filled in.',
};

export const FIND_NUMBER_WRONG: Record<NhsNumberFault['is'], (digits: number) => string> = {
  missing: () => 'Enter the NHS number',
  otherCharacters: () => 'An NHS number is 10 digits. Take out everything else',
  wrongLength: (digits) => `An NHS number has 10 digits. This has ${digits}`,
  wrongDigit: () => 'One of these digits is wrong. Check the NHS number with your caller',
};

export const FIND_BIRTH_DATE_WRONG: Record<BirthDateFault['is'], string> = {
  missing: 'Enter the date of birth',
  shortYear: 'Enter all four digits of the year',
  notADate: 'Enter a day, a month and a year, such as 14 7 1938',
  future: 'The date of birth is in the future',
  tooLongAgo: 'The date of birth is more than 130 years ago',
};

/** In the link bar of whoever was opened by hand. */
export const NOT_COMPARED = {
  link: 'Not compared with a page',
  cause: {
    search: 'Check the name and date of birth with your caller.',
    residents: 'Check the name and date of birth with the resident.',
    hub: 'Check the name and date of birth with the record that is open.',
  },
  noName: 'Name not typed',
};

/** Somebody in the list of residents was pressed, and is yet to be looked at. */
export const RESIDENT_TO_CONFIRM = {
  heading: 'Is this who you are with?',
  about: 'Check the name and the date of birth. Then the plan is shown.',
  yes: 'Yes, show the plan',
  no: 'If it is somebody else, choose them in the list.',
};

/** What was typed in and what the service holds are two birth dates. */
export const BIRTH_DATE_DIFFERS = {
  verdict: 'The date of birth differs, so no plan is shown',
  says: (service: string) => `${service} holds another date of birth for this NHS number than the one you typed.`,
  about: 'This says nothing about whether there is a plan.',
  next: 'Check the NHS number and the date of birth with your caller, then search again.',
};

/** The list of a home's residents: who has a plan, and never what it says. */
export const RESIDENTS = {
  title: 'Residents',
  show: 'Show residents',
  again: 'Ask again',
  looking: (service: string) => `Asking ${service} who lives here and who has a plan.`,
  noList: 'Your role has no list of residents',
  noListAbout: (service: string) =>
    `${service} gives one to the staff of a care home, for that home. Search by NHS number and date of birth instead.`,
  nobody: (service: string) => `${service} lists nobody as living here.`,
  filter: 'Find in this list',
  filterHint: 'Part of a name, an NHS number or a date of birth',
  shown: (count: number, of: number) => `${count} of ${of} shown`,
  asked: (time: string) => `Asked at ${time}.`,
  noName: 'Name not known',
  born: 'Born',
  notKnown: 'not known',
  nhsNumber: 'NHS No.',
  couldNotCheck: 'The list could not be had',
};

export const RESIDENTS_TALLY = {
  residents: (count: number) => (count === 1 ? '1 resident' : `${count} residents`),
  plan: (count: number) => `${count} with a plan`,
  overdue: (count: number) => `${count} overdue for review`,
  changed: (count: number) => `${count} changed since you last looked`,
  noPlan: (count: number) => `${count} without a plan`,
  couldNotCheck: (count: number) => `${count} could not be checked`,
};

/** The state of one resident's plan, in words beside its shape. */
export const RESIDENT_STATE = {
  plan: (date: string) => `Plan of ${date}`,
  overdue: (date: string) => `Review overdue since ${date}`,
  changed: 'Changed since you last looked',
  noPlan: 'No plan found',
  draft: 'No current plan, only a draft',
  withdrawn: 'No current plan, it was withdrawn',
  couldNotCheck: 'Could not check',
};
