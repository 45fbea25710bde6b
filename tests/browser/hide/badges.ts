import type { Page } from 'puppeteer';

/** What the browser's own button says. */
export type Badge = { readonly text: string; readonly title: string; readonly ground: readonly number[] };

/** The badge of the tab that shows this page, asked in a page of the extension. */
export async function badgeOf(options: Page, address: string): Promise<Badge> {
  return options.evaluate(async (url) => {
    const { tabs, action } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const [tab] = await tabs.query({ url });
    if (!tab) return { text: 'no tab', title: '', ground: [] };
    const tabId: number = tab.id;
    const [text, title] = [await action.getBadgeText({ tabId }), await action.getTitle({ tabId })];
    return { text, title, ground: [...(await action.getBadgeBackgroundColor({ tabId }))] };
  }, address);
}
