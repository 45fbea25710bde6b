import type { ElementHandle, Frame, Page } from 'puppeteer';
import { soon } from './soon.ts';

/** How much of a frame the person sees: 0 for not rendered, else its opacity times that of all it sits in. */
export type SeenFrame = { frame: Frame; opacity: number };

const EXTENSION_ORIGIN = /^(?:chrome|moz)-extension:/;

/**
 * The extension's frames in a page, also those in closed shadow roots. Of what is `about:blank` each frame is asked itself,
 * because Firefox reports that of them for ever. Frames that leave meanwhile are left out.
 */
export async function extensionFrames(page: Page): Promise<Frame[]> {
  const others = page.frames().filter((frame) => frame !== page.mainFrame());
  const addresses = await Promise.all(others.map(addressOf));
  return others.filter((_, index) => EXTENSION_ORIGIN.test(addresses[index] ?? ''));
}

async function addressOf(frame: Frame): Promise<string> {
  const known = frame.url();
  return known === '' || known === 'about:blank' ? soon(() => frame.evaluate(() => location.href), '') : known;
}

/** The same frames with what a person sees of each: Planside's spare frame stands in the page at 1 % opacity. */
export async function seenFrames(page: Page): Promise<SeenFrame[]> {
  const frames = await extensionFrames(page);
  return Promise.all(frames.map(async (frame) => ({ frame, opacity: await soon(() => opacityOf(frame), 0) })));
}

async function opacityOf(frame: Frame): Promise<number> {
  const element = await elementOf(frame);
  return element === null ? 0 : element.evaluate(readOpacity);
}

/** Runs beside the element. */
function readOpacity(element: Element): number {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (box.width === 0 || box.height === 0 || style.visibility !== 'visible') return 0;
  let opacity = 1;
  for (let at: Node | null = element; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element) opacity *= Number(getComputedStyle(at).opacity);
  }
  return opacity;
}

/** To find the element of a frame takes several messages to the browser, and it is the same for as long as it stands. */
const elements = new WeakMap<Frame, ElementHandle>();
const watched = new WeakSet<Page>();

async function elementOf(frame: Frame): Promise<ElementHandle | null> {
  const known = elements.get(frame);
  if (known) return known;
  const found = await frame.frameElement();
  if (found === null) return null;
  const element = await outOfPagesReach(found);
  await soon(() => found.dispose(), undefined);
  if (frame.detached) await letGo(element);
  else elements.set(frame, element);
  letGoWhenTheyLeave(frame.page());
  return element;
}

/** A handle keeps its element in memory, also one that has left the page. */
function letGoWhenTheyLeave(page: Page): void {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('framedetached', (frame) => {
    const element = elements.get(frame);
    elements.delete(frame);
    if (element) void letGo(element);
  });
}

function letGo(element: ElementHandle): Promise<void> {
  return soon(() => element.dispose(), undefined);
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
