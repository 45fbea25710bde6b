import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { everyStory } from '../sandbox/stories/stories.ts';
import { type GalleryStage, openGallery } from './gallery/gallery-stage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { difference } from './pictures/compare.ts';
import { drawnStories, THEMES } from './pictures/draw-stories.ts';
import { PICTURES, whyNotComparable } from './pictures/drawn-with.ts';

const chromium = (await browsersUnderTest()).filter(({ family }) => family === 'chromium');

/** In one browser: pictures of two would say the same twice. */
describe.for(chromium)('pictures of every story in $name', (found) => {
  let stage: GalleryStage;

  beforeAll(async () => {
    stage = await openGallery(found, inject('sandboxBuilds')[found.family] ?? '');
  });
  afterAll(() => stage?.close());

  it('are what they were, in light and dark', { timeout: 600_000 }, async ({ skip }) => {
    const why = await whyNotComparable(stage.launched.browser);
    if (why !== null) {
      console.warn(`\n${why}\n`);
      skip(why);
    }
    const different: string[] = [];
    for await (const { id, theme, picture } of drawnStories(stage)) {
      const line = await difference(id, theme, picture);
      if (line !== null) different.push(line);
    }
    expect(different).toEqual([]);
  });

  it('none is kept of a story that is no more', async () => {
    const kept = (await readdir(PICTURES)).filter((file) => file.endsWith('.png'));
    const wanted = new Set(everyStory.flatMap(({ id }) => THEMES.map((theme) => `${id}.${theme}.png`)));
    expect(kept.filter((file) => !wanted.has(file))).toEqual([]);
  });
});
