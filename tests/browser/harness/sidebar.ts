import type { ElementHandle, Frame, Page } from 'puppeteer';
import { seenFrames } from './extension-frames.ts';

/** What a person reads in the sidebar: its state, and the parts the components name (components/README.md). */
export type Shown = {
  readonly view: string;
  /** Text of each `data-part`, the first of each name. */
  readonly parts: Readonly<Record<string, string>>;
  readonly text: string;
};

const PATIENCE = 15_000;
const BETWEEN_LOOKS = 15;

/** What is visible in the page's sidebar at this moment; `null`: no sidebar frame can be seen. */
export async function sidebarNow(page: Page): Promise<Shown | null> {
  const frame = await sidebarFrame(page);
  try {
    return frame && (await frame.evaluate(readArticle));
  } catch {
    // The frame has just left the page.
    return null;
  }
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
  patience = PATIENCE,
): Promise<Shown> {
  const end = Date.now() + patience;
  let last: Shown | null = null;
  while (Date.now() < end) {
    last = await sidebarNow(page);
    if (last && is(last)) return last;
    await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
  }
  throw new Error(`The sidebar never showed ${what}. Last: ${last ? `${last.view}: ${last.text}` : 'nothing'}`);
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
  const end = Date.now() + PATIENCE;
  for (;;) {
    await untilShown(page, `a button "${words}"`, ({ text }) => text.includes(words));
    const frame = await sidebarFrame(page);
    const button = await frame?.$(`::-p-xpath(//button[contains(normalize-space(.), "${words}")])`);
    const hindered = button ? await clickOn(button) : new Error(`No button "${words}" in the sidebar.`);
    if (!hindered) return;
    if (Date.now() > end) throw hindered;
  }
}

/** What hindered the click: the frame gave way to the next, or the button to another drawing, while it was aimed at. */
async function clickOn(button: ElementHandle<Node>): Promise<Error | null> {
  try {
    await (button as ElementHandle<Element>).click();
    return null;
  } catch (error) {
    if (error instanceof Error && /not clickable|detached/i.test(error.message)) return error;
    throw error;
  }
}
