import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import type { Launched } from '../harness/launch.ts';
import { geckoId } from '../harness/redirect-uris.ts';

/**
 * What happens when somebody presses the keys of one of the extension's own commands. No test can press them: headless
 * browsers have no window that listens, so the browser is made to tell the extension.
 */
export async function pressKeysOf({ browser, family }: Launched, command: string): Promise<void> {
  if (family === 'firefox') {
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(geckoId)}).extension`;
    await inFirefoxItself(browser, `void ${extension}.shortcuts.onCommand(${JSON.stringify(command)})`);
    return;
  }
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(command)})`);
}
