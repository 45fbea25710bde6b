import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../utils/view/language.ts';
import * as cy from './cy/pages.ts';
import * as en from './en/pages.ts';

/**
 * The sentences of the extension's own pages: apart from those of the sidebar, so that no frame beside a record carries
 * them. The same rules hold.
 */
export type PageWords = typeof en;

const WORDS: Readonly<Record<Language, PageWords>> = { en, cy };

/** The sentences in a language. */
export function pageWordsIn(language: Language): PageWords {
  return WORDS[language];
}

/** The sentences of the language in which a page is drawn. */
export const PageWordsContext = createContext<PageWords>(en);

/** For components; what is no component takes `words`. */
export function usePageWords(): PageWords {
  return useContext(PageWordsContext);
}
