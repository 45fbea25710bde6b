import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SerializedAXNode } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { everyStory, isOnPaper } from '../sandbox/stories/stories.ts';
import { putAxeIn, violations } from './gallery/axe.ts';
import { COLOURS, setColours } from './gallery/colours.ts';
import { type GalleryStage, openGallery } from './gallery/gallery-stage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';

const ENTRYPOINTS = fileURLToPath(new URL('../../entrypoints/', import.meta.url));
/** These hold nothing of their own, but what the stories show. */
const WITH_STORIES = ['sidebar', 'sidepanel'];
const PAGES = readdirSync(ENTRYPOINTS).filter(
  (name) => !WITH_STORIES.includes(name) && existsSync(`${ENTRYPOINTS}${name}/index.html`),
);

/** What the last part of a page is known by that is not drawn at once. */
const DRAWN_WITH: Readonly<Record<string, string>> = {
  find: '.find:not([data-view="gone"])',
  health: '[data-health="dropped"]',
};

/** What a screen reader says, in its order: role and name. */
function told({ role, name = '', children = [] }: SerializedAXNode): readonly string[] {
  return [`${role} ${name}`, ...children.flatMap(told)];
}

describe.for(await browsersUnderTest())('axe-core in $name', (found) => {
  let stage: GalleryStage;

  beforeAll(async () => {
    stage = await openGallery(found, inject('sandboxBuilds')[found.family] ?? '');
    // Seen whole: a head or foot that stays in sight would lie over what is to be scrolled to (clipping.test.ts).
    await stage.page.setViewport({ width: 360, height: 16_000 });
    await putAxeIn(stage.page);
  });
  afterAll(() => stage?.close());

  // The words and our own colours are the same in both; those that a browser forces are its own.
  const palettes = found.family === 'chromium' ? COLOURS : (['forced'] as const);

  it.each(palettes)('finds nothing wrong in any story, %s', { timeout: 300_000 }, async (colours) => {
    await setColours(stage.launched, stage.page, colours);
    const wrong: string[] = [];
    for (const story of everyStory) {
      await stage.show(story.id);
      const found = await violations(stage.page, { isPressed: !isOnPaper(story) });
      for (const violation of found) wrong.push(`${story.id}: ${violation}`);
    }
    expect(wrong).toEqual([]);
  });

  it('finds what is planted: an answer that hardly stands out, and a button that says nothing', async () => {
    await setColours(stage.launched, stage.page, 'light');
    await stage.show('plan');
    await stage.page.evaluate(() => {
      const verdict = document.querySelector<HTMLElement>('[data-part="verdict"]');
      if (verdict) verdict.style.color = '#c33b31';
      document.querySelector('[data-command="lock"]')?.replaceChildren();
    });
    const rules = (await violations(stage.page)).map((line) => line.replace(/: .*/s, ''));
    expect(rules).toEqual(expect.arrayContaining(['color-contrast', 'button-name']));
  });

  it.each(PAGES)('finds nothing wrong in %s.html, in any colours', async (name) => {
    const page = await openExtensionPage(stage.launched, `${name}.html`);
    await page.waitForSelector(DRAWN_WITH[name] ?? 'h1');
    await putAxeIn(page);
    for (const colours of COLOURS) {
      await setColours(stage.launched, page, colours);
      expect(await violations(page), colours).toEqual([]);
    }
    await page.close();
  });

  it.runIf(found.family === 'chromium')('tells a screen reader the first glance, in its order', async () => {
    await stage.page.bringToFront();
    await stage.show('plan');
    const root = await stage.page.accessibility.snapshot();
    const said = root ? told(root) : [];
    const glance = [
      'StaticText Same patient as this page',
      'heading REED, Margaret (Mrs)',
      'heading Not for CPR',
      'StaticText If the heart stops, do not attempt CPR.',
      'link Ring Helen Reed, 01632 960123',
    ];
    expect(said.filter((line) => glance.includes(line)).slice(0, glance.length)).toEqual(glance);
  });
});
