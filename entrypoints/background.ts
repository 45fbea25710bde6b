import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../utils/browser.ts';
import { onSettingsChanged } from '../utils/settings.ts';
import { openDesks } from '../utils/tabs/desks.ts';
import { registerPageScript } from '../utils/tabs/sites.ts';

/** The background: registers its listeners at once, in every life of the worker; everything else waits for them. */
export default defineBackground(() => {
  openDesks();
  const register = () => void registerPageScript();
  browser.runtime.onInstalled.addListener(register);
  browser.runtime.onStartup.addListener(register);
  browser.permissions.onAdded.addListener(register);
  browser.permissions.onRemoved.addListener(register);
  onSettingsChanged(register);
});
