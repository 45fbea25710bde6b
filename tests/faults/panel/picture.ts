import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';

const WIDTH = 360;
/** Colours further apart than this are two. */
const APART = 40;

/** What a person sees where the sidebar stands, as a PNG. */
export async function sidebarPicture(page: Page): Promise<Buffer> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const clip = { x: width - WIDTH, y: 0, width: WIDTH, height };
  return Buffer.from(await page.screenshot({ captureBeyondViewport: false, clip }));
}

/** Which share of two pictures differs; all of it where their sizes do. */
export function changedShare(one: Buffer, other: Buffer): number {
  const [before, after] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (before.data.length !== after.data.length) return 1;
  let changed = 0;
  for (let at = 0; at < before.data.length; at += 4) {
    const difference = [0, 1, 2].reduce(
      (sum, channel) => sum + Math.abs((before.data[at + channel] ?? 0) - (after.data[at + channel] ?? 0)),
      0,
    );
    if (difference > APART) changed += 1;
  }
  return (changed * 4) / before.data.length;
}
