import { browser } from '../browser.ts';

/** In the sandbox nobody is new, and a page that opens by itself would stand in the way. */
const isSandbox = import.meta.env.PLANSIDE_INSECURE === 'yes';

/** Opens the first page, once: when Planside has been installed, and not when it or the browser has been updated. */
export function openWelcome({ reason }: { readonly reason: string }): void {
  if (reason === 'install' && !isSandbox) void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}
