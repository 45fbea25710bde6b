import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProduct } from '../commands/build.ts';
import { faults } from './harness/axe.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { untilOpen } from './harness/extension-page.ts';
import { type Launched, launchBrowser } from './harness/launch.ts';

/** In the build that is shipped: the sandbox's opens no page by itself. */
describe.each(await browsersUnderTest())('the first page in $family', ({ family, path }) => {
  let launched: Launched;
  let page: Page;

  beforeAll(async () => {
    const extensionDir = await buildProduct(family === 'chromium' ? 'chrome' : 'firefox');
    launched = await launchBrowser({ family, path, headless: true, extensionDir });
    page = await untilOpen(launched.browser, `${launched.extensionOrigin}/welcome.html`);
    await page.waitForSelector('[data-welcome="start"]');
  });
  afterAll(() => launched?.close());

  const says = (part: string) => page.$eval(`[data-welcome="${part}"]`, (shown) => (shown as HTMLElement).innerText);

  it('opens by itself when Planside has been installed, and says that nothing is read or sent yet', async () => {
    expect(await says('reads')).toContain('No system is listed yet, so Planside reads nothing.');
    expect(await says('asks')).toContain('No plan service is set up yet, so nothing is sent to anybody.');
    expect(await says('never')).toContain('It keeps no plan on this computer.');
    expect(await says('start')).toContain(family === 'firefox' ? 'Pin to Toolbar' : 'then the pin beside Planside');
    expect(await faults(page)).toEqual([]);
  });

  it('follows what is set: systems and whether they are switched on, service, copies, language', async () => {
    await page.evaluate(
      `chrome.storage.local.set({ settings: ${JSON.stringify({
        planService: { name: 'Example Plan Service', fhirBase: 'https://plans.example.org', clientId: 'planside' },
        clinicalSystems: [{ id: 'meadow', name: 'Meadow GP record', origins: ['https://record.example.org/*'] }],
        offlineCopies: true,
      })} })`,
    );
    await page.waitForSelector('[data-welcome="reads"] [data-state="off"]');
    expect(await says('reads')).toContain('Meadow GP record, off');
    expect(await says('asks')).toContain('It sends the NHS number to Example Plan Service, and to nobody else.');
    expect(await says('never')).toContain('It keeps copies of plans for one shift at most, encrypted');
    await page.evaluate(`chrome.storage.local.set({ settings: { clinicalSystems: [], language: 'cy' } })`);
    await page.waitForSelector('html[lang="cy"]');
    expect(await says('reads')).toContain('nid yw Planside yn darllen dim');
    expect(await faults(page)).toEqual([]);
  });

  it('leads to the settings by keyboard', async () => {
    await page.focus('[data-welcome="start"] a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#plan-service-name');
  });
});
