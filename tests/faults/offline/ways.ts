import { inFirefoxItself } from '../../browser/harness/in-firefox-itself.ts';
import type { Stage } from '../../browser/harness/stage.ts';

/** One way in which the plan service cannot be reached for a while. */
export type Way = { readonly name: string; readonly leave: (stage: Stage) => Promise<() => Promise<void>> };

/** Nobody listens at the plan service: the network is there, and the way is not. */
const serviceGone: Way = { name: 'service out of reach', leave: ({ sandbox }) => sandbox.planService.goAway() };

/** The browser knows that it has no network. */
const browserOffline: Way = {
  name: 'browser offline',
  leave: ({ launched }) => (launched.family === 'firefox' ? firefoxOffline(launched.browser) : workerOffline(launched)),
};

type Launched = Stage['launched'];

async function firefoxOffline(browser: Launched['browser']): Promise<() => Promise<void>> {
  // Loopback counts as there all the while: it goes to the proxy that is not there (launch.ts).
  const set = (offline: boolean) =>
    `Services.prefs.setBoolPref('network.proxy.allow_hijacking_localhost', ${offline}); Services.io.offline = ${offline}`;
  await inFirefoxItself(browser, set(true));
  return () => inFirefoxItself(browser, set(false));
}

/** The background alone: the clinical system, and all else of the page, stays within reach. */
async function workerOffline({ browser }: Launched): Promise<() => Promise<void>> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const session = await target.createCDPSession();
  const emulate = (offline: boolean) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  await session.send('Network.enable');
  await emulate(true);
  return async () => {
    // It ends with the background, if that has ended meanwhile.
    await emulate(false).catch(() => undefined);
    await session.detach().catch(() => undefined);
  };
}

export const WAYS: readonly Way[] = [serviceGone, browserOffline];
