import { getRequestListener } from '@hono/node-server';
import type { Page } from 'puppeteer';
import type { Language } from '../../../utils/view/language.ts';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import { gallery } from '../../sandbox/gallery.ts';
import { listen } from '../../sandbox/listen.ts';
import { everyStory, widthOf } from '../../sandbox/stories/stories.ts';
import { type Launched, launchBrowser } from '../harness/launch.ts';

/** A browser with Planside in it, and one page in which every story of the gallery can be drawn, one after the other. */
export type GalleryStage = {
  readonly launched: Launched;
  readonly page: Page;
  readonly origin: string;
  /** Draws one story, as wide as it is where it is used. */
  readonly show: (id: string, language?: Language) => Promise<void>;
  readonly close: () => Promise<void>;
};

async function show(page: Page, id: string, language: Language): Promise<void> {
  const story = everyStory.find((one) => one.id === id);
  const screen = page.viewport();
  const width = story && widthOf(story);
  if (screen && width && screen.width !== width) await page.setViewport({ ...screen, width });
  await page.evaluate((one, spoken) => window.gallery.showStory(one, spoken), id, language);
}

/** Opens the gallery at its first story, 360 px wide. */
export async function openGallery({ family, path }: FoundBrowser, extensionDir: string): Promise<GalleryStage> {
  const app = await gallery();
  const server = await listen(0);
  server.answerWith(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const launched = await launchBrowser({ family, path, headless: true, extensionDir }).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const page = await launched.browser.newPage();
  await page.setViewport({ width: 360, height: 640 });
  // A picture and a measurement show what stays: nothing fades in.
  if (family === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`${origin}/?story=plan`);
  await page.waitForSelector('article');
  return {
    launched,
    page,
    origin,
    show: (id, language = 'en') => show(page, id, language),
    close: async () => {
      await launched.close();
      await server.stop();
    },
  };
}
