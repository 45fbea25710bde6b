import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { extensionFrames } from './extension-frames.ts';

/** Frames of the page that pass before its silence counts as an answer. */
const PAINTED_FRAMES = 20;

/** Lets the page paint a good many frames; a claim is made within three. */
async function afterManyFrames(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    for (let frame = 0; frame < frames; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  }, PAINTED_FRAMES);
}

/** What of ours a page can see: nothing but head and body may stand in its document. */
export async function expectUntouched(page: Page): Promise<void> {
  await page.bringToFront();
  await afterManyFrames(page);
  expect(await oursIn(page)).toEqual({ elements: [], style: null, frames: 0 });
}

/** Waits until nothing of ours is left in the page. */
export async function untilUntouched(page: Page, patience: number): Promise<void> {
  await page.bringToFront();
  await expect.poll(() => oursIn(page), { timeout: patience }).toEqual({ elements: [], style: null, frames: 0 });
}

/** What of ours stands in the page at this moment. */
export async function oursIn(page: Page) {
  const outside = await page.evaluate(() => ({
    elements: [...document.documentElement.children]
      .map(({ localName }) => localName)
      .filter((name) => !/^(head|body)$/.test(name)),
    style: document.documentElement.getAttribute('style') || null,
  }));
  return { ...outside, frames: (await extensionFrames(page)).length };
}
