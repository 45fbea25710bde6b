import type { Browser } from 'puppeteer';
import { inFirefoxItself } from './in-firefox-itself.ts';

const KEY_CODES = { Tab: 9, Enter: 13 } as const;

/** A key that a test presses in Firefox's own window. */
export type FirefoxKey = keyof typeof KEY_CODES;

/**
 * Presses a key wherever Firefox's own window has the focus, through its own text input, as a keyboard does: WebDriver
 * reaches no further than the page of a tab.
 */
export function pressInFirefox(browser: Browser, key: FirefoxKey, withShift: boolean): Promise<void> {
  return inFirefoxItself(
    browser,
    `{
      const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!input.beginInputTransactionForTests(window)) throw new Error('no input');
      const shift = new KeyboardEvent('', { key: 'Shift', code: 'ShiftLeft', keyCode: 16 });
      const event = new KeyboardEvent('', { key: '${key}', code: '${key}', keyCode: ${KEY_CODES[key]} });
      if (${withShift}) input.keydown(shift);
      input.keydown(event);
      input.keyup(event);
      if (${withShift}) input.keyup(shift);
    }`,
  );
}

/** Gives the focus to the sidebar of Firefox's own window, as F6 does. */
export function goIntoFirefoxSidebar(browser: Browser): Promise<void> {
  return inFirefoxItself(
    browser,
    `{
      const inner = SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
      inner.focus();
    }`,
  );
}
