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
export function lostIn(page: Page, ids: readonly string[], reading: Reading, planted = ''): Promise<readonly string[]> {
  return page.evaluate(
    async (all, language, css) => {
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
      const wrong: string[] = [];
      for (const id of all) {
        await window.gallery.showStory(id, language);
        wrong.push(...window.gallery.lostText().map((line) => `${id}: ${line}`));
      }
      style.remove();
      return wrong;
    },
    ids,
    reading === 'in Welsh' ? ('cy' as const) : ('en' as const),
    STYLES[reading] + planted,
  );
}
