import type { Settings } from '../../../utils/settings.ts';
import type { Launched } from '../harness/launch.ts';
import { inExtensionPage } from './session-storage.ts';

/** Changes settings as an administrator would; what is not named stays. */
export async function changeSettings(launched: Launched, change: Partial<Settings>): Promise<void> {
  await inExtensionPage(launched, (page) =>
    page.evaluate(async (more) => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), ...more } });
    }, change),
  );
}
