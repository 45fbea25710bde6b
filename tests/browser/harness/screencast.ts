import type { Page } from 'puppeteer';
import type { Grab, OnFrame } from './screen.ts';

const FRAME = { width: 100, height: 70, channels: 4 } as const;

/**
 * Chromium only: every picture that its compositor hands out for the page, headless as well.
 * The pictures are decoded and given to `onFrame` when it is stopped: decoding meanwhile would disturb what is measured.
 */
export async function startScreencast(page: Page, onFrame: OnFrame): Promise<Grab> {
  const session = await page.createCDPSession();
  const pictures: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {}); // the page may close first
  });
  await page.bringToFront();
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  const stop = async () => {
    await session.send('Page.stopScreencast');
    await session.detach();
    const decoder = await page.browser().newPage();
    for (const picture of pictures) {
      const pixels = await decoder.evaluate(decode, picture, FRAME.width, FRAME.height);
      onFrame({ ...FRAME, pixels: Buffer.from(pixels, 'latin1') });
    }
    await decoder.close();
  };
  return { stop };
}

/** Runs in a browser page, which has a PNG decoder: the picture's pixels, one character per byte. */
async function decode(base64: string, width: number, height: number): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingEnabled = false;
  context.drawImage(bitmap, 0, 0, width, height);
  return String.fromCharCode(...context.getImageData(0, 0, width, height).data);
}
