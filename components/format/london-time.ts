/** The clock on the wall in the United Kingdom, whatever time zone the computer is set to. */
export type LondonTime = {
  /** ISO `YYYY-MM-DD`. */
  readonly date: string;
  /** 24 h, `14:32`. */
  readonly clock: string;
};

/** Only its digits are used, so the words of the computer’s language never show. */
const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** In: milliseconds since 1970. Out: date and clock in London. Throws a RangeError for NaN, like `Intl` itself. */
export function londonTime(instant: number): LondonTime {
  const parts = new Map(LONDON.formatToParts(instant).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    clock: `${part('hour')}:${part('minute')}`,
  };
}
