import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { stories } from '../../sandbox/stories/stories.ts';
import { type Colours, setColours } from '../gallery/colours.ts';
import type { GalleryStage } from '../gallery/gallery-stage.ts';
import type { Picture } from './small-png.ts';

export const THEMES = ['light', 'dark'] as const satisfies readonly Colours[];
export type Theme = (typeof THEMES)[number];

const WIDTH = 360;
const SCREEN = { width: WIDTH, height: 640 };
/** Drawn as high as they are, in light: each section, filled in and not. Below the first screen others are like these. */
const WHOLE: ReadonlySet<string> = new Set([
  'plan-open',
  'plan-own-text',
  'plan-half-filled',
  'plan-unknown-sections',
  'plan-hidden-everywhere',
  'plan-stated-none-everywhere',
  'plan-unreadable-everywhere',
  'plan-every-notice',
]);

/** A story is at one moment for as long as it is looked at: nothing ages meanwhile. */
async function stopTheClock(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stopped = Date.now();
    Date.now = () => stopped;
  });
}

/** One story as it is drawn in one theme. */
export type Drawn = { readonly id: string; readonly theme: Theme; readonly picture: Picture };

async function pictureOf({ page }: GalleryStage, isWhole: boolean): Promise<Picture> {
  if (isWhole) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport({ width: WIDTH, height });
  }
  const { width, height, data } = PNG.sync.read(Buffer.from(await page.screenshot()));
  if (isWhole) await page.setViewport(SCREEN);
  return { width, height, data };
}

/** Draws every story as its first screen is seen, 360 px wide, in each theme. */
export async function* drawnStories(stage: GalleryStage): AsyncGenerator<Drawn> {
  await stopTheClock(stage.page);
  await stage.page.setViewport(SCREEN);
  for (const theme of THEMES) {
    await setColours(stage.launched, stage.page, theme);
    for (const { id } of stories) {
      await stage.show(id);
      yield { id, theme, picture: await pictureOf(stage, theme === 'light' && WHOLE.has(id)) };
    }
  }
}
