import { setPolicy } from '../../browser/fhircast/hub-stage.ts';
import type { Launched } from '../../browser/harness/launch.ts';
import type { Stage } from '../../browser/harness/stage.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';

/** One way in which what lets Planside into the GP record is taken away, and given again. */
export type Way = { readonly name: string; readonly take: (stage: Stage) => Promise<() => Promise<void>> };

/** The organisation lists the other systems only. */
const byPolicy: Way = {
  name: 'policy',
  async take(stage) {
    const { clinicalSystems } = settingsFor(stage.sandbox);
    await setPolicy(stage, { clinicalSystems: clinicalSystems.filter(({ id }) => id !== 'gp-record') });
    return () => setPolicy(stage, { clinicalSystems });
  },
};

/** Somebody takes the site away from the extension in the browser's own settings. */
const byPermission: Way = {
  name: 'permission',
  async take({ launched }) {
    await allowSites(launched, 'ON_CLICK');
    return () => allowSites(launched, 'ON_ALL_SITES');
  },
};

/** Chromium takes hosts that a build was granted with its installation all at once, or none of them. */
async function allowSites({ browser, extensionId }: Launched, hostAccess: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, hostAccess })})`,
  );
  await page.close();
}

/**
 * Firefox plays the policy alone: there the watched build stayed in the page when the host of the GP record was taken
 * away, which is not explained yet; in the build that is shipped the same is tested (tests/browser/enable.test.ts).
 */
export function waysIn({ family }: Launched): readonly Way[] {
  return family === 'firefox' ? [byPolicy] : [byPolicy, byPermission];
}
