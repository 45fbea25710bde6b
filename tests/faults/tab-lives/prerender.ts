import type { Page } from 'puppeteer';
import type { Launched } from '../../browser/harness/launch.ts';
import { soon } from '../../browser/harness/soon.ts';
import { pathOfResident } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { untilLoaded } from './until-loaded.ts';

/**
 * Lets Chromium load a resident's page before anybody goes to it, and then goes to it.
 *
 * @param wait between the two
 * @returns the tab
 */
export async function prerender(
  launched: Launched,
  page: Page,
  person: Person,
  wait: () => Promise<unknown>,
): Promise<Page> {
  const path = await pathOfResident(page, person);
  await page.evaluate((url) => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] });
    document.head.append(rules);
  }, path);
  const address = new URL(path, page.url()).href;
  await wait();
  await soon(() => page.evaluate((url) => void setTimeout(() => location.assign(url)), path), undefined);
  return untilLoaded(launched, address);
}
