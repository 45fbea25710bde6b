import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../utils/view/language.ts';
import type * as en from './en/all.ts';

/**
 * Every sentence of the sidebar, by topic: one file for each, in `en/` and in `cy/`. English gives the shape, and a
 * sentence without its Welsh does not compile. Plain, present tense, no exclamation mark, no “please”, no “oops”;
 * quotation marks as written. `{name}` is a place where something is drawn (`facts/Filled.tsx`).
 */
export type Words = typeof en;

/** Fetches the sentences of one language: a frame beside a record does not carry the other. */
export function loadWords(language: Language): Promise<Words> {
  return language === 'cy' ? import('./cy/all.ts') : import('./en/all.ts');
}

/** The sentences of the language in which the sidebar is drawn. */
export const WordsContext = createContext<Words | null>(null);

/** For components: `const { BUTTON } = useWords();`. What is no component takes `words`. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('Nobody has said in which language to draw.');
  return words;
}
