import { setPolicy } from '../../browser/fhircast/hub-stage.ts';
import { inFirefoxItself } from '../../browser/harness/in-firefox-itself.ts';
import type { Launched } from '../../browser/harness/launch.ts';
import { takeBack } from '../../browser/harness/press-action.ts';
import { geckoId } from '../../browser/harness/redirect-uris.ts';
import type { Stage } from '../../browser/harness/stage.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';

/** One way in which what lets Planside into the GP record is taken away, and given again. */
export type Way = { readonly name: string; readonly take: (stage: Stage) => Promise<() => Promise<void>> };

const PATTERN = 'http://gp-record.localhost/*';

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
    if (launched.family === 'firefox') {
      await takeBack(launched, PATTERN);
      return () => giveInFirefox(launched);
    }
    await allowSites(launched, 'ON_CLICK');
    return () => allowSites(launched, 'ON_ALL_SITES');
  },
};

function giveInFirefox({ browser }: Launched): Promise<void> {
  return inFirefoxItself(
    browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${geckoId}');
      await ExtensionPermissions.add('${geckoId}', { permissions: [], origins: ['${PATTERN}'] }, extension);
    })()`,
  );
}

/** Chromium takes hosts that a build was granted with its installation all at once, or none of them. */
async function allowSites({ browser, extensionId }: Launched, hostAccess: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, hostAccess })})`,
  );
  await page.close();
}

export const WAYS: readonly Way[] = [byPolicy, byPermission];
