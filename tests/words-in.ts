import * as cy from '../components/words/cy/all.ts';
import * as en from '../components/words/en/all.ts';
import type { Words } from '../components/words/words.ts';
import type { Language } from '../utils/view/language.ts';

const WORDS: Readonly<Record<Language, Words>> = { en, cy };

/** The sentences in a language, at hand: the product fetches them (`components/words/words.ts`). */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
