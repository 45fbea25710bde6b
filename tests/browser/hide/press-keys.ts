import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import { inWorker } from '../harness/in-worker.ts';
import type { Launched } from '../harness/launch.ts';
import { geckoId } from '../harness/redirect-uris.ts';

/**
 * What happens when somebody presses the keys of one of the extension's own commands. No test can press them: headless
 * browsers have no window that listens, so the browser is made to tell the extension.
 */
export async function pressKeysOf(launched: Launched, command: string): Promise<void> {
  if (launched.family === 'firefox') {
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(geckoId)}).extension`;
    await inFirefoxItself(launched.browser, `void ${extension}.shortcuts.onCommand(${JSON.stringify(command)})`);
    return;
  }
  await inWorker(launched, `void chrome.commands.onCommand.dispatch(${JSON.stringify(command)})`);
}
