import { type Hub, type HubOptions, startHub } from '../../sandbox/hub/hub.ts';
import { setUp } from '../harness/set-up.ts';
import { openStage, type Stage } from '../harness/stage.ts';

/** A stage with a hub that policy names. */
export type HubStage = { readonly stage: Stage; readonly hub: Hub; readonly close: () => Promise<void> };

/** Starts sandbox, browser and hub, and names the hub in the organisation's policy. */
export async function openHubStage(
  found: Parameters<typeof openStage>[0],
  extensionDir: string,
  options: HubOptions = {},
): Promise<HubStage> {
  const stage = await openStage(found, extensionDir);
  const hub = await startHub(options).catch(async (error: unknown) => {
    await stage.close();
    throw error;
  });
  await setPolicy(stage, { fhircast: { hub: hub.address, topic: hub.topic } });
  return {
    stage,
    hub,
    async close() {
      await stage.close();
      await hub.stop();
    },
  };
}

/** The organisation's policy from now on. */
export async function setPolicy({ launched, sandbox }: Stage, policy: object): Promise<void> {
  const page = await launched.browser.newPage();
  await page.goto(`${sandbox.planService.origin}/switches`);
  await page.waitForSelector('html[data-planside-hook="ready"]');
  await page.evaluate((detail) => {
    const done = new Promise((resolve) => document.addEventListener('planside-sandbox-done', resolve, { once: true }));
    document.dispatchEvent(new CustomEvent('planside-sandbox-policy', { detail }));
    return done;
  }, JSON.stringify(policy));
  await page.close();
  // Settings that change are read with the policy.
  await setUp(launched, sandbox, [
    { id: `policy-${Date.now() % 1_000_000}`, name: 'Another', origins: ['http://elsewhere.localhost/*'] },
  ]);
}
