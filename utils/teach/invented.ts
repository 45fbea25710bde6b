import { splitName } from '../patient/names.ts';
import { parseNhsNumber } from '../patient/nhs-number.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { datesIn, numbersIn } from './values.ts';

const FIRST = 999_000_100;
const BIRTH_DATES = ['1950-02-03', '1961-04-05', '1972-06-07', '1983-08-09'];
const FAMILY = 'SAMPLETON';
const GIVEN = 'INVENTED';
/** A month of fewer letters is cut short, or is May. */
const SHORT_MONTH = 5;

/** Takes everything out of texts that says something, and puts invented people where people were. */
export type Inventing = {
  readonly text: (text: string) => string;
  /** Whom the page shows now; `null`: nobody. */
  readonly person: PatientIdentity | null;
};

/**
 * Letters become letters and digits digits, in the same places. A valid NHS number becomes a valid one of the range
 * that is never issued, the same one each time; a date of birth another, in the same form; the name of whoever is open
 * an invented one.
 *
 * @param keeps whether a text is nothing but a label that Planside knows
 */
export function inventing(open: PatientIdentity | null, keeps: (text: string) => string): Inventing {
  const numbers = new Map<string, string>();
  const dates = new Map<string, string>();
  const words = nameWords(open);
  const numberFor = (real: string) => {
    const known = numbers.get(real) ?? testNumber(numbers.size);
    numbers.set(real, known);
    return known;
  };
  const dateFor = (real: string) => {
    const known = dates.get(real) ?? (BIRTH_DATES[dates.size % BIRTH_DATES.length] as string);
    dates.set(real, known);
    return known;
  };

  function text(whole: string): string {
    const kept = keeps(whole);
    const rest = whole.slice(kept.length);
    const found = [
      ...numbersIn(rest).map((one) => ({ text: one.text, instead: inShapeOf(one.text, numberFor(one.nhsNumber)) })),
      ...datesIn(rest).map((one) => ({
        text: one.text,
        instead: dateLike(one.text, dateFor(one.birthDate), one.order),
      })),
    ];
    let left = rest;
    let done = kept;
    for (;;) {
      const [next] = found
        .map((one) => ({ ...one, at: left.indexOf(one.text) }))
        .filter(({ at }) => at !== -1)
        .sort((one, other) => one.at - other.at || other.text.length - one.text.length);
      if (!next) return done + emptied(left, words);
      done += emptied(left.slice(0, next.at), words) + next.instead;
      left = left.slice(next.at + next.text.length);
    }
  }

  return { text, person: open && inventedPerson(open, words, numberFor, dateFor) };
}

/** Everything but a name of whoever is open, word for word, loses its letters. */
function emptied(text: string, words: ReadonlyMap<string, string>): string {
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const instead = words.get(word.toLowerCase());
    return instead === undefined ? shape(word) : inCaseOf(word, instead);
  });
}

function shape(word: string): string {
  return word
    .replace(/\p{M}/gu, '')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0');
}

function nameWords(open: PatientIdentity | null): Map<string, string> {
  const words = new Map<string, string>();
  const add = (name: string, from: string) => {
    for (const [word] of name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const letters = [...word].map((_, at) => from[at % from.length]).join('');
      words.set(word.toLowerCase(), words.get(word.toLowerCase()) ?? letters);
    }
  };
  add(open?.familyName ?? '', FAMILY);
  add(open?.givenNames ?? '', GIVEN);
  return words;
}

function inCaseOf(word: string, instead: string): string {
  return [...word].map((letter, at) => (/\p{Ll}/u.test(letter) ? instead[at]?.toLowerCase() : instead[at])).join('');
}

function inventedPerson(
  open: PatientIdentity,
  words: ReadonlyMap<string, string>,
  numberFor: (real: string) => string,
  dateFor: (real: string) => string,
): PatientIdentity {
  const name = splitName(emptied(`${open.familyName ?? ''}, ${open.givenNames}`, words));
  return {
    nhsNumber: numberFor(open.nhsNumber),
    birthDate: open.birthDate && dateFor(open.birthDate),
    familyName: name?.familyName ?? null,
    givenNames: name?.givenNames ?? '',
  };
}

/** The next valid number of the range that stands for test patients. */
function testNumber(place: number): string {
  let found = -1;
  for (let nine = FIRST; ; nine += 1) {
    const number = [...'0123456789'].map((check) => `${nine}${check}`).find((one) => parseNhsNumber(one) === one);
    if (number) found += 1;
    if (number && found === place) return number;
  }
}

function inShapeOf(text: string, digits: string): string {
  let at = 0;
  return text.replace(/\d/g, () => digits[at++] ?? '');
}

function dateLike(text: string, iso: string, order: 'dayFirst' | 'monthFirst' | 'yearFirst'): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (/^\d{4}-/.test(text)) return iso;
  const word = new Date(iso).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' });
  const written = (shown: string) => (shown.replace('.', '').length < SHORT_MONTH ? word.slice(0, 3) : word);
  const cased = (shown: string) => (shown === shown.toUpperCase() ? written(shown).toUpperCase() : written(shown));
  if (/\p{L}{3}/u.test(text)) {
    return text
      .replace(/\p{L}{3,10}\.?/u, cased)
      .replace(/\d{4}/, year)
      .replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)/, (shown) => (shown.startsWith('0') ? day : String(Number(day))));
  }
  const parts = order === 'monthFirst' ? [month, day] : [day, month];
  let at = 0;
  return text.replace(/\d+/g, (shown) => (shown.length === 4 ? year : (parts[at++] ?? '')));
}
