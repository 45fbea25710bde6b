import { expect } from 'vitest';
import type { Panel } from '../harness/panel.ts';

/** What a panel has said to a hub, and of whom a plan stood there in that moment; `null`: of nobody. */
export type Answered = { readonly id: string; readonly status: number; readonly stood: string | null };

/** Begins to write down what stands in the panel, in each of its own changes, in each frame, and whenever it answers. */
export async function watchPanel(panel: Panel): Promise<void> {
  await panel.evaluate((window) => {
    const views: string[] = [];
    const answered: Answered[] = [];
    Reflect.set(window, 'watched', { views, answered });
    const seen = () => {
      const frame = [...window.document.querySelectorAll('iframe')].find(({ style }) => style.opacity === '1');
      return frame?.contentDocument?.querySelector<HTMLElement>('[data-view]') ?? null;
    };
    const numberIn = (article: Element | null) =>
      article?.querySelector('[data-part="nhs-number"]')?.textContent?.replace(/\D/g, '') ?? null;
    const note = () => {
      const article = seen();
      const now = `${article?.dataset.view ?? ''} ${numberIn(article) ?? ''}`.trim();
      if (views.at(-1) !== now) views.push(now);
    };
    const { MutationObserver, WebSocket } = window as unknown as typeof globalThis;
    new MutationObserver(note).observe(window.document, { subtree: true, childList: true, attributes: true });
    const each = () => {
      note();
      window.requestAnimationFrame(each);
    };
    each();
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (text) {
      answered.push({ ...JSON.parse(String(text)), stood: numberIn(seen()) });
      send.call(this, text);
    };
  });
}

/**
 * Waits until no plan has stood in the panel since it is watched, for however short a time: where a connection is back
 * before the next frame has drawn, nobody reads that it was lost.
 */
export async function untilPlanHasGone(panel: Panel): Promise<void> {
  await expect.poll(async () => (await watched(panel)).views.some((view) => !view.startsWith('plan'))).toBe(true);
}

/** All that was written down: of what stood there each change, as `kind number`. */
export async function watched(
  panel: Panel,
): Promise<{ readonly views: readonly string[]; readonly answered: readonly Answered[] }> {
  const text = await panel.evaluate((window) => JSON.stringify(Reflect.get(window, 'watched')));
  return JSON.parse(text);
}
