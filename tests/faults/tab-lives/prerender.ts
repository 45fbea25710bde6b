import type { Page } from 'puppeteer';
import { soon } from '../../browser/harness/soon.ts';
import type { Person } from '../../sandbox/people/person.ts';

/**
 * Lets Chromium load a resident's page before anybody goes to it, and then goes to it.
 *
 * @param wait between the two
 */
export async function prerender(page: Page, person: Person, wait: () => Promise<unknown>): Promise<void> {
  const path = await page.evaluate(linkTo, person.familyName, person.room ?? '');
  if (path === null) throw new Error('This resident has no card on the home board.');
  await page.evaluate((url) => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] });
    document.head.append(rules);
  }, path);
  await wait();
  await soon(() => page.evaluate((url) => void setTimeout(() => location.assign(url)), path), undefined);
}

/** Runs in a page of the home. */
async function linkTo(familyName: string, room: string): Promise<string | null> {
  const board = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  const tile = [...board.querySelectorAll('.resident-tile')].find(
    ({ textContent }) => textContent?.includes(familyName) && textContent.includes(`Room ${room}`),
  );
  return tile?.querySelector('a')?.getAttribute('href') ?? null;
}
