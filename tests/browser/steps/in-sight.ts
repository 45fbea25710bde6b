import type { Frame, Page } from 'puppeteer';

/**
 * Whether a part of the plan can be read without doing anything: all of it in the window, and nothing over it. Runs where
 * the plan is drawn; a page of the extension may look into its own frame.
 */
export function isInSight(where: Page | Frame, part: string): Promise<boolean> {
  return where.evaluate((name) => {
    const shown = [...document.querySelectorAll('iframe')].find((frame) => getComputedStyle(frame).opacity === '1');
    const inner = shown?.contentDocument ?? document;
    const element = inner.querySelector(`[data-part="${name}"]`);
    const view = inner.defaultView;
    if (!element || !view) return false;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    // A page may have been scrolled away from the frame in which it stands.
    const { x = 0, y = 0 } = shown?.getBoundingClientRect() ?? {};
    const isInside = top >= 0 && left >= 0 && bottom <= view.innerHeight && right <= view.innerWidth;
    if (x + left < 0 || y + top < 0 || x + right > innerWidth || y + bottom > innerHeight) return false;
    const met = inner.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return isInside && element.contains(met);
  }, part);
}
