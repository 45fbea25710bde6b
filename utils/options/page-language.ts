import { browser } from '../browser.ts';
import type { Settings } from '../settings-schema.ts';
import { type Language, languageFor } from '../view/language.ts';

/** The language in which the extension's own pages are drawn. */
export function pageLanguage({ language }: Settings): Language {
  return languageFor(language, browser.i18n.getUILanguage());
}
