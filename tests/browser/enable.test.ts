import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProduct } from '../commands/build.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { answerYesFor, openExtensionPage } from './harness/extension-page.ts';
import { type Launched, launchBrowser } from './harness/launch.ts';
import { openPanel, type Panel } from './harness/panel.ts';
import { pressAction, takeBack } from './harness/press-action.ts';

const RECORD = 'https://record.example.org/*';
const PLANS = 'https://plans.example.org/*';
const PLAN_SERVICE = { name: 'Example Plan Service', fhirBase: 'https://plans.example.org/fhir', clientId: 'planside' };

/** In the build that is shipped, which may reach nothing that nobody has allowed. */
describe.each(await browsersUnderTest())('a page nobody has enabled, in $family', ({ family, path }) => {
  let launched: Launched;
  let options: Page;
  let page: Page;
  let panel: Panel;

  const untilPanel = (kind: string) => panel.until(kind, ({ view }) => view === kind);
  const registered = () =>
    options.evaluate(
      'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))',
    );

  beforeAll(async () => {
    const extensionDir = await buildProduct(family === 'chromium' ? 'chrome' : 'firefox');
    launched = await launchBrowser({ family, path, headless: true, extensionDir });
    await answerYesFor(launched, [RECORD, PLANS]);
    options = await openExtensionPage(launched, 'options.html');
    const settings = { planService: PLAN_SERVICE, clinicalSystems: [] };
    await options.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings, policy: { lastGood: null } })})`);
    page = await launched.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void request.respond({ contentType: 'text/html', body: '<h1>A record</h1>' }));
    await page.goto('https://record.example.org/patients/7');
    panel = await openPanel(launched, page);
  }, 120_000);
  afterAll(() => launched?.close());

  it('is not named before somebody presses the button on it', async () => {
    const { parts } = await untilPanel('notHere');
    expect(parts.heading).toBe('Planside is not active on this page');
    expect(parts.says).toContain('press the browser’s Planside button on this page');
  });

  it('is named by its host alone once the button was pressed, and can be switched on', async () => {
    await pressAction(launched, page);
    const { text, parts } = await panel.until('its host', ({ parts: { heading = '' } }) => heading.includes('('));
    expect(parts.heading).toBe('Planside is not active on this page (record.example.org)');
    expect(text).not.toContain('patients');
    expect(await registered()).toEqual([]);
  });

  it('is enabled in one press and one question, without a reload', async () => {
    await panel.goInto();
    await panel.evaluate((window) => {
      const shown = [...window.document.querySelectorAll('iframe')].find(({ style }) => style.opacity === '1');
      shown?.contentDocument?.querySelector<HTMLElement>('[data-command="enableHere"]')?.focus();
    });
    await panel.pressKey('Enter', false);
    await untilPanel('noPatient');
    expect(await registered()).toEqual([RECORD]);
    await options.bringToFront();
    await options.waitForSelector('[data-system="record-example-org"][data-state="enabled"]');
    await page.bringToFront();
  });

  it('is left at once when the permission is taken back in the browser’s own settings', async () => {
    await takeBack(launched, RECORD);
    await untilPanel('notHere');
    await expect.poll(registered).toEqual([]);
    await options.bringToFront();
    await options.waitForSelector('[data-system="record-example-org"][data-state="off"]');
    await page.bringToFront();
  });
});
