import { browser } from '../browser.ts';
import { type NumberWithin, nhsNumberWithin } from '../find/read-search.ts';
import { languageOf, onSettingsChanged, readSettings } from '../settings/settings.ts';
import type { Language } from '../view/language.ts';
import { openFind } from './open-find.ts';

/** How the browser names the two ways: neither is ever made of what is selected or typed. */
export type OutsideWords = { readonly item: string; readonly suggestion: string };

/** Names the item of the menu for the browser. */
const ITEM = 'find';

/**
 * Opens the page in which a person is found for whoever types Planside's keyword into the address bar, or chooses its
 * item from the menu of what they have selected. An NHS number in that text goes with it, and nothing else of the text goes
 * anywhere. The listeners are registered at once, so that they wake the background too.
 */
export function findFromOutside({ words }: { readonly words: (language: Language) => OutsideWords }): void {
  // Neither Firefox nor Safari has the keyword (wxt.config.ts).
  const { omnibox } = browser as { readonly omnibox?: typeof browser.omnibox };
  const nameAgain = keepNamed(words, omnibox);
  omnibox?.onInputEntered.addListener((text, disposition) => {
    toFind(text.trim() === '' ? undefined : nhsNumberWithin(text), disposition !== 'newBackgroundTab');
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }) => {
    if (menuItemId === ITEM) toFind(nhsNumberWithin(selectionText), true);
  });
  onSettingsChanged(nameAgain);
  nameAgain();
}

/** Always in a tab of its own: what is open in the present one may be somebody's record. */
function toFind(given: NumberWithin | undefined, active: boolean): void {
  openFind(given, active).catch(notNow);
}

/** One after another: two at once would make the item twice, which browsers refuse. */
function keepNamed(words: (language: Language) => OutsideWords, omnibox?: typeof browser.omnibox): () => void {
  let last = Promise.resolve();
  async function name(): Promise<void> {
    const { item, suggestion } = words(languageOf(await readSettings()));
    omnibox?.setDefaultSuggestion({ description: suggestion });
    // Browsers keep it from one life of the background to the next.
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: ITEM, title: item, contexts: ['selection'] });
  }
  return () => {
    last = last.then(name).catch(notNow);
  };
}

/** No window, or storage that does not answer: the next event tries again. */
function notNow(): void {}
