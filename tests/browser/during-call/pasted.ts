import type { Page } from 'puppeteer';

/** What is on the clipboard, as text: what a field of the page is told when somebody pastes into it. */
export async function pasted(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    field.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9';
    const told = new Promise<string>((done) => {
      const take = ({ clipboardData }: ClipboardEvent) => done(clipboardData?.getData('text/plain') ?? '');
      field.addEventListener('paste', take, { once: true });
    });
    Reflect.set(window, 'pasted', told);
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return page.evaluate(async () => {
    const text: string = await Reflect.get(window, 'pasted');
    document.querySelector('#pasted')?.remove();
    return text;
  });
}
