import type { Language } from '../../../utils/view/language.ts';
import { inExtensionPage } from '../access/session-storage.ts';
import type { Stage } from './stage.ts';

/** Chooses a language as the settings page does. */
export async function chooseLanguage(stage: Stage, language: Language): Promise<void> {
  await inExtensionPage(stage.launched, (page) =>
    page.evaluate(async (chosen) => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), language: chosen } });
    }, language),
  );
}
