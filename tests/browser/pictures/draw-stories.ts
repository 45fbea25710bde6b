import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { everyStory, isOnPaper, widthOf } from '../../sandbox/stories/stories.ts';
import { type Colours, setColours } from '../gallery/colours.ts';
import type { GalleryStage } from '../gallery/gallery-stage.ts';
import type { Picture } from './small-png.ts';

export const THEMES = ['light', 'dark'] as const satisfies readonly Colours[];
export type Theme = (typeof THEMES)[number];

const HEIGHT = 640;
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

/** A story is at one moment for as long as it is looked at: nothing ages meanwhile, and no cursor blinks in a field. */
async function stopTheClock(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stopped = Date.now();
    Date.now = () => stopped;
    document.documentElement.style.caretColor = 'transparent';
  });
}

/** One story as it is drawn in one theme. */
export type Drawn = { readonly id: string; readonly theme: Theme; readonly picture: Picture };

async function pictureOf({ page }: GalleryStage, wide: number, isWhole: boolean): Promise<Picture> {
  if (isWhole) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport({ width: wide, height });
  }
  const { width, height, data } = PNG.sync.read(Buffer.from(await page.screenshot()));
  if (isWhole) await page.setViewport({ width: wide, height: HEIGHT });
  return { width, height, data };
}

/** Draws every story as its first screen is seen, in each theme. */
export async function* drawnStories(stage: GalleryStage): AsyncGenerator<Drawn> {
  await stopTheClock(stage.page);
  await stage.page.setViewport({ width: 360, height: HEIGHT });
  for (const theme of THEMES) {
    await setColours(stage.launched, stage.page, theme);
    for (const story of everyStory) {
      const { id } = story;
      // Paper has one theme.
      if (theme === 'dark' && isOnPaper(story)) continue;
      await stage.show(id);
      yield { id, theme, picture: await pictureOf(stage, widthOf(story), theme === 'light' && WHOLE.has(id)) };
    }
  }
}
