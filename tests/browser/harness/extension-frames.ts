import type { ElementHandle, Frame, Page } from 'puppeteer';
import { soon } from './soon.ts';

/** How much of a frame the person sees: 0 for not rendered, else its opacity times that of all it sits in. */
export type SeenFrame = { frame: Frame; opacity: number };

const EXTENSION_ORIGIN = /^(?:chrome|moz)-extension:/;

/**
 * The extension's frames in a page, also those in closed shadow roots. Asked of each frame itself, because Firefox
 * reports `about:blank` for them for ever. Frames that leave meanwhile are left out.
 */
export async function extensionFrames(page: Page): Promise<Frame[]> {
  const others = page.frames().filter((frame) => frame !== page.mainFrame());
  const urls = await Promise.all(others.map((frame) => soon(() => frame.evaluate(() => location.href), '')));
  return others.filter((_, index) => EXTENSION_ORIGIN.test(urls[index] ?? ''));
}

/** The same frames with what a person sees of each: Planside's spare frame stands in the page at 1 % opacity. */
export async function seenFrames(page: Page): Promise<SeenFrame[]> {
  const frames = await extensionFrames(page);
  return Promise.all(frames.map(async (frame) => ({ frame, opacity: await soon(() => opacityOf(frame), 0) })));
}

async function opacityOf(frame: Frame): Promise<number> {
  const found = await frame.frameElement();
  if (found === null) return 0;
  const element = await outOfPagesReach(found);
  try {
    return await element.evaluate((inner) => {
      const box = inner.getBoundingClientRect();
      const style = getComputedStyle(inner);
      if (box.width === 0 || box.height === 0 || style.visibility !== 'visible') return 0;
      let opacity = 1;
      for (let at: Node | null = inner; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
        if (at instanceof Element) opacity *= Number(getComputedStyle(at).opacity);
      }
      return opacity;
    });
  } finally {
    // A handle keeps its element in memory, also one that has left the page.
    await soon(() => Promise.all([found.dispose(), element.dispose()]), undefined);
  }
}

type World = { adoptHandle<T>(handle: T): Promise<T> };

/** The same element in a world of puppeteer's own, where a page that replaces `getComputedStyle` changes nothing. */
async function outOfPagesReach(element: ElementHandle): Promise<ElementHandle> {
  const world: unknown = Reflect.get(element.frame, 'isolatedRealm')?.call(element.frame);
  if (!isWorld(world)) throw new Error('This version of Puppeteer keeps its own world somewhere else.');
  return world.adoptHandle(element);
}

function isWorld(value: unknown): value is World {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'adoptHandle') === 'function';
}
