import type { Page } from 'puppeteer';
import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import type { Launched } from '../harness/launch.ts';

/** What a person has set for colours: a theme, or colours of their own in place of all others. */
export const COLOURS = ['light', 'dark', 'forced'] as const;
export type Colours = (typeof COLOURS)[number];

const IS: Readonly<Record<Colours, string>> = {
  light: '(prefers-color-scheme: light) and (forced-colors: none)',
  dark: '(prefers-color-scheme: dark) and (forced-colors: none)',
  forced: '(forced-colors: active)',
};

async function inChromium(page: Page, colours: Colours): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-color-scheme', value: colours === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: colours === 'forced' ? 'active' : 'none' },
    ],
  });
}

/** Preferences, since WebDriver BiDi has no word for it: 0 dark and 1 light; 0 as the system says, 2 always forced. */
async function inFirefox({ browser }: Launched, colours: Colours): Promise<void> {
  await inFirefoxItself(
    browser,
    `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${colours === 'dark' ? 0 : 1});
     Services.prefs.setIntPref('browser.display.document_color_use', ${colours === 'forced' ? 2 : 0});
     Services.prefs.setIntPref('ui.prefersReducedMotion', 1);`,
  );
}

/** Sets the colours of a page, and waits until the page says so itself. */
export async function setColours(launched: Launched, page: Page, colours: Colours): Promise<void> {
  if (launched.family === 'chromium') await inChromium(page, colours);
  else await inFirefox(launched, colours);
  await page.waitForFunction((query) => matchMedia(query).matches, { timeout: 15_000, polling: 50 }, IS[colours]);
}
