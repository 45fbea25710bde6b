import type { Page } from 'puppeteer';

/** What is on the clipboard, as text: pasted into a field of the page, which is taken away again. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    field.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return page.$eval('#pasted', (field) => {
    const { value } = field as HTMLTextAreaElement;
    field.remove();
    return value;
  });
}
