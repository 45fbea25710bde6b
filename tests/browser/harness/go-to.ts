import type { GoToOptions, Page } from 'puppeteer';

/**
 * Opens an address. Where it is busy, Firefox takes the end of what was loading in the window before for the end of this
 * (`NS_BINDING_ABORTED`); it is then asked once more.
 */
export async function goTo(page: Page, url: string, options?: GoToOptions): Promise<void> {
  try {
    await page.goto(url, options);
  } catch (error) {
    if (!String(error).includes('NS_BINDING_ABORTED')) throw error;
    await page.goto(url, options);
  }
}
