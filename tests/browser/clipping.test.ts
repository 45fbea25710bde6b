import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { stories } from '../sandbox/stories/stories.ts';
import { type GalleryStage, openGallery } from './gallery/gallery-stage.ts';
import { lostIn, READINGS, type Reading } from './gallery/lost-text.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';

const WIDTHS = [320, 360, 400, 480];
const ZOOMS = [1, 1.5, 2, 3, 4];
const LONGEST = stories.map(({ id }) => id).filter((id) => /^longest-|-long$|-long-/.test(id));
const ALL = stories.map(({ id }) => id);

/** Nothing a person has to read is cut, hidden or covered, whatever its length and however large they read. */
describe.for(await browsersUnderTest())('text in $name', (found) => {
  let stage: GalleryStage;
  const isFirefox = found.family === 'firefox';

  beforeAll(async () => {
    stage = await openGallery(found, inject('sandboxBuilds')[found.family] ?? '');
  });
  afterAll(() => stage?.close());

  /** As a browser zooms: fewer, larger pixels. */
  async function lost(
    ids: readonly string[],
    width: number,
    zoom: number,
    reading: Reading,
  ): Promise<readonly string[]> {
    await stage.page.setViewport({
      width: Math.floor(width / zoom),
      height: Math.floor(800 / zoom),
      deviceScaleFactor: zoom,
    });
    return lostIn(stage.page, ids, reading);
  }

  it.each(READINGS)('every story at 320 px: nothing is lost, and nothing scrolls sideways, %s', async (reading) => {
    expect(await lost(ALL, 320, 1, reading)).toEqual([]);
  });

  const zooms = isFirefox ? [1, 4] : ZOOMS;
  const widths = isFirefox ? [320, 480] : WIDTHS;
  it.each(widths.flatMap((width) => zooms.map((zoom) => [width, zoom * 100] as const)))(
    'the longest text, %i px wide, at %i percent: nothing is lost',
    async (width, percent) => {
      const readings = isFirefox ? READINGS.slice(0, 1) : READINGS;
      const wrong: string[] = [];
      for (const reading of readings) wrong.push(...(await lost(LONGEST, width, percent / 100, reading)));
      expect(wrong).toEqual([]);
    },
  );
});
