import type { Browser } from 'puppeteer';
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
  const worker = await target?.worker().catch(() => null);
  await worker?.client.detach().catch(() => undefined);
  await endWorkers(browser, `chrome-extension://${extensionId}/`);
}

/**
 * In Chromium, once nobody is attached to it any more: a worker that somebody is attached to when it is ended pauses at
 * the start of its next life until a debugger lets it go, and none does.
 */
async function endWorkers(browser: Browser, within: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  const ours = targetInfos.filter(({ url }) => url.startsWith(within));
  await Promise.all(
    ours.map(({ targetId }) => session.send('Target.closeTarget', { targetId }).catch(() => undefined)),
  );
  await session.detach();
}
