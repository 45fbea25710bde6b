import type { ElementHandle, Page } from 'puppeteer';
import { lookUntil } from '../harness/look-until.ts';
import { sidebarFrame } from '../harness/sidebar.ts';
import { soon } from '../harness/soon.ts';

/** How the sidebar stands in a page, as the page itself can measure it. */
export type Standing = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  /** Everywhere over the sidebar a press meets the sidebar. */
  readonly onTop: boolean;
  readonly visibility: string;
  /** The style of the page’s root. */
  readonly root: string | null;
  /** What is left of the window. */
  readonly window: number;
};

/** Measured in the page; `null`: there is no sidebar. */
export function standing(page: Page): Promise<Standing | null> {
  return page.evaluate(() => {
    const html = document.documentElement;
    const host = [...html.children].findLast(({ localName }) => localName === 'div');
    if (!host) return null;
    const { left, right, top, height, width } = host.getBoundingClientRect();
    const spots = [0.02, 0.1, 0.5, 0.9, 0.98].flatMap((down) =>
      [0.1, 0.5, 0.9].map((across) => [across, down] as const),
    );
    const onTop = spots.every(
      ([across, down]) => document.elementFromPoint(left + width * across, top + height * down) === host,
    );
    const { visibility } = getComputedStyle(host);
    const [root, window] = [html.getAttribute('style'), html.clientWidth];
    return { left, right, top, height, width, onTop, visibility, root, window };
  });
}

/** Waits until it stands so; fails with how it stood last. */
export async function untilStanding(page: Page, what: string, is: (now: Standing) => boolean): Promise<Standing> {
  const looked = await lookUntil(
    () => standing(page),
    (now) => now !== null && is(now),
  );
  const { last } = looked;
  if (looked.is && last) return last;
  throw new Error(`The sidebar never stood ${what}. Last: ${JSON.stringify(last)}`);
}

/** One thing in the visible sidebar. */
export async function inSidebar(page: Page, selector: string): Promise<ElementHandle<Element>> {
  const look = async () => {
    const frame = await sidebarFrame(page);
    const found = frame && (await soon(() => frame.$(selector), null));
    return found && (await soon(() => found.isVisible(), false)) ? found : null;
  };
  const { last } = await lookUntil(look, (found) => found !== null);
  if (last) return last;
  throw new Error(`No ${selector} in the sidebar.`);
}
