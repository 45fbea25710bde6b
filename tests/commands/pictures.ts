// `npm run pictures`: draws every story anew, for the tests to compare with, and the pictures of README and docs.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { openGallery } from '../browser/gallery/gallery-stage.ts';
import { untilStill } from '../browser/harness/sidebar.ts';
import { openPatient, openStage, signInAndSee } from '../browser/harness/stage.ts';
import { keepStory } from '../browser/pictures/compare.ts';
import { drawnStories } from '../browser/pictures/draw-stories.ts';
import { PICTURES, writeDrawnWith } from '../browser/pictures/drawn-with.ts';
import { smallPng } from '../browser/pictures/small-png.ts';
import { everyStory } from '../sandbox/stories/stories.ts';
import { buildForTests } from './build.ts';
import { type FoundBrowser, findBrowsers, howToGetBrowser } from './find-browser.ts';

const DOCS = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

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

async function keepForDocs(page: Page, name: string): Promise<void> {
  await untilStill(page);
  await writeFile(path.join(DOCS, `${name}.png`), smallPng(PNG.sync.read(Buffer.from(await page.screenshot()))));
  console.log(`  docs/pictures/${name}.png`);
}

/** The real extension beside the sandbox's GP record. */
async function drawForDocs(found: FoundBrowser, extensionDir: string): Promise<void> {
  const stage = await openStage(found, extensionDir);
  try {
    const gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
    // Back to the record, as whoever has signed in goes: no ring around the sidebar.
    await gp.mouse.click(700, 640);
    await keepForDocs(gp, 'plan-beside-record');
  } finally {
    await stage.close();
  }
}

const chromium = (await findBrowsers()).find(({ family }) => family === 'chromium');
if (chromium === undefined) {
  console.error(`Pictures are drawn by Chromium. ${howToGetBrowser(process.platform, 'chromium')}`);
  process.exitCode = 1;
} else {
  const extensionDir = await buildForTests({ browser: 'chrome' });
  await drawStories(chromium, extensionDir);
  await drawForDocs(chromium, extensionDir);
}
