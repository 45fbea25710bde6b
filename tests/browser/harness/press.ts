import type { ElementHandle, Frame, Page } from 'puppeteer';
import { soon } from './soon.ts';
import { until } from './until.ts';

/**
 * Presses the first of these in a page, or in a frame of one, once it can be pressed: it may give way to another drawing,
 * and the frame to another frame, while it is aimed at.
 *
 * @param where to look for it, at each try
 */
export function pressIn(where: () => Promise<Page | Frame | null>, selector: string): Promise<void> {
  return until(`somebody can press ${selector}`, () => pressed(where, selector));
}

/** The same in a page itself. */
export function pressOn(page: Page, selector: string): Promise<void> {
  return pressIn(async () => page, selector);
}

async function pressed(where: () => Promise<Page | Frame | null>, selector: string): Promise<boolean> {
  const place = await where();
  const found = place && (await soon(() => place.$(selector), null));
  const spot = found && (await soon(() => spotOf(found), null));
  if (!spot) return false;
  await found.frame.page().mouse.click(spot.x, spot.y);
  return true;
}

/** Where it can be pressed, once it stands still. The foot of a panel lies over what is only just in sight. */
async function spotOf(element: ElementHandle): Promise<{ readonly x: number; readonly y: number }> {
  await element.evaluate(async (one) => {
    one.scrollIntoView({ block: 'center' });
    const stands = () => JSON.stringify(one.getBoundingClientRect());
    let stood = '';
    while (stood !== stands()) {
      stood = stands();
      // No frame is drawn of a tab that nobody sees.
      await new Promise((next) => {
        requestAnimationFrame(next);
        setTimeout(next, 100);
      });
    }
  });
  return element.clickablePoint();
}
