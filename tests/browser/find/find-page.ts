import type { Page } from 'puppeteer';
import { openExtensionPage } from '../harness/extension-page.ts';
import { PATIENCE } from '../harness/patience.ts';
import { pressOn } from '../harness/press.ts';
import { logIn } from '../harness/set-up.ts';
import type { Stage } from '../harness/stage.ts';

/** What stands in the page in which a person is found, the plan aside. */
export type FindShown = {
  readonly view: string;
  readonly text: string;
  /** What is typed in, field by field. */
  readonly fields: readonly string[];
  readonly address: string;
  readonly title: string;
};

/** Opens the page in which a person is found. */
export function openFindPage({ launched }: Stage): Promise<Page> {
  return openExtensionPage(launched, 'find.html');
}

export function findShown(page: Page): Promise<FindShown> {
  return page.evaluate(() => ({
    view: document.querySelector<HTMLElement>('.find')?.dataset.view ?? '',
    text: document.querySelector<HTMLElement>('.find')?.innerText ?? '',
    fields: [...document.querySelectorAll('input')].map(({ value }) => value),
    address: location.href,
    title: document.title,
  }));
}

/** Waits for one state of the page (`FindView['kind']`). */
export async function untilFind(page: Page, view: string): Promise<FindShown> {
  await page.waitForSelector(`.find[data-view="${view}"]`, { timeout: PATIENCE });
  return findShown(page);
}

/** Signs in with the page's own button. */
export async function signInToFind(stage: Stage, page: Page, username: string): Promise<void> {
  await pressOn(page, '.find [data-command="signIn"]');
  await logIn(stage.launched, stage.account(username));
  await page.bringToFront();
  await untilFind(page, 'ready');
}

/** Two fields and one key, from wherever the cursor is. */
export async function search(page: Page, nhsNumber: string, birthDate: string): Promise<void> {
  await retype(page, '#nhs-number', nhsNumber);
  await page.keyboard.press('Tab');
  await retype(page, '#birth-date', birthDate);
  await page.keyboard.press('Enter');
}

/** Types over what stands in a field. */
export async function retype(page: Page, field: string, text: string): Promise<void> {
  await page.focus(field);
  await page.$eval(field, (input) => (input as HTMLInputElement).select());
  await page.keyboard.type(text);
}
