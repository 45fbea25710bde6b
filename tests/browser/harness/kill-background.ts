import { inFirefoxItself } from './in-firefox-itself.ts';
import type { Launched } from './launch.ts';

/** Ends the extension's background, as the browser does when it is idle; does nothing where it is not running. */
export async function killBackground({ browser, family, extensionId }: Launched): Promise<void> {
  if (family === 'firefox') {
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension`;
    // Without the second, a background that is just answering somebody is let live.
    const surely = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
    await inFirefoxItself(browser, `${extension}.terminateBackground(${surely})`);
    return;
  }
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  // It may be on its way out already.
  await (await target?.worker().catch(() => null))?.close().catch(() => undefined);
}
