import type { Frame, Page } from 'puppeteer';
import { seenFrames } from './extension-frames.ts';
import { lookUntil } from './look-until.ts';
import { pressIn } from './press.ts';
import { soon } from './soon.ts';
import { until } from './until.ts';

/** What a person reads in the sidebar: its state, and the parts the components name (components/README.md). */
export type Shown = {
  readonly view: string;
  /** Text of each `data-part`, the first of each name. */
  readonly parts: Readonly<Record<string, string>>;
  readonly text: string;
};

/** What is visible in the page's sidebar at this moment; `null`: no sidebar frame can be seen. */
export async function sidebarNow(page: Page): Promise<Shown | null> {
  const frame = await sidebarFrame(page);
  return frame && soon(() => frame.evaluate(readArticle), null);
}

/** The one sidebar frame a person can see, or `null`. */
export async function sidebarFrame(page: Page): Promise<Frame | null> {
  const [first = null, ...more] = await visibleFrames(page);
  if (more.length === 0) return first;
  // Each frame is asked by itself, and one may have left for another meanwhile: two stand only if they still do.
  const still = new Set(await visibleFrames(page));
  const both = [first, ...more].filter((frame) => frame && still.has(frame));
  if (both.length > 1) throw new Error('Two sidebar frames are visible at once.');
  return [...still][0] ?? null;
}

/** The same frame, once there is one. */
export async function shownFrame(page: Page): Promise<Frame> {
  await untilShown(page, 'anything', () => true);
  return (await sidebarFrame(page)) ?? shownFrame(page);
}

/** Does what takes the frame of the sidebar away, and waits until it has gone. */
export async function untilItLeaves(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await shownFrame(page);
  await act();
  await until('the frame of the sidebar has left', async () => (await sidebarFrame(page)) !== before);
}

async function visibleFrames(page: Page): Promise<readonly Frame[]> {
  return (await seenFrames(page)).filter(({ opacity }) => opacity > 0.9).map(({ frame }) => frame);
}

/** Runs in the sidebar's document. */
function readArticle(): Shown | null {
  const article = document.querySelector<HTMLElement>('[data-view]');
  // A document that has not been kept in sight (entrypoints/sidebar/stay-alive.ts) shows a person nothing.
  if (!article?.checkVisibility({ visibilityProperty: true })) return null;
  const parts: Record<string, string> = {};
  for (const element of article.querySelectorAll<HTMLElement>('[data-part]')) {
    parts[element.dataset.part ?? ''] ??= element.innerText.replace(/\s+/g, ' ').trim();
  }
  return { view: article.dataset.view ?? '', parts, text: article.innerText };
}

/** Waits until the sidebar shows what is asked for; fails with what it showed last. */
export async function untilShown(
  page: Page,
  what: string,
  is: (shown: Shown) => boolean,
  patience?: number,
): Promise<Shown> {
  const wanted = (now: Shown | null) => now !== null && is(now);
  const looked = await lookUntil(() => sidebarNow(page), wanted, patience);
  const { last } = looked;
  if (looked.is && last) return last;
  throw new Error(`The sidebar never showed ${what}. Last: ${last ? said(last) : await whyNothing(page)}`);
}

function said(shown: Shown): string {
  return `${shown.view}: ${shown.text}`;
}

/** Of a page in which no sidebar can be seen: what stands there instead, for whoever reads that a test failed. */
async function whyNothing(page: Page): Promise<string> {
  const ofPage = () => `${document.readyState}, ${document.visibilityState}, ${document.body?.innerText.slice(0, 200)}`;
  const frames = (await seenFrames(page)).map(({ opacity }) => opacity.toFixed(2));
  return `nothing; frames [${frames.join(', ')}] in a page that is ${await soon(() => page.evaluate(ofPage), 'mute')}`;
}

/** Waits no longer than so many milliseconds for what is asked for; `null`: it was never shown. */
export async function shownWithin(
  page: Page,
  patience: number,
  is: (now: Shown | null) => boolean,
): Promise<Shown | null> {
  const looked = await lookUntil(() => sidebarNow(page), is, patience);
  return looked.is ? looked.last : null;
}

/** Waits for one state of the sidebar (`View['kind']`). */
export function untilView(page: Page, view: string): Promise<Shown> {
  return untilShown(page, `"${view}"`, (shown) => shown.view === view);
}

/** Waits for the plan of the person with this NHS number. */
export function untilPlanOf(page: Page, nhsNumber: string): Promise<Shown> {
  const number = nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
  const is = ({ view, parts }: Shown) => view === 'plan' && parts['nhs-number'] === number;
  return untilShown(page, `the plan of ${nhsNumber}`, is);
}

/** Waits until nothing moves in the sidebar any more, so that a picture shows it as it stays. */
export async function untilStill(page: Page): Promise<void> {
  const frame = await sidebarFrame(page);
  await frame?.evaluate(() =>
    // The one that waits for the extension to go never ends while it is there.
    Promise.all(
      document
        .getAnimations()
        .filter((one) => !(one instanceof CSSAnimation) || one.animationName !== 'extension-gone')
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
}

/** Presses a button of the sidebar by its words, once it can be pressed. */
export async function press(page: Page, words: string): Promise<void> {
  await untilShown(page, `a button "${words}"`, ({ text }) => text.includes(words));
  await pressAt(page, `::-p-xpath(//button[contains(normalize-space(.), "${words}")])`);
}

/** Presses one thing in the sidebar, once it can be pressed. */
export function pressAt(page: Page, selector: string): Promise<void> {
  return pressIn(() => sidebarFrame(page), selector);
}
