import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProduct } from '../commands/build.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { answerYesFor, openExtensionPage } from './harness/extension-page.ts';
import { type Launched, launchBrowser } from './harness/launch.ts';
import { openPanel, type Panel } from './harness/panel.ts';
import { pressAction, takeBack } from './harness/press-action.ts';
import { untilView } from './harness/sidebar.ts';
import { expectUntouched, untilUntouched } from './harness/untouched.ts';

const RECORD = 'https://record.example.org/*';
const PLANS = 'https://plans.example.org/*';
const PLAN_SERVICE = { name: 'Example Plan Service', fhirBase: 'https://plans.example.org/fhir', clientId: 'planside' };
const BODY = `<h1>A record</h1><dl><dt>Name</dt><dd>REED, Margaret</dd><dt>Date of birth</dt><dd>14-Jul-1938</dd>
<dt>NHS number</dt><dd>999 104 5120</dd></dl>`;
/** Long, and still at once for whoever looks. */
const AT_ONCE_MS = 15_000;

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

  async function untilOptions(state: string): Promise<void> {
    await options.bringToFront();
    await options.waitForSelector(`[data-system="record-example-org"][data-state="${state}"]`);
    await page.bringToFront();
  }

  async function pressInOptions(action: string): Promise<void> {
    await options.bringToFront();
    await (await options.waitForSelector(`[data-action="${action}"]`))?.focus();
    await options.keyboard.press('Enter');
  }

  beforeAll(async () => {
    const extensionDir = await buildProduct(family === 'chromium' ? 'chrome' : 'firefox');
    launched = await launchBrowser({ family, path, headless: true, extensionDir });
    await answerYesFor(launched, [RECORD, PLANS]);
    options = await openExtensionPage(launched, 'options.html');
    const settings = { planService: PLAN_SERVICE, clinicalSystems: [] };
    await options.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings, policy: { lastGood: null } })})`);
    page = await launched.browser.newPage();
    await page.setRequestInterception(true);
    // Chromium hands over what the sidebar's own frames ask for as well.
    page.on('request', (request) => {
      const isPage = request.url().startsWith('https://record.example.org/');
      void (isPage ? request.respond({ contentType: 'text/html', body: BODY }) : request.continue());
    });
    await page.goto('https://record.example.org/patients/7');
    await page.evaluate(() => Reflect.set(window, 'isStillHere', true));
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
    await expectUntouched(page);
  });

  it('is enabled in one press and one question, without a reload', async () => {
    await panel.goInto();
    await panel.evaluate((window) => {
      const shown = [...window.document.querySelectorAll('iframe')].find(({ style }) => style.opacity === '1');
      shown?.contentDocument?.querySelector<HTMLElement>('[data-command="enableHere"]')?.focus();
    });
    await panel.pressKey('Enter', false);
    await untilPanel('signedOut');
    await untilView(page, 'signedOut');
    expect(await registered()).toEqual([RECORD]);
    await untilOptions('enabled');
  });

  it('is left at once when the permission is taken back in the browser’s own settings', async () => {
    await takeBack(launched, RECORD);
    await untilUntouched(page, AT_ONCE_MS);
    await untilPanel('notHere');
    await expect.poll(registered).toEqual([]);
    await untilOptions('off');
  });

  it('is enabled and left at once by the settings page too, without a reload', async () => {
    if (family === 'firefox') await pressInOptions('allow');
    // Chromium remembers that it was asked for, and gives it with the answer.
    else await answerYesFor(launched, [RECORD]);
    await untilOptions('enabled');
    await untilView(page, 'signedOut');
    await pressInOptions('ask-to-remove');
    await pressInOptions('remove');
    await page.bringToFront();
    await untilUntouched(page, AT_ONCE_MS);
    await untilPanel('notHere');
    await expect.poll(registered).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(window, 'isStillHere'))).toBe(true);
  });
});
