import type { BirthDateFault, NhsNumberFault } from '../../../utils/find/read-search.ts';

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
  filledIn: 'The NHS number is filled in. Ask for the date of birth.',
  beside: 'Plan',
  nobody: 'Type both, press Enter, and the plan appears here.',
  takeAway: 'Take the plan away',
  notLooking: 'Planside is not looking for anybody.',
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
  cause: 'Check the name and date of birth with your caller.',
  noName: 'Name not typed',
};

/** What was typed in and what the service holds are two birth dates. */
export const BIRTH_DATE_DIFFERS = {
  verdict: 'The date of birth differs, so no plan is shown',
  says: (service: string) => `${service} holds another date of birth for this NHS number than the one you typed.`,
  about: 'This says nothing about whether there is a plan.',
  next: 'Check the NHS number and the date of birth with your caller, then search again.',
};
