import type { Panel } from '../harness/panel.ts';

/** From now on the frame that is seen tells here what it would have printed; the browser's own dialog is beyond tests. */
export async function catchPrints(panel: Panel): Promise<void> {
  await panel.evaluate((window) => {
    const { documentElement: root } = window.document;
    delete root.dataset.printed;
    const frame = [...window.document.querySelectorAll('iframe')].find(({ style }) => style.opacity === '1');
    const seen = frame?.contentWindow;
    if (!seen) throw new Error('Nothing is seen in the panel.');
    seen.print = () => {
      root.dataset.printed = seen.document.querySelector('.sheet')?.textContent ?? 'nothing';
    };
  });
}

/** What it would have printed; `null`: it has not been asked to. */
export function printedInPanel(panel: Panel): Promise<string | null> {
  return panel.evaluate((window) => window.document.documentElement.dataset.printed ?? null);
}
