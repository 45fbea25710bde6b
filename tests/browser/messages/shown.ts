import type { Frame, Page } from 'puppeteer';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { extensionFrames } from '../harness/extension-frames.ts';
import { sidebarFrame } from '../harness/sidebar.ts';

/** Everything that must stay as it is, whatever anybody says. */
export type State = {
  /** Every word of each. */
  readonly sidebars: readonly (string | null)[];
  readonly session: unknown;
  readonly requests: number;
  readonly auditEvents: number;
};

/** What two pages show, who is signed in, and what the plan service was asked and told. */
export async function stateOf(pages: readonly Page[], options: Page, sandbox: Sandbox): Promise<State> {
  const sidebars = await Promise.all(pages.map(async (page) => textOf(await sidebarFrame(page))));
  const { requests, auditEvents } = sandbox;
  return { sidebars, session: await session(options), requests: requests.length, auditEvents: auditEvents().length };
}

/** All text of a document, whether or not it is in sight: a tab behind others may have put it out of sight (H26). */
export async function textOf(shown: Frame | Page | null): Promise<string | null> {
  return shown === null ? null : shown.evaluate(() => document.body.textContent.trim());
}

/** Who is signed in, asked in a page of the extension; no token leaves it. */
function session(options: Page): Promise<unknown> {
  return options.evaluate(async () => {
    const browser = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { session, ending } = await browser.storage.session.get(['session', 'ending']);
    return { id: session?.id ?? null, acting: session?.acting ?? null, ending: ending ?? null };
  });
}

export type Counts = Readonly<Record<string, number>>;

/** How often each message of each kind of sender was dropped, asked in a page of the extension. */
export function droppedCounts(options: Page): Promise<Counts> {
  return options.evaluate(async () => {
    const browser = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return (await browser.storage.session.get('dropped')).dropped ?? {};
  });
}

/** Both together. */
export function sum(one: Counts, other: Counts): Counts {
  const all: Record<string, number> = { ...one };
  for (const [what, count] of Object.entries(other)) all[what] = (all[what] ?? 0) + count;
  return all;
}

/** What the extension's frames in a page say, but for the one a person sees. */
export async function wordsOfOthers(page: Page): Promise<(string | null)[]> {
  const seen = await sidebarFrame(page);
  const others = (await extensionFrames(page)).filter((frame) => frame !== seen);
  return Promise.all(others.map(textOf));
}

/** Waits until the plan service has not been asked anything for a good many frames of the page. */
export async function untilQuiet(page: Page, { requests }: Sandbox): Promise<void> {
  let before = -1;
  // What was broken off is never answered.
  const isWaiting = () => requests.some(({ status, isBrokenOff }) => status === 0 && !isBrokenOff);
  while (before !== requests.length || isWaiting()) {
    before = requests.length;
    await page.evaluate(async () => {
      for (let frame = 0; frame < 30; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    });
  }
}
