import type { Page } from 'puppeteer';
import { BADGE } from '../../../components/words/en/badge.ts';
import { lookUntil } from './look-until.ts';

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

/** The ground that says nothing urgent (utils/tabs/badge.ts): nobody has given the button one before a page is read. */
const QUIET = '76,98,114,255';

/**
 * Waits until Planside has read a page: only then its silence says that nobody is open.
 *
 * @param options any page of the extension
 * @returns `false`: it has not come to it in 30 s
 */
export async function isReadAtLast(options: Page, address: string): Promise<boolean> {
  return (await lookUntil(() => badgeOf(options, address), saysWhatWasRead)).is;
}

function saysWhatWasRead({ title, ground }: Badge): boolean {
  const isLooking = title === BADGE.looking.title;
  // Of a button that nobody has touched the title is the same.
  const isUntouched = title === BADGE.nothing.title && ground.join() !== QUIET;
  return !isLooking && !isUntouched;
}
