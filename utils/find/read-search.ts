import { daysOfShortYear, parseBirthDate } from '../patient/birth-date.ts';
import { parseNhsNumber } from '../patient/nhs-number.ts';

/** What stands in the two fields. */
export type TypedSearch = { readonly nhsNumber: string; readonly birthDate: string };

/** Who is looked for. */
export type Search = TypedSearch;

/** What is wrong with each field; left out: nothing. */
export type SearchFaults = {
  readonly nhsNumber?: NhsNumberFault;
  readonly birthDate?: BirthDateFault;
};
export type NhsNumberFault =
  | { readonly is: 'missing' | 'otherCharacters' | 'wrongDigit' }
  | { readonly is: 'wrongLength'; readonly digits: number };
export type BirthDateFault = { readonly is: 'missing' | 'shortYear' | 'notADate' | 'future' | 'tooLongAgo' };

export type ReadSearch =
  | { readonly ok: true; readonly search: Search }
  | { readonly ok: false; readonly faults: SearchFaults };

/** What a text from elsewhere holds, of which nothing else is ever handed on. */
export type NumberWithin =
  | { readonly is: 'one'; readonly nhsNumber: string }
  | { readonly is: 'none' }
  | { readonly is: 'several' };

const OLDEST_YEARS = 130;
/** In rows of tables they stand right beside the number, and are no part of it. */
const DATES_AND_TIMES =
  /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}([./-])\d{2}\2\d{2}|\d{1,2}[ -]?\p{L}{3,10}[ -]?\d{4}|\d{1,2}:\d{2})(?![./-]?\d)/gu;

/**
 * Reads the two fields of a search, as people type and paste them.
 *
 * @param today in London, ISO
 * @returns ten digits and an ISO date, or what is wrong with each field
 */
export function readSearch(typed: TypedSearch, today: string): ReadSearch {
  const nhsNumber = readNhsNumber(typed.nhsNumber);
  const birthDate = readBirthDate(typed.birthDate, today);
  if (typeof nhsNumber === 'string' && typeof birthDate === 'string') {
    return { ok: true, search: { nhsNumber, birthDate } };
  }
  return {
    ok: false,
    faults: {
      ...(typeof nhsNumber === 'string' ? {} : { nhsNumber }),
      ...(typeof birthDate === 'string' ? {} : { birthDate }),
    },
  };
}

/** The valid NHS number in a text that was selected or typed elsewhere: ten digits, none, or more than one. */
export function nhsNumberWithin(text: string): NumberWithin {
  const numbers = new Set(
    text
      .split(/[\t\r\n]+/)
      .flatMap(tensIn)
      .flatMap((digits) => parseNhsNumber(digits) ?? []),
  );
  const [nhsNumber] = numbers;
  if (nhsNumber === undefined) return { is: 'none' };
  return numbers.size === 1 ? { is: 'one', nhsNumber } : { is: 'several' };
}

/** Every ten digits in one line. Groups that stand together and do not come out even are nobody's: none is cut out of them. */
function tensIn(line: string): readonly string[] {
  const runs =
    plain(line)
      .replace(DATES_AND_TIMES, ',')
      .match(/\d+(?:[ .\-/]\d+)*/g) ?? [];
  return runs.flatMap((run) => {
    const tens: string[] = [];
    let digits = '';
    for (const group of run.split(/\D/)) {
      digits += group;
      if (digits.length !== 10) continue;
      tens.push(digits);
      digits = '';
    }
    return digits === '' ? tens : [];
  });
}

function readNhsNumber(typed: string): string | NhsNumberFault {
  // A label before it and words behind it come along when somebody copies it.
  const bare = plain(typed).replace(/^\D+|\D+$/g, '');
  if (plain(typed).trim() === '') return { is: 'missing' };
  if (/[^\d .\-/]/.test(bare) || bare === '') return { is: 'otherCharacters' };
  const digits = bare.replace(/\D/g, '');
  if (digits.length !== 10) return { is: 'wrongLength', digits: digits.length };
  return parseNhsNumber(digits) ?? { is: 'wrongDigit' };
}

function readBirthDate(typed: string, today: string): string | BirthDateFault {
  const text = plain(typed).trim();
  if (text === '') return { is: 'missing' };
  const apart = text.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3');
  const birthDate = parseBirthDate(apart);
  if (birthDate === null) return { is: daysOfShortYear(apart).length > 0 ? 'shortYear' : 'notADate' };
  if (birthDate > today) return { is: 'future' };
  const oldest = Number(today.slice(0, 4)) - OLDEST_YEARS;
  return Number(birthDate.slice(0, 4)) < oldest ? { is: 'tooLongAgo' } : birthDate;
}

/** Full-width digits as digits, every dash and space as one, and nothing that cannot be seen. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
