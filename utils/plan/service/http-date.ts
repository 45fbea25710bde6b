const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';

/** The three forms that a recipient must accept (RFC 9110 §5.6.7); the second has a year of two digits. */
const FORMS: readonly RegExp[] = [
  new RegExp(`^[A-Z][a-z]{2}, (?<day>\\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{5,8}, (?<day>\\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\\d{2}) ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`),
];

/**
 * Reads an HTTP-date, as `Date` and `Retry-After` have it.
 *
 * @param now decides which century a year of two digits is in
 * @returns milliseconds since 1970, whole seconds; `null` for what is none
 */
export function httpDate(value: string, now = Date.now()): number | null {
  for (const form of FORMS) {
    const parts = form.exec(value.trim())?.groups;
    if (parts) return instantOf(parts, now);
  }
  return null;
}

function instantOf(parts: Readonly<Record<string, string | undefined>>, now: number): number | null {
  const [day, hour, minute, second] = [parts.day, parts.hour, parts.minute, parts.second].map(Number);
  const month = MONTHS.indexOf(parts.month ?? '');
  const year = yearOf(parts.year ?? '', now);
  if (month === -1 || day === undefined || hour === undefined || minute === undefined || second === undefined) {
    return null;
  }
  // 23:59:60 is a leap second.
  if (hour > 23 || minute > 59 || second > 60) return null;
  const instant = new Date(0);
  instant.setUTCFullYear(year, month, day);
  if (instant.getUTCMonth() !== month || instant.getUTCDate() !== day) return null;
  return instant.setUTCHours(hour, minute, second);
}

/** Two digits that seem more than fifty years ahead are the last year in the past that ends in them. */
function yearOf(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}
