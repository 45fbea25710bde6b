// `npm run pictures`: draws every story anew, for the tests to compare with, and the pictures of README and stores.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { openGallery } from '../browser/gallery/gallery-stage.ts';
import { keepStory } from '../browser/pictures/compare.ts';
import { drawnStories } from '../browser/pictures/draw-stories.ts';
import { PICTURES, writeDrawnWith } from '../browser/pictures/drawn-with.ts';
import { smallPng } from '../browser/pictures/small-png.ts';
import { drawForStores } from '../browser/pictures/store-pictures.ts';
import { everyStory } from '../sandbox/stories/stories.ts';
import { buildForTests } from './build.ts';
import { type FoundBrowser, findBrowsers, howToGetBrowser } from './find-browser.ts';

const STORE = fileURLToPath(new URL('../../docs/store/pictures/', import.meta.url));

async function drawStories(found: FoundBrowser, extensionDir: string): Promise<void> {
  const stage = await openGallery(found, extensionDir);
  try {
    await mkdir(PICTURES, { recursive: true });
    for (const file of await readdir(PICTURES)) {
      if (file.endsWith('.png')) await rm(path.join(PICTURES, file));
    }
    for await (const { id, theme, picture } of drawnStories(stage)) await keepStory(id, theme, picture);
    await writeDrawnWith(stage.launched.browser);
  } finally {
    await stage.close();
  }
  console.log(`${everyStory.length} stories drawn in ${path.relative(process.cwd(), PICTURES)}.`);
}

async function keepForStores(page: Page, name: string): Promise<void> {
  await writeFile(path.join(STORE, `${name}.png`), smallPng(PNG.sync.read(Buffer.from(await page.screenshot()))));
  console.log(`  docs/store/pictures/${name}.png`);
}

const chromium = (await findBrowsers()).find(({ family }) => family === 'chromium');
if (chromium === undefined) {
  console.error(`Pictures are drawn by Chromium. ${howToGetBrowser(process.platform, 'chromium')}`);
  process.exitCode = 1;
} else {
  const extensionDir = await buildForTests({ browser: 'chrome' });
  await drawStories(chromium, extensionDir);
  await drawForStores(chromium, extensionDir, keepForStores);
}
