import type { Words } from '../../../../components/words/words.ts';

type Said = string | { readonly [Key: string]: Said } | readonly Said[] | ((...given: never[]) => unknown) | null;

const ASKED = { service: 'Wxyz', at: '11:22', tries: 3, role: 'Qqq', organisation: 'Zzz' };

/** What a sentence is given by its name; all others take texts. */
const GIVEN: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/^(?:COUNT|AGE)\./, [3, 5]],
  [/^(?:LIST\.and|DISAGREE\.)/, [['birthDate', 'familyName']]],
  [/\.(?:asked|says)$|^REFUSED\./, [ASKED]],
  [/^SWITCHED_OFF\.reason$/, [{ code: 'Wxyz' }]],
  [/savedCopy$/, ['offline', 'Wxyz']],
  [/(?:severalCurrent|unknownSections|andMore|manyDisagree|current|tooLong|wrongLength)$/, [4, 7]],
];

/** Under these names stand texts of which the sentence is made, not what it is asked. */
const TEXTS = /^(?:CPR|LOOKING|BIRTH_DATE_DIFFERS|LOCK)\.|^NOTICE\.heading/;

function given(path: string): readonly unknown[] {
  const count = /manyDisagree$|severalCurrent$/.test(path);
  if (TEXTS.test(path) && !count) return ['Wxyz', 'Vvv'];
  return GIVEN.find(([name]) => name.test(path))?.[1] ?? ['Wxyz', 'Vvv'];
}

function walk(said: Said, path: string): readonly (readonly [string, string])[] {
  if (said === null) return [];
  if (typeof said === 'string') return [[path, said]];
  if (typeof said === 'function') return walk((said as (...all: unknown[]) => Said)(...given(path)), path);
  return Object.entries(said).flatMap(([key, inner]) => walk(inner as Said, path ? `${path}.${key}` : key));
}

/** Every sentence with its place, those that are made of something as made of made-up words. */
export function sentencesOf(words: Words): ReadonlyMap<string, string> {
  return new Map(walk(words as unknown as Said, ''));
}
