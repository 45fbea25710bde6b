import { foldedWords, splitName } from '../patient/names.ts';
import { hasLetter, LETTER, plain } from '../patient/plain.ts';
import type { Chunk, Field, Fields } from './fields.ts';
import { type FoundName, nameAtStart } from './find-name.ts';
import { labelAt } from './labels.ts';
import type { Piece } from './pieces.ts';

/** What one region says of one person, as found; nothing is judged yet. */
export type RegionTexts = {
  /** One for each label of the patient's own NHS number; `text` is `null` where nothing stands behind it. */
  readonly numbers: readonly {
    readonly label: Piece;
    readonly text: string | null;
    readonly nodes: readonly (Text | Element)[];
  }[];
  /** Different texts only. */
  readonly birthDates: readonly { readonly text: string; readonly node: Text | Element }[];
  readonly names: readonly RegionName[];
};

export type RegionName = {
  readonly name: { readonly whole: string } | { readonly family: string; readonly given: string };
  readonly nodes: readonly (Text | Element)[];
  readonly isLink: boolean;
  /** How sure it is a name: `find-name.ts`, or labelled as one. */
  readonly rank: number;
};

/** Whether words hold every word of a name. */
export function isNameAmong({ name }: RegionName, words: readonly string[]): boolean {
  const parts = 'whole' in name ? splitName(name.whole) : { familyName: name.family, givenNames: name.given };
  return parts !== null && foldedWords(`${parts.familyName} ${parts.givenNames}`).every((word) => words.includes(word));
}

/** Finds number, birth dates and names among the fields of a region. */
export function regionTexts({ fields, unlabelled }: Fields): RegionTexts {
  const labelled = labelledNames(fields);
  return {
    numbers: fields.filter(({ kind }) => kind === 'nhsNumber').map(numberOf),
    birthDates: birthDatesOf(fields, unlabelled),
    names: labelled === null ? [] : [...labelled, ...namesAmong(unlabelled)],
  };
}

/** Ten digits may stand in one text, in groups, or one by one. */
function numberOf({ label, values }: Field): RegionTexts['numbers'][number] {
  let text = '';
  const nodes: (Text | Element)[] = [];
  for (const { text: part, piece } of values) {
    const digits = /^[\d\s.\-\u2010-\u2015/]*/.exec(part)?.[0] ?? '';
    const goesOn = /\d/.test(digits) && (text === '' || digits === part || text.replace(/\D/g, '').length < 10);
    if (!goesOn) {
      // A tick before the number, or a hyphen between its groups.
      if (!hasLetter(part) && !/\d/.test(part)) continue;
      break;
    }
    text += digits;
    nodes.push(piece.node);
    if (digits !== part) break;
  }
  return { label, text: /\d/.test(text) ? text.trim() : null, nodes };
}

/** The rank of a name that is labelled as one. */
export const LABELLED = 5;
const MOST_PARTS_OF_NAME = 6;
const NO_NAME = /^(?:male|female|unknown|not\b.*|none|n\/a|indeterminate|[-–—?]+)$/i;
const MONTH = `[${LETTER}]{3,10}\\.?`;
const DATE = new RegExp(
  `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?:[ .\\u2010-\\u2015-]+${MONTH}[ .,\\u2010-\\u2015-]+|([/.-])\\d{1,2}\\1|\\s+\\d{1,2}\\s+)\\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
);
const AGE = /\(?\b(\d{1,3})\s?(?:y|yrs?|years?|oed)\b/i;

function birthDatesOf(fields: readonly Field[], unlabelled: readonly Chunk[]): RegionTexts['birthDates'] {
  const labelled = fields
    .filter(({ kind }) => kind === 'birthDate')
    .flatMap(({ values }) => {
      const whole = values.map(({ text }) => text).join(' ');
      const node = values[0]?.piece.node;
      return node && /\d/.test(whole) ? [{ text: dateIn(whole), node }] : [];
    });
  const found = labelled.length > 0 ? labelled : unlabelled.flatMap(withAge);
  return found.filter(({ text }, at) => found.findIndex((one) => one.text === text) === at);
}

/** The date in a value, without weekday and age; the whole of it if there is none, so that it is not passed over. */
function dateIn(text: string): string {
  return firstDate(text) ?? text;
}

function firstDate(text: string): string | undefined {
  const found = DATE.exec(plain(text));
  return found ? text.slice(found.index, found.index + found[0].length) : undefined;
}

/** A date without a label is a birth date only beside the age it makes: “14-Jul-1938 (88y)”. */
function withAge({ text, piece }: Chunk): { text: string; node: Text | Element }[] {
  const date = firstDate(text);
  const age = AGE.exec(text.replace(date ?? '', ''))?.[1];
  const year = /\d{4}/.exec(date ?? '')?.[0];
  if (!date || !age || !year) return [];
  const years = new Date().getFullYear() - Number(year);
  return years === Number(age) || years - 1 === Number(age) ? [{ text: date, node: piece.node }] : [];
}

/** @returns `null`: the page labels a name, and what stands there is none; then nothing else is taken for it */
function labelledNames(fields: readonly Field[]): RegionName[] | null {
  const parts = (kind: Field['kind']) => fields.filter((field) => field.kind === kind && field.values.length > 0);
  const whole = [
    ...parts('name').flatMap(({ values }) => wholeName(values)),
    ...parts('person').flatMap(({ values }) => personName(values)),
  ];
  const [family, ...otherFamily] = parts('familyName');
  const [given, ...otherGiven] = parts('givenNames');
  if (!family || otherFamily.length > 0 || otherGiven.length > 0) return whole;
  const middle = parts('middleNames').map((field) => lineOf(field.values));
  const shown = [...(given ? [lineOf(given.values)] : []), ...middle.filter(hasLetter)].join(' ');
  const nodes = [...family.values, ...(given?.values ?? [])].map(({ piece }) => piece.node);
  const name = { family: lineOf(family.values), given: shown };
  if (![name.family, name.given].every(isNameText)) return whole.length > 0 ? whole : null;
  return hasLetter(name.family) ? [...whole, { name, nodes, isLink: false, rank: LABELLED }] : whole;
}

/** Whether a text can be part of a name: no sex, no date, no label of something else. */
function isNameText(text: string): boolean {
  return text === '' || (!/\d/.test(text) && !NO_NAME.test(text) && labelAt(text, false) === null);
}

function lineOf(values: readonly Chunk[]): string {
  const [first] = values;
  return values
    .filter(({ piece }) => piece.line === first?.piece.line)
    .map(({ text }) => text)
    .join(' ');
}

/** “Patient” may head anything: only what is surely a name is one. */
function personName(values: readonly Chunk[]): RegionName[] {
  const [found, ...more] = namesAmong(values);
  return found && more.length === 0 ? [{ ...found, rank: LABELLED }] : [];
}

/** A labelled name is believed as it stands; what follows it in its line is left off where that is no part of a name. */
function wholeName(values: readonly Chunk[]): RegionName[] {
  const first = values.filter(({ piece }) => piece.line === values[0]?.piece.line);
  const [found, ...more] = namesAmong(first);
  if (found && more.length === 0) return [{ ...found, rank: LABELLED }];
  const line = lineOf(values)
    .replace(/ ?, ?/, ', ')
    .replace(/\s*(?:\(?\d.*|\((?!mr|mrs|ms|miss|mx|dr|prof|rev|sir).*)$/i, '');
  if (!hasLetter(line) || /^(?:not |unknown|none|n\/a)/i.test(line)) return [];
  const isLink = values.some(({ piece }) => piece.isLink);
  return [{ name: { whole: line }, nodes: values.map(({ piece }) => piece.node), isLink, rank: LABELLED }];
}

/** The longest runs of neighbours in one line that are names: family and given names may stand in elements of their own. */
function namesAmong(chunks: readonly Chunk[]): RegionName[] {
  const names: RegionName[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const run = longestName(chunks.slice(at, at + MOST_PARTS_OF_NAME));
    if (!run) continue;
    const parts = chunks.slice(at, at + run.length);
    const isLink = parts.some(({ piece }) => piece.isLink);
    const nodes = parts.map(({ piece }) => piece.node);
    names.push({ name: { whole: run.found.name }, nodes, isLink, rank: run.found.rank });
    at += run.length - 1;
  }
  return names;
}

function longestName(chunks: readonly Chunk[]): { readonly found: FoundName; readonly length: number } | null {
  let best: { found: FoundName; length: number } | null = null;
  let text = '';
  let isHeading = false;
  for (const [index, { text: part, piece }] of chunks.entries()) {
    if (piece.line !== chunks[0]?.piece.line || (best?.found.rank === 4 && best.found.name.includes(','))) break;
    text = `${text} ${part}`.trim().replace(/ ,/g, ',');
    isHeading ||= piece.isHeading;
    const found = nameAtStart(text, isHeading);
    const isBetter =
      !best ||
      (found &&
        (found.rank > best.found.rank ||
          (found.rank === best.found.rank && found.name.length > best.found.name.length)));
    if (found && isBetter) best = { found, length: index + 1 };
  }
  return best;
}

/** The names of the highest rank; and whoever else stands there as the name of a record does. */
export function bestNames(names: readonly RegionName[]): RegionName[] {
  const rank = Math.max(0, ...names.map((one) => one.rank));
  const isRecordName = ({ name, rank: own }: RegionName) => own === 4 && 'whole' in name && name.whole.includes(',');
  return names.filter((one) => one.rank === rank || isRecordName(one));
}
