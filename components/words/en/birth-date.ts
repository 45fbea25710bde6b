/** A number alone is never enough: who is it? */
export const BIRTH_DATE = {
  heading: 'Confirm who this is',
  nameOnPage: 'Name on page',
  noName: 'None',
  nhsNumberOnPage: 'NHS No. on page',
  nameFromHub: 'Name from the hub',
  nhsNumberFromHub: 'NHS No. from the hub',
  legend: 'Date of birth',
  hint: 'Ask the person or caller. For example 29 2 1940',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  button: 'Look for the plan',
  wrong: {
    missing: 'Type the day, the month and the year.',
    notDigits: 'Type the date in digits, for example 29 2 1940.',
    shortYear: 'Type the year with 4 digits, for example 1940.',
    noSuchDay: 'There is no such day. Check the day, the month and the year.',
    future: 'This day is in the future. Check the year.',
    tooLongAgo: 'This is more than 130 years ago. Check the year.',
  },
};
