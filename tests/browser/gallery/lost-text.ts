import type { Page } from 'puppeteer';

/** How somebody reads: as it is drawn, in Welsh, with the spacing of WCAG 1.4.12, or with text of twice the size. */
export const READINGS = ['as drawn', 'in Welsh', 'spaced', 'twice the size'] as const;
export type Reading = (typeof READINGS)[number];

const STYLES: Readonly<Record<Reading, string>> = {
  'as drawn': '',
  'in Welsh': '',
  spaced: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`,
  'twice the size': 'html { font-size: 200%; }',
};

/**
 * Everything that is cut, hidden or covered in these stories, one line for each place.
 *
 * @param planted style that somebody should not have written, to see that it is found
 */
export async function lostIn(
  page: Page,
  ids: readonly string[],
  reading: Reading,
  planted = '',
): Promise<readonly string[]> {
  const language = reading === 'in Welsh' ? ('cy' as const) : ('en' as const);
  const style = await page.evaluateHandle((css) => {
    const added = document.createElement('style');
    added.textContent = css;
    document.head.append(added);
    return added;
  }, STYLES[reading] + planted);
  const wrong: string[] = [];
  // One by one: all of them together take longer than the driver waits for an answer, where the machine is busy.
  for (const id of ids) wrong.push(...(await page.evaluate(lostInStory, id, language)));
  await style.evaluate((added) => added.remove());
  return wrong;
}

/** Runs in the gallery. */
async function lostInStory(id: string, language: 'en' | 'cy'): Promise<readonly string[]> {
  await window.gallery.showStory(id, language);
  return window.gallery.lostText().map((line) => `${id}: ${line}`);
}
