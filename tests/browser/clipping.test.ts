import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { everyStory, narrowestOf } from '../sandbox/stories/stories.ts';
import { type GalleryStage, openGallery } from './gallery/gallery-stage.ts';
import { lostIn, READINGS, type Reading } from './gallery/lost-text.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';

const NARROW = 320;
/** Width and percent. A zoom leaves fewer pixels: 480 at 150 is as wide as 320 at 100, and what is between is among these. */
const IN_BOTH = [
  [320, 100],
  [320, 400],
  [480, 100],
  [480, 400],
] as const;
const MORE = [
  [320, 150],
  [320, 200],
  [320, 300],
  [360, 100],
  [400, 100],
] as const;
/** By the width with which they must do. */
const ALL = [...Map.groupBy(everyStory, narrowestOf)].map(([width, all]) => [width, all.map(({ id }) => id)] as const);
const LONGEST = everyStory
  .filter((story) => narrowestOf(story) === NARROW && /^longest-|-long$|-long-/.test(story.id))
  .map(({ id }) => id);

/** What must be found, or nothing that is not found means anything. */
const PLANTED = [
  ['[data-part="verdict"] { display: block; max-height: 0.5em; overflow: hidden; }', /^plan: cut by .*“Not for CPR”$/],
  ['.body { clip-path: inset(0 50% 0 0); }', /^plan: cut by DIV: “Not for CPR”$/],
  ['[data-part="nhs-number"] { position: relative; inset-inline-end: 25rem; }', /^plan: out of reach: “999 104 5120”$/],
  [
    '.phone { overflow: hidden; max-width: 2rem; } .phone span { text-overflow: ellipsis; }',
    /^plan: ellipsis: “01632 960123”$/,
  ],
  ['[data-part="name"] { display: block; font-size: 0; }', /^plan: not drawn: “REED, Margaret/],
  [':root { scroll-padding: 0 !important; }', /^plan: covered: <summary/],
  ['.glance { min-width: 25rem; }', /^plan: scrolls sideways by/],
] as const;

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
    const wrong: string[] = [];
    for (const [width, ids] of ALL) wrong.push(...(await lost(ids, width, 1, reading)));
    expect(wrong).toEqual([]);
  });

  it.each(PLANTED)('finds what is lost by %s', async (style, found) => {
    await stage.page.setViewport({ width: NARROW, height: 800 });
    const wrong = await lostIn(stage.page, ['plan'], 'as drawn', style);
    expect(wrong).toContainEqual(expect.stringMatching(found));
  });

  it.each(isFirefox ? IN_BOTH : [...IN_BOTH, ...MORE])(
    'the longest text, %i px wide, at %i percent: nothing is lost',
    async (width, percent) => {
      const readings = isFirefox ? READINGS.slice(0, 1) : READINGS;
      const wrong: string[] = [];
      for (const reading of readings) wrong.push(...(await lost(LONGEST, width, percent / 100, reading)));
      expect(wrong).toEqual([]);
    },
  );
});
