import type { Panel } from '../harness/panel.ts';

/** What stood in the panel while a tab was in front: `tab` by the browser's own event, `number` as the panel named it. */
export type Stood = { readonly tab: number; readonly number: string };

/**
 * Begins to write down what stands in the panel: in the very event of each change of tabs, in each of the panel's own
 * changes, and in each frame that is painted.
 */
export async function watchTabs(panel: Panel): Promise<void> {
  await panel.evaluate((window) => {
    const { tabs } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
    const stood = new Set<string>();
    Reflect.set(window, 'stood', stood);
    let tab: number | null = null;
    const note = () => {
      const seen = [...window.document.querySelectorAll('iframe')].filter(({ style }) => style.opacity === '1');
      const numbers = seen.map((frame) => frame.contentDocument?.querySelector('[data-part="nhs-number"]'));
      for (const number of numbers) if (tab !== null && number) stood.add(`${tab} ${number.textContent}`);
    };
    // After the product's own listener, and before anything else happens.
    tabs.onActivated.addListener((activated: { tabId: number }) => {
      tab = activated.tabId;
      note();
    });
    const { MutationObserver } = window as unknown as typeof globalThis;
    new MutationObserver(note).observe(window.document, { subtree: true, childList: true, attributes: true });
    const each = () => {
      note();
      window.requestAnimationFrame(each);
    };
    each();
  });
}

/** Everything that stood there so far, each once. */
export async function stoodOverTabs(panel: Panel): Promise<readonly Stood[]> {
  const stood = await panel.evaluate((window) => [...Reflect.get(window, 'stood')] as string[]);
  return stood.map((one) => {
    const [, tab, number = ''] = /^(\d+) (.*)$/.exec(one) ?? [];
    return { tab: Number(tab), number: number.replace(/\D/g, '') };
  });
}
