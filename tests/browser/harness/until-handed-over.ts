import { openExtensionPage } from './extension-page.ts';
import type { Launched } from './launch.ts';

/**
 * Waits until the browser has handed the extension this part of a policy. A busy Chromium takes its time for that, and
 * the longer the more it is asked: so it is told of, and not asked for.
 *
 * @param key a key of the managed policy
 */
export async function untilHandedOver(launched: Launched, key: string): Promise<void> {
  const page = await openExtensionPage(launched, 'options.html');
  await page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const look = async () => {
          if (wanted in (await storage.managed.get())) done();
        };
        storage.onChanged.addListener(look);
        void look();
      }),
    key,
  );
  await page.close();
}
