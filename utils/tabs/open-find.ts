import { browser } from '../browser.ts';
import type { NumberWithin } from '../find/read-search.ts';

/** What the last page was opened with, until that page takes it. In memory only: no number stands in an address (S7). */
let prefilled: { readonly tabId: number; readonly given: NumberWithin } | null = null;
/** Settled once it is known which tab it is for. */
let opening: Promise<unknown> = Promise.resolve();

/**
 * Opens the page in which a person is found, in a new tab.
 *
 * @param given what was found in a text; the number of which it is to ask the birth date, if it is one. Left out: there was no text
 * @param active whether the tab comes to the front
 */
export async function openFind(given?: NumberWithin, active = true): Promise<void> {
  const opened = browser.tabs.create({ url: browser.runtime.getURL('find.html'), active }).then(({ id }) => {
    prefilled = id !== undefined && given ? { tabId: id, given } : null;
  });
  opening = opened.catch(() => undefined);
  await opened;
}

/** What the page in this tab was opened with: for that page, and once. */
export async function takePrefilled(tabId: number): Promise<NumberWithin | null> {
  await opening;
  if (prefilled?.tabId !== tabId) return null;
  const { given } = prefilled;
  prefilled = null;
  return given;
}
