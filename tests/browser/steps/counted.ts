import type { KeyInput, Page } from 'puppeteer';
import type { Launched } from '../harness/launch.ts';
import { pressOn } from '../harness/press.ts';
import { pressKeysOf } from '../hide/press-keys.ts';

/** What somebody has done so far. */
export type Steps = {
  /** Presses of Planside's own keys, or of its button, from anywhere in the browser. */
  readonly shortcuts: number;
  readonly clicks: number;
  /** Fields filled in; going from one to the next with Tab is part of it. */
  readonly fields: number;
  readonly keys: number;
};

/** Somebody at the screen: there is no other way to do anything in the test, so that the count is what was really done. */
export type Counted = {
  readonly shortcut: (launched: Launched, command: string) => Promise<void>;
  readonly click: (page: Page, selector: string) => Promise<void>;
  /** With the pointer, where a button of the frame beside the list stands. */
  readonly clickBeside: (page: Page, command: string) => Promise<void>;
  /** Types into the field that has the cursor, or into the next one. */
  readonly fill: (page: Page, text: string, which: 'this' | 'next') => Promise<void>;
  readonly key: (page: Page, key: KeyInput) => Promise<void>;
  readonly steps: () => Steps;
};

/** Counts the steps of one journey. */
export function counted(): Counted {
  const done = { shortcuts: 0, clicks: 0, fields: 0, keys: 0 };
  return {
    async shortcut(launched, command) {
      done.shortcuts += 1;
      await pressKeysOf(launched, command);
    },
    async click(page, selector) {
      done.clicks += 1;
      await pressOn(page, selector);
    },
    async clickBeside(page, command) {
      done.clicks += 1;
      const { x, y } = await page.evaluate(middleOf, command);
      await page.mouse.click(x, y);
    },
    async fill(page, text, which) {
      done.fields += 1;
      if (which === 'next') await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    },
    async key(page, key) {
      done.keys += 1;
      await page.keyboard.press(key);
    },
    steps: () => ({ ...done }),
  };
}

/** Runs in the page, whose own frame it is. */
function middleOf(command: string): { x: number; y: number } {
  for (const frame of document.querySelectorAll('iframe')) {
    const button = frame.contentDocument?.querySelector(`[data-command="${command}"]`);
    if (getComputedStyle(frame).opacity !== '1' || !button) continue;
    const [outer, inner] = [frame.getBoundingClientRect(), button.getBoundingClientRect()];
    return { x: outer.x + inner.x + inner.width / 2, y: outer.y + inner.y + inner.height / 2 };
  }
  throw new Error(`Nobody can press ${command}.`);
}
