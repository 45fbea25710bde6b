import { oneLine } from './one-line.ts';

/** A person's name as parts. `title` without brackets. */
export type NameParts = { readonly familyName: string; readonly givenNames: string; readonly title?: string };

/** Titles as they are written, as alternatives of a pattern. */
export const TITLE_WORDS =
  'Mr|Mrs|Ms|Miss|Mx|Master|Dr|Doctor|Prof|Professor|Rev|Reverend|Sir|Dame|Lady|Lord|Sister|Fr';
const TITLES = new RegExp(`^(?:${TITLE_WORDS})\\.?$`, 'i');

/** Words that belong to the family name when they stand before its last word. */
const PARTICLES =
  /^(van|von|der|den|de|del|della|da|das|di|do|dos|du|la|le|el|al|bin|bint|ibn|ter|ten|st|saint|ó|ní|ap|ab)$/i;

/** Letters that Unicode does not take apart into a base letter and a mark, or writes otherwise at the end of a word. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/**
 * Splits a name as a clinical system shows it.
 *
 * @param shown `REED, Margaret (Mrs)` (the family name before the comma) or `Mrs Margaret Reed` (the last word and
 *   the particles before it are the family name)
 * @returns the parts with their spelling untouched, or `null` if there is no name in it: nothing before the comma,
 *   or a title alone
 */
export function splitName(shown: string): NameParts | null {
  const text = oneLine(shown.normalize('NFC'));
  const titled = /^(.*?) ?\(([^()]*)\)$/.exec(text);
  const bare = titled ? (titled[1] ?? '') : text;
  const bracketed = titled?.[2];
  const comma = bare.indexOf(',');
  if (comma === 0) return null;
  if (comma > 0) {
    const [first = '', ...rest] = bare.slice(0, comma).trim().split(' ');
    const isTitled = rest.length > 0 && TITLES.test(first);
    return withTitle(
      isTitled ? rest.join(' ') : bare.slice(0, comma).trim(),
      bare
        .slice(comma + 1)
        .trim()
        .split(' '),
      isTitled ? first : bracketed,
    );
  }
  const words = bare.split(' ').filter((word) => word !== '');
  if (words.length === 0 || (words.length === 1 && TITLES.test(bare))) return null;
  const byCapitals = splitByCapitals(words);
  if (byCapitals) return withTitle(byCapitals.family, byCapitals.before, bracketed);
  // A given name may look like a particle (“Mrs Di Smith”): the first word after the title is never one.
  const earliest = TITLES.test(words[0] ?? '') ? 2 : 1;
  let start = words.length - 1;
  while (start > earliest && PARTICLES.test(words[start - 1] ?? '')) start -= 1;
  return withTitle(words.slice(start).join(' '), words.slice(0, start), bracketed);
}

/** `Ana GARCIA LOPEZ`, `WÓJCIK Zbigniew Jan`: where some words are in capitals, those are the family name. */
function splitByCapitals(words: readonly string[]): { family: string; before: readonly string[] } | null {
  const title = TITLES.test(words[0] ?? '') ? words.slice(0, 1) : [];
  const named = words.slice(title.length);
  const isBetween = (word: string, at: number) =>
    /^\p{Lu}$/u.test(word) && isCapital(named[at - 1] ?? '') && isCapital(named[at + 1] ?? '');
  const isPart = (word: string, at: number) => isCapital(word) || PARTICLES.test(word) || isBetween(word, at);
  const last = named.findLastIndex((word, at) => !isPart(word, at));
  const start = named.findIndex((word, at) => at > last && (isCapital(word) || PARTICLES.test(word)));
  if (last >= 0 && named.slice(last + 1).some(isCapital)) {
    return { family: named.slice(start).join(' '), before: [...title, ...named.slice(0, start)] };
  }
  const first = named.findIndex((word, at) => !isPart(word, at));
  const end = named.slice(0, first === -1 ? named.length : first).findLastIndex(isCapital) + 1;
  const head = named.slice(0, end);
  const isFamily = end < named.length && head.some((word) => isCapital(word) && !isInitials(word));
  return isFamily ? { family: head.join(' '), before: [...title, ...named.slice(end)] } : null;
}

function isCapital(word: string): boolean {
  const bare = word.replace(/^(?:Mc|Mac|Fitz|De)(?=\p{Lu})/u, '');
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}|\../u.test(bare);
}

/** Two capitals before other names: initials (`JP Smith`), unless they can be spoken as a name (`LI Wei`, `NG Siew`). */
function isInitials(word: string): boolean {
  const letters = word.normalize('NFD').replace(/\p{M}/gu, '');
  return letters.length === 2 && !/^(?:[^AEIOU][AEIOUY]|NG)$/.test(letters);
}

function withTitle(familyName: string, before: readonly string[], bracketed: string | undefined): NameParts | null {
  if (!/\p{L}/u.test(familyName)) return null;
  const first = before[0] ?? '';
  const titleFirst = TITLES.test(first);
  const givenNames = (titleFirst ? before.slice(1) : before).join(' ').trim();
  const title = titleFirst ? first : bracketed && TITLES.test(bracketed) ? bracketed : undefined;
  return title === undefined ? { familyName, givenNames } : { familyName, givenNames, title };
}

/**
 * A name with everything taken out in which two correct spellings may differ: case, accents, hyphens, apostrophes
 * and spaces (docs/safety.md, S1). Two names agree if their folded forms are the same; nothing fuzzier is ever used.
 */
export function foldName(name: string): string {
  return foldedWords(name).join('');
}

/** The words of a name, each folded; hyphens and spaces divide them. */
export function foldedWords(name: string): string[] {
  return name
    .replace(/['’‘ʼʻ`´.]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘ʼʻ`.]/gu, '')
    .replace(/[ßæœøłđðþıς]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .split(/[\s\u00a0\-\u2010-\u2015]+/)
    .filter((word) => word !== '');
}

/**
 * Whether a name on a page ends in a family name. Names shown in spoken order do not say where the family name
 * begins (`Ana Garcia Lopez`), so the whole of it must stand, word for word, at the end.
 *
 * @param page the parts as split from the page
 * @param familyName one family name of the plan's patient
 */
export function endsInFamilyName(page: NameParts, familyName: string): boolean {
  const wanted = foldName(familyName);
  if (wanted === '') return false;
  if (foldName(page.familyName) === wanted) return true;
  const words = foldedWords(`${page.givenNames} ${page.familyName}`);
  const least = foldedWords(page.familyName).length;
  for (let count = least; count < words.length; count += 1) {
    if (words.slice(-count).join('') === wanted) return true;
  }
  return false;
}
