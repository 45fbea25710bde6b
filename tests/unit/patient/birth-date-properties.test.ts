import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBirthDate } from '../../../utils/patient/birth-date.ts';

/** Every month in English and Welsh, in full and as it is cut short; the first is English in full. */
const MONTHS: readonly (readonly string[])[] = [
  ['January', 'Jan', 'Ionawr', 'Ion'],
  ['February', 'Feb', 'Chwefror', 'Chwef', 'Chwe', 'Chw'],
  ['March', 'Mar', 'Mawrth', 'Maw'],
  ['April', 'Apr', 'Ebrill', 'Ebr'],
  ['May', 'Mai'],
  ['June', 'Jun', 'Mehefin', 'Meh'],
  ['July', 'Jul', 'Gorffennaf', 'Gorff', 'Gor'],
  ['August', 'Aug', 'Awst'],
  ['September', 'Sept', 'Sep', 'Medi'],
  ['October', 'Oct', 'Hydref', 'Hyd'],
  ['November', 'Nov', 'Tachwedd', 'Tach'],
  ['December', 'Dec', 'Rhagfyr', 'Rhag'],
];
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DYDDIAU = 'Sul Llun Mawrth Mercher Iau Gwener Sadwrn'.split(' ');

/** For slow machines; nothing here waits for anything. */
const PATIENCE = 30_000;

type Day = { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number };

const two = (part: number) => String(part).padStart(2, '0');
const isoOf = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`;

function ordinal(day: number): string {
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th');
  return `${day}${ending}`;
}

/** One day in words, in every order, with one spelling of its month. */
function inWords({ year, day, weekday }: Day, month: string): string[] {
  const [name, dydd] = [WEEKDAYS[weekday], DYDDIAU[weekday]];
  return [
    `${two(day)}-${month}-${year}`,
    `${two(day)}-${month}-${year} (88y)`,
    `${day} ${month} ${year}`,
    `${day} ${month}. ${year}`,
    `${day} ${month}, ${year}`,
    `${two(day)}\u00a0${month}\u00a0${year}`,
    `${day}  ${month}\n ${year} (88 years old)`,
    `${ordinal(day)} ${month} ${year}`,
    `${name} ${day} ${month} ${year}`,
    `${name}, ${ordinal(day)} ${month} ${year}`,
    `Dydd ${dydd}, ${day} ${month} ${year}`,
    `${month} ${day}, ${year}`,
    `${month}. ${day} ${year}`,
    `${month} ${ordinal(day)}, ${year}`,
    `${name}, ${month} ${day}, ${year}`,
  ];
}

/** One day in digits as a UK system writes it. */
function inDigits({ year, month, day }: Day): string[] {
  const marks = ['/', '.', '-', ' '];
  return [
    isoOf({ year, month, day, weekday: 0 }),
    `${year}-${two(month)}-${two(day)}T00:00:00+01:00`,
    ...marks.map((mark) => [two(day), two(month), year].join(mark)),
    ...marks.map((mark) => [day, month, year].join(mark)),
    `${two(day)}/${two(month)}/${year} (88y)`,
  ];
}

/** Every way of writing a day that needs no order, with its letters as they are, all large and all small. */
function waysOf(day: Day): string[] {
  const months = MONTHS[day.month - 1] ?? [];
  const ways = [...inDigits(day), ...months.flatMap((month) => inWords(day, month))];
  return ways.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);
}

const DAY_MS = 86_400_000;
const dayAt = (time: number): Day => {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
};
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2030, 11, 31);
const anyDay = fc.nat((LAST - FIRST) / DAY_MS).map((days) => dayAt(FIRST + days * DAY_MS));

/** Days that no month, or not this month of this year, has. */
const noDay: fc.Arbitrary<Day> = fc
  .record({ year: fc.integer({ min: 1900, max: 2030 }), month: fc.nat(13), day: fc.nat(40), weekday: fc.nat(6) })
  .filter(({ year, month, day }) => {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const lengths = [0, 31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0];
    return day === 0 || day > (lengths[month] ?? 0);
  });

describe('every way of writing a birth date', () => {
  test('every day of every month is read in every way, in a leap year and in another', { timeout: PATIENCE }, () => {
    for (const year of [1939, 1940]) {
      for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += DAY_MS) {
        const day = dayAt(time);
        const unread = waysOf(day).filter((text) => parseBirthDate(text) !== isoOf(day));
        expect(unread).toEqual([]);
      }
    }
  });

  test('any day from 1900 to 2030 is read in every way, and words are read alike whatever the order of digits', {
    timeout: PATIENCE,
  }, () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(waysOf(day).filter((text) => parseBirthDate(text) !== isoOf(day))).toEqual([]);
        const words = MONTHS[day.month - 1]?.flatMap((month) => inWords(day, month)) ?? [];
        const orders = ['monthFirst', 'yearFirst'] as const;
        expect(words.filter((text) => orders.some((order) => parseBirthDate(text, order) !== isoOf(day)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the first and the last day and 29 February of leap years alone', () => {
    for (const iso of ['1900-01-01', '2030-12-31', '1904-02-29', '2000-02-29', '2028-02-29']) {
      const day = dayAt(Date.parse(iso));
      expect(waysOf(day).filter((text) => parseBirthDate(text) !== iso)).toEqual([]);
    }
    for (const year of [1900, 1901, 2023, 2030]) {
      const day = { year, month: 2, day: 29, weekday: 0 };
      expect(waysOf(day).filter((text) => parseBirthDate(text) !== null)).toEqual([]);
    }
  });

  test('digits are read in the order that is asked for and in no other', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '.', ' '), (day, mark) => {
        const iso = isoOf(day);
        const monthFirst = [two(day.month), two(day.day), day.year].join(mark);
        const yearFirst = [day.year, two(day.month), two(day.day)].join(mark);
        expect(parseBirthDate(monthFirst, 'monthFirst')).toBe(iso);
        expect(parseBirthDate(yearFirst, 'yearFirst')).toBe(iso);
        expect(parseBirthDate(yearFirst)).toBeNull();
        expect(parseBirthDate(monthFirst, 'yearFirst')).toBeNull();
        const swapped = day.day <= 12 ? isoOf({ ...day, month: day.day, day: day.month }) : null;
        expect(parseBirthDate(monthFirst)).toBe(swapped);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('S1: what is never read', () => {
  test('a day that is not in the calendar, in whatever way it is written', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(noDay, (day) => {
        expect(waysOf(day).filter((text) => parseBirthDate(text) !== null)).toEqual([]);
        const { year, month, day: number } = day;
        expect(parseBirthDate(`${two(month)}/${two(number)}/${year}`, 'monthFirst')).toBeNull();
        expect(parseBirthDate(`${year}/${two(month)}/${two(number)}`, 'yearFirst')).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  test('a year of two digits, or one that has a digit too many or too few', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('38', '138', '19380', ''), (day, year) => {
        const ways = waysOf(day).map((text) => text.replace(String(day.year), year));
        expect(ways.filter((text) => parseBirthDate(text) !== null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('two dates in one text, or a date with a word before or behind it', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(1000), (one, other, which) => {
        const [ways, others] = [waysOf(one), waysOf(other)];
        const text = (ways[which % ways.length] ?? '').replace(/ \(.*$/s, '');
        const second = others[which % others.length] ?? '';
        for (const wrong of [`${text} ${second}`, `Seen ${text}`, `${text} Ward`, `${text}${second}`]) {
          // Behind an ISO time anything may stand: it ends the date.
          if (!/t\d\d:/i.test(text)) expect([wrong, parseBirthDate(wrong)]).toEqual([wrong, null]);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
