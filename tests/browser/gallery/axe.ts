import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2 up to AA, and what axe-core holds for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts axe-core into a page, for as long as the page lasts; a page of the extension lets no other script in. */
export async function putAxeIn(page: Page): Promise<void> {
  await page.evaluate(await readFile(SOURCE, 'utf8'));
}

/**
 * What axe-core finds wrong in all of a page, with every section open: one line for each place, with the rule.
 *
 * @param is `isPressed`: nobody presses anything on paper, and there it may be small
 */
export function violations(page: Page, is = { isPressed: true }): Promise<readonly string[]> {
  return page.evaluate(
    async (values, enabled) => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      const found = await window.axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        rules: { 'target-size': { enabled } },
        elementRef: false,
      });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
      );
    },
    TAGS,
    is.isPressed,
  );
}
