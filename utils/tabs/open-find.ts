import { browser } from '../browser.ts';

/** The NHS number the last page was opened with, until that page takes it. In memory only: it stands in no address (S7). */
let prefilled: { readonly tabId: number; readonly nhsNumber: string } | null = null;
/** Settled once it is known which tab the number is for. */
let opening: Promise<unknown> = Promise.resolve();

/**
 * Opens the page in which a person is found, in a new tab.
 *
 * @param nhsNumber ten digits that it is to ask the birth date of; left out: it asks for both
 */
export async function openFind(nhsNumber?: string): Promise<void> {
  const opened = browser.tabs.create({ url: browser.runtime.getURL('find.html') }).then(({ id }) => {
    prefilled = id !== undefined && nhsNumber ? { tabId: id, nhsNumber } : null;
  });
  opening = opened.catch(() => undefined);
  await opened;
}

/** The number the page in this tab was opened with: for that page, and once. */
export async function takePrefilled(tabId: number): Promise<string | null> {
  await opening;
  if (prefilled?.tabId !== tabId) return null;
  const { nhsNumber } = prefilled;
  prefilled = null;
  return nhsNumber;
}
