import type { Language } from '../../../utils/view/language.ts';
import { openExtensionPage } from './extension-page.ts';
import type { Stage } from './stage.ts';

/** Chooses a language as the settings page does, and waits until the background speaks it. */
export async function chooseLanguage(stage: Stage, language: Language): Promise<void> {
  // This page says nothing of its own accord.
  const page = await openExtensionPage(stage.launched, 'find.html');
  await page.waitForSelector('.find:not([data-view="gone"])');
  await page.evaluate(async (chosen) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), language: chosen } });
  }, language);
  await page.waitForSelector(`html[lang="${language}"] .find:not([data-view="gone"])`);
  await page.close();
}
