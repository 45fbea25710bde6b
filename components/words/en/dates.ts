/** Names of the months, January first, and the day of a time. Own tables: not every browser knows them in Welsh. */
export type DateWords = {
  readonly months: readonly string[];
  /** For `03-Jun-2026`. */
  readonly shortMonths: readonly string[];
  /** Every date is written as it is read aloud: `3 June 2026`. */
  readonly spoken?: true;
  readonly today: (clock: string) => string;
  readonly onDay: (clock: string, day: string) => string;
};

export const DATES: DateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  today: (clock) => `${clock} today`,
  onDay: (clock, day) => `${clock} on ${day}`,
};
