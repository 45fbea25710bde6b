import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FIRST_PLACE } from '../../utils/page/place.ts';
import { type GalleryStage, openGallery } from './gallery/gallery-stage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';

/** What somebody on the telephone needs before they can scroll, in the order in which it stands. */
const PARTS = [
  'link',
  'name',
  'nhs-number',
  'verdict',
  'treatment-level',
  'places',
  'anticipatory-medicines',
  'call-first',
];

/** Plans with nothing above the answer; a notice, and whatever an author writes at length, pushes the rest down. */
const STORIES = ['plan', 'plan-for-cpr', 'plan-cpr-not-recorded', 'plan-no-date-no-author', 'plan-empty', 'plan-baby'];

/** Runs in the page: the parts that are not there whole, between the edge of the window and the foot. */
function outOfSight(names: readonly string[]): string[] {
  const foot = document.querySelector('.foot')?.getBoundingClientRect().top ?? 0;
  return names.filter((name) => {
    const part = document.querySelector(`[data-part="${name}"]`);
    if (!part) return true;
    const { top, bottom, height } = part.getBoundingClientRect();
    return height === 0 || top < 0 || bottom > foot;
  });
}

/** Runs in the page: the middle of each tool of the foot. */
function middles() {
  return [...document.querySelectorAll<HTMLElement>('.foot > div > button')].map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return { tool: one.dataset.command, x: left + width / 2, y: top + height / 2 };
  });
}

/** Runs in the page: the tools that stand in these places. */
function toolsAt(places: ReturnType<typeof middles>) {
  return places.map(({ x, y }) => document.elementFromPoint(x, y)?.closest('button')?.dataset.command);
}

describe.for(await browsersUnderTest())('the first glance, 360 × 640, in $name', (found) => {
  let stage: GalleryStage;

  beforeAll(async () => {
    stage = await openGallery(found, inject('sandboxBuilds')[found.family] ?? '');
    await stage.page.setViewport({ width: 360, height: 640 });
  });
  afterAll(() => stage?.close());

  it.each(STORIES)('%s: everything that is needed stands there without a scroll', async (id) => {
    const { page } = stage;
    for (const place of [undefined, FIRST_PLACE]) {
      await page.evaluate((one, where) => window.gallery.showStory(one, 'en', where), id, place);
      expect(await page.evaluate(outOfSight, PARTS)).toEqual([]);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    }
  });

  it.each([320, 360, 480, 900])(
    '%s px wide: no tool of the foot moves under a finger when a plan comes',
    async (width) => {
      const { page } = stage;
      await page.setViewport({ width, height: 640 });
      for (const place of [undefined, FIRST_PLACE]) {
        const show = (id: string) =>
          page.evaluate((one, where) => window.gallery.showStory(one, 'en', where), id, place);
        await show('looking-fetching');
        const before = await page.evaluate(middles);
        expect(before.length).toBeGreaterThan(3);
        await show('plan');
        expect(await page.evaluate(toolsAt, before)).toEqual(before.map(({ tool }) => tool));
      }
    },
  );
});
