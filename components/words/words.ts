import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../utils/view/language.ts';
import * as cy from './cy/all.ts';
import * as en from './en/all.ts';

/**
 * Every sentence of the sidebar, by topic: one file for each, in `en/` and in `cy/`. English gives the shape, and a
 * sentence without its Welsh does not compile. Plain, present tense, no exclamation mark, no “please”, no “oops”;
 * quotation marks as written. `{name}` is a place where something is drawn (`facts/Filled.tsx`).
 */
export type Words = typeof en;

const WORDS: Readonly<Record<Language, Words>> = { en, cy };

/** The sentences in a language. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}

/** The sentences of the language in which the sidebar is drawn. */
export const WordsContext = createContext<Words>(en);

/** For components: `const { BUTTON } = useWords();`. What is no component takes `words`. */
export function useWords(): Words {
  return useContext(WordsContext);
}
