import type { Page } from 'puppeteer';

/** Types in place of what stands in the field that has the focus, by keys. */
export async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('End');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Home');
  await page.keyboard.up('Shift');
  await page.keyboard.type(text);
}
