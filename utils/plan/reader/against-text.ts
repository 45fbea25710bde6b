import { amountsIn, isStopWord, tellingWords, textWords } from './text-words.ts';

/** One thing that was read from the entries, to be looked for in the author's text. */
export type SaidItem = {
  /** What it is called, in each of the ways in which the author may have written it. */
  readonly name: readonly string[];
  /** What is said of it, near its name if at all: a dose, a number to ring, a reaction. */
  readonly details?: readonly string[];
  /** What is drawn with it, and need not stand in the text. */
  readonly beside?: readonly string[];
};

/** How items stand in a text besides being there. */
export type ItemKind = {
  /** First choice, then second. */
  readonly ordered?: boolean;
  /** Names that may hold one of ours within them: “Care home” is not “Home”. */
  readonly vocabulary?: readonly string[];
  /** Texts that say something here though they begin like a denial: “Not for CPR”. */
  readonly isStatement?: (paragraph: string) => boolean;
};

/** How a section's text stands to what was read from its entries. */
export type TextBeside = {
  /** The text, where it says more or something else; `null`: all of it is drawn already. */
  readonly narrative: readonly string[] | null;
  readonly contradicts: boolean;
};

/** A text that says there is nothing. */
const DENIAL = /^\W*(?:(?:none|nil|no|not|nka|nkda|nothing|denies|unknown|n\/a|empty)\b.{0,120})?$/i;
const RESTRICTED = /\b(?:but|except|however|apart from|other than|unless|only)\b/i;

/** Words with which authors and programs label what they write; they say nothing themselves. */
const LABELS: ReadonlySet<string> = new Set(
  `100 about above cpr advance alert alerts allergies allergy avoid below capacity care choice conditions contact
  contacts date death decided decision decisions document documents dosage dose each first focus from getting have
  here i involved issued items kept level list medication medications medicine medicines mental modified most
  name next note number older other patient person place preferred priority problem problems prognosis proxy reaction
  recommendations recorded relationship review reviewed second section since start status substance symptom symptoms
  take telephone their these third this treatment value want wishes what when where which with worth due refuse`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a word only labels what stands beside it. */
export function isLabel(word: string): boolean {
  return LABELS.has(word) || isStopWord(word);
}

const NEITHER: TextBeside = { narrative: null, contradicts: false };

/**
 * Lays a section's text beside what was read from its entries (S11, H09). The text contradicts them where a thing that
 * is coded stands nowhere in it or with something else said of it, where it says there is nothing and something is
 * coded, or the other way round. It says more where a word of it is drawn nowhere near the thing it stands with.
 *
 * @param paragraphs of the author's text
 * @param items what was read; empty: nothing
 * @param around everything else of the section that is drawn: who said it, when
 * @param isEmpty the section is stated to be empty
 */
export function besideText(
  paragraphs: readonly string[],
  items: readonly SaidItem[],
  around: unknown,
  isEmpty: boolean,
  kind: ItemKind = {},
): TextBeside {
  if (paragraphs.length === 0) return NEITHER;
  const denies = paragraphs.every((paragraph) => isDenial(paragraph) && !kind.isStatement?.(paragraph));
  if (isEmpty) return denies ? NEITHER : { narrative: paragraphs, contradicts: true };
  if (denies && items.length === 0) return NEITHER;
  const text = textOf(paragraphs);
  const places = placesOf(text, items, kind);
  const isShort = !paragraphs.some((paragraph) => paragraph.includes(':'));
  const contradicts = items.length > 0 && ((denies && isShort) || places === null || !agree(text, items, places));
  const known = new Set(textWords(stringsIn(around).join('\n')));
  const saysMore = contradicts || !isDrawn(text, items, places ?? [], known);
  return { narrative: saysMore ? paragraphs : null, contradicts };
}

function isDenial(paragraph: string): boolean {
  return DENIAL.test(paragraph) && !RESTRICTED.test(paragraph);
}

/** The words of a text, and where paragraphs begin among them. */
type Text = { readonly words: readonly string[]; readonly starts: ReadonlySet<number> };

function textOf(paragraphs: readonly string[]): Text {
  const inEach = paragraphs.map((paragraph) => textWords(unnumbered(paragraph)));
  const starts = new Set<number>();
  let start = 0;
  for (const { length } of inEach) {
    starts.add(start);
    start += length;
  }
  return { words: inEach.flat(), starts };
}

/** Where an item stands in the text: where its name begins and ends. */
type Place = { readonly from: number; readonly to: number };

/** Where each item stands in the text; `null`: one is not in it, or they stand in another order. */
function placesOf(text: Text, items: readonly SaidItem[], { ordered, vocabulary = [] }: ItemKind): Place[] | null {
  const taken: Place[] = [];
  for (const { name } of items) {
    const place = placeOf(text, name, vocabulary, taken);
    if (!place) return null;
    taken.push(place);
  }
  const isInOrder = taken.every(({ from }, at) => at === 0 || from > (taken[at - 1]?.from ?? 0));
  return ordered && !isInOrder ? null : taken;
}

/** The words behind an item's name, up to the next item. */
function behind({ words }: Text, places: readonly Place[], at: number): readonly string[] {
  const { to = 0 } = places[at] ?? {};
  return words.slice(to, Math.min(words.length, ...places.flatMap(({ from }) => (from >= to ? [from] : []))));
}

function agree(text: Text, items: readonly SaidItem[], places: readonly Place[]): boolean {
  return items.every((item, at) => saysTheSame(item, behind(text, places, at)));
}

/** Whether every word of the text is drawn with the item it stands with, or is a label. */
function isDrawn(
  text: Text,
  items: readonly SaidItem[],
  places: readonly Place[],
  known: ReadonlySet<string>,
): boolean {
  const isKnown = (word: string) => known.has(word) || LABELS.has(word) || isStopWord(word);
  if (known.size === 0 && items.length === 0) return false;
  const first = Math.min(text.words.length, ...places.map(({ from }) => from));
  return (
    text.words.slice(0, first).every(isKnown) &&
    places.every((_, at) => {
      const { details = [], beside = [] } = items[at] ?? {};
      const own = new Set(textWords([...details, ...beside].join('\n')));
      return behind(text, places, at).every((word) => own.has(word) || isKnown(word));
    })
  );
}

/** What stands behind a name up to the next: nothing, or what was read, and no other amount of the same unit. */
function saysTheSame({ name, details = [] }: SaidItem, after: readonly string[]): boolean {
  const said = new Set(after);
  if (details.length === 0 || after.every(isStopWord)) return true;
  const mine = amountsIn(textWords([...name, ...details].join(' ; ')));
  const theirs = [...amountsIn(after)];
  const hasOther = mine.size > 0 && theirs.some((amount) => !mine.has(amount));
  return !hasOther && details.every((detail) => tellingWords(detail).every((word) => said.has(word)));
}

/** The first place of a name that no item has taken and that is no part of a longer name; else where its words are. */
function placeOf(
  { words: text, starts }: Text,
  names: readonly string[],
  vocabulary: readonly string[],
  taken: readonly Place[],
): Place | null {
  const longer = vocabulary.filter((one) => !names.includes(one)).map(textWords);
  for (const name of names) {
    const words = textWords(name);
    const isFree = (from: number) =>
      !taken.some((other) => from < other.to && other.from < from + words.length) &&
      !longer.some((phrase) => phrase.length > words.length && covers(text, phrase, from, words.length));
    const places = text.flatMap((_, at) => (startsWith(text, words, at) && isFree(at) ? [at] : []));
    // Where it begins a paragraph it is meant, elsewhere it may be spoken of.
    const from = places.find((at) => starts.has(at)) ?? places[0] ?? -1;
    if (from >= 0) return { from, to: from + words.length };
  }
  // Not word for word: long texts are told in other words between.
  const scattered = names
    .map(tellingWords)
    .find((words) => words.length > 2 && words.every((word) => text.includes(word)));
  const at = scattered ? text.indexOf(scattered[0] ?? '') : -1;
  return scattered ? { from: at, to: at + 1 } : null;
}

function startsWith(text: readonly string[], words: readonly string[], at: number): boolean {
  return words.length > 0 && words.every((word, offset) => text[at + offset] === word);
}

/** Whether a longer phrase of the text lies over these words. */
function covers(text: readonly string[], phrase: readonly string[], from: number, length: number): boolean {
  const starts = Array.from({ length: phrase.length - length + 1 }, (_, back) => from - back);
  return starts.some((start) => start >= 0 && startsWith(text, phrase, start));
}

/** A number that only counts the paragraphs of a list says nothing. */
function unnumbered(paragraph: string): string {
  return paragraph.replace(/^\s*\d{1,2}[.)]\s/, '');
}

/** Every string and number of a value, however deep. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
