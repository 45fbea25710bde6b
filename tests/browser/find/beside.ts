import type { Page } from 'puppeteer';
import { lookUntil } from '../harness/look-until.ts';
import type { Shown } from '../harness/sidebar.ts';
import { until } from '../harness/until.ts';

/**
 * What is visible in the frame beside the ways to find somebody; `null`: nothing. Asked of the page, whose own frame it
 * is: Firefox does not tell tests of frames in pages of extensions.
 */
export async function besideNow(page: Page): Promise<Shown | null> {
  const [first = null, ...more] = await page.evaluate(readVisible);
  if (more.length > 0) throw new Error('Two sidebar frames are visible at once.');
  return first;
}

/** Runs in the page. */
function readVisible(): Shown[] {
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    const article = frame.contentDocument?.querySelector<HTMLElement>('[data-view]');
    if (Number(getComputedStyle(frame).opacity) < 0.9 || !article) return [];
    const parts: Record<string, string> = {};
    for (const element of article.querySelectorAll<HTMLElement>('[data-part]')) {
      parts[element.dataset.part ?? ''] ??= element.innerText.replace(/\s+/g, ' ').trim();
    }
    return [{ view: article.dataset.view ?? '', parts, text: article.innerText }];
  });
}

/** Waits until the frame shows what is asked for; fails with what it showed last. */
export async function untilBeside(page: Page, what: string, is: (shown: Shown | null) => boolean): Promise<Shown> {
  const looked = await lookUntil(() => besideNow(page), is);
  const { last } = looked;
  if (looked.is) return last ?? { view: '', parts: {}, text: '' };
  throw new Error(`The frame never showed ${what}. Last: ${last ? `${last.view}: ${last.text}` : 'nothing'}`);
}

export function untilViewBeside(page: Page, view: string): Promise<Shown> {
  return untilBeside(page, `"${view}"`, (shown) => shown?.view === view);
}

export function untilPlanBeside(page: Page, nhsNumber: string): Promise<Shown> {
  const number = nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
  return untilBeside(
    page,
    `the plan of ${nhsNumber}`,
    (shown) => shown?.view === 'plan' && shown.parts['nhs-number'] === number,
  );
}

export function untilNothingBeside(page: Page): Promise<Shown> {
  return untilBeside(page, 'nothing', (shown) => shown === null);
}

/** Presses a button of the frame that a person sees. */
export function pressBeside(page: Page, command: string): Promise<void> {
  return until(`somebody can press ${command} beside the page`, () => page.evaluate(pressVisible, command));
}

/** Runs in the page: whether there was such a button. */
function pressVisible(command: string): boolean {
  const shown = [...document.querySelectorAll('iframe')].find((frame) => getComputedStyle(frame).opacity === '1');
  const button = shown?.contentDocument?.querySelector<HTMLElement>(`[data-command="${command}"]`);
  button?.click();
  return Boolean(button);
}
