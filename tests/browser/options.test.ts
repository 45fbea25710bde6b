import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProduct } from '../commands/build.ts';
import { faults } from './harness/axe.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { answerYesFor, openExtensionPage, openWithPolicy } from './harness/extension-page.ts';
import { type Launched, launchBrowser } from './harness/launch.ts';

const RECORD = 'https://record.example.org/*';
const PLANS = 'https://plans.example.org/*';
const THEIRS = { name: 'Their plans', fhirBase: 'https://theirs.example.org/fhir', clientId: 'planside' };

/** In the build that is shipped, which holds no host and no settings of its own. */
describe.each(await browsersUnderTest())('settings page in $family', ({ family, path }) => {
  let launched: Launched;
  let page: Page;

  beforeAll(async () => {
    const extensionDir = await buildProduct(family === 'chromium' ? 'chrome' : 'firefox');
    launched = await launchBrowser({ family, path, headless: true, extensionDir });
    await answerYesFor(launched, [RECORD, PLANS]);
    page = await openExtensionPage(launched, 'options.html');
    await page.waitForSelector('#plan-service-name');
  });
  afterAll(() => launched?.close());

  it('says what is wrong beside the field, keeps what was typed and saves nothing', async () => {
    await type(page, '#plan-service-fhirBase', 'plans.example.org');
    await press(page, 'save-plan-service');
    await page.waitForSelector('#plan-service-fhirBase-wrong');
    const field = await page.$eval('#plan-service-fhirBase', (input) => ({
      typed: input instanceof HTMLInputElement ? input.value : '',
      describedBy: input.getAttribute('aria-describedby'),
      invalid: input.getAttribute('aria-invalid'),
    }));
    expect(field).toEqual({
      typed: 'plans.example.org',
      describedBy: 'plan-service-fhirBase-hint plan-service-fhirBase-wrong',
      invalid: 'true',
    });
    // Moved once the faults are drawn.
    await page.waitForFunction(() => document.activeElement?.id === 'plan-service-name');
    expect(await stored(page)).toBeUndefined();
  });

  it('saves a plan service and a system, which stays off until it is allowed', async () => {
    await type(page, '#plan-service-name', 'Example Plan Service');
    await type(page, '#plan-service-fhirBase', 'https://plans.example.org/fhir');
    await type(page, '#plan-service-clientId', 'planside');
    await press(page, 'save-plan-service');
    await page.waitForSelector('[data-part="outcome"][data-tone="done"]');
    await press(page, 'add-system');
    await type(page, '#new-system-name', 'Meadow GP record');
    await type(page, '#new-system-origins', 'https://record.example.org/patients?page=1');
    await press(page, 'save-system');
    await page.waitForSelector('[data-system="meadow-gp-record"][data-state="off"]');
    expect(await stored(page)).toMatchObject({
      planService: { name: 'Example Plan Service', fhirBase: 'https://plans.example.org/fhir', clientId: 'planside' },
      clinicalSystems: [{ id: 'meadow-gp-record', name: 'Meadow GP record', origins: [RECORD] }],
    });
    expect(await registered(page)).toEqual([]);
  });

  it('has the page script registered for the system, and for nothing else, once it is allowed', async () => {
    await press(page, 'allow');
    await page.waitForSelector('[data-system="meadow-gp-record"][data-state="enabled"]');
    await expect.poll(() => registered(page)).toEqual([RECORD]);
    expect(await granted(page)).toEqual([PLANS, RECORD]);
    expect(await page.$('[data-action="allow"]')).toBeNull();
  });

  it('takes the choices a place may make for itself, and speaks Welsh at once where that is one', async () => {
    await type(page, '#lockAfterMinutes', '45');
    await press(page, 'save-choices');
    await page.waitForSelector('#lockAfterMinutes-wrong');
    expect(await stored(page)).not.toHaveProperty('lockAfterMinutes');
    await type(page, '#lockAfterMinutes', '5');
    await choose(page, 'offlineCopies-yes');
    await choose(page, 'language-cy');
    await press(page, 'save-choices');
    await page.waitForSelector('html[lang="cy"]');
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('Gosodiadau Planside');
    expect(await stored(page)).toMatchObject({ lockAfterMinutes: 5, offlineCopies: true, language: 'cy' });
    await choose(page, 'language-en');
    await press(page, 'save-choices');
    await page.waitForSelector('html[lang="en-GB"]');
  });

  // Firefox lets no test into an extension's page before its own script.
  it.runIf(family === 'chromium')(
    'shows what the organisation has set, says why it cannot be changed, and leaves the rest to the person',
    async () => {
      const managed = { planService: { ...THEIRS }, lockAfterMinutes: 3 };
      const own = await stored(page);
      const withPolicy = await openWithPolicy(launched, managed);
      await withPolicy.waitForSelector('#plan-service-managed');
      const locked = await withPolicy.$$eval('input[readonly]', (all) =>
        all.map((each) => (each instanceof HTMLInputElement ? [each.id, each.value] : [])),
      );
      expect(locked).toEqual([
        ['plan-service-name', 'Their plans'],
        ['plan-service-fhirBase', 'https://theirs.example.org/fhir'],
        ['plan-service-clientId', 'planside'],
        ['lockAfterMinutes', '3'],
      ]);
      expect(
        await withPolicy.$$eval('[data-part="managed"]', (all) => all.map(({ textContent }) => textContent)),
      ).toEqual(['Set by your organisation.', 'Set by your organisation.']);
      expect(await withPolicy.$('[data-action="save-plan-service"]')).toBeNull();
      expect(await withPolicy.$('[data-action="add-system"]')).not.toBeNull();
      expect(await faults(withPolicy)).toEqual([]);
      expect(await stored(page)).toEqual(own);
      await withPolicy.close();
      await page.bringToFront();
    },
  );

  it.runIf(family === 'chromium')(
    'says in words, with a code, that a policy is broken; nothing is in force then, and nothing is lost',
    async () => {
      const own = await stored(page);
      const withPolicy = await openWithPolicy(launched, { clinicalSystems: 'all' });
      const says = await withPolicy.waitForSelector('[data-part="policy-broken"]');
      const text = await says?.evaluate((part) => (part instanceof HTMLElement ? part.innerText : ''));
      expect(text).toMatch(/Planside is off.*Look at clinicalSystems\..*For the helpdesk: POLICY-BROKEN/s);
      expect(await withPolicy.$$('form, [data-system]')).toEqual([]);
      expect(await faults(withPolicy)).toEqual([]);
      expect(await stored(page)).toEqual(own);
      await withPolicy.close();
      await page.bringToFront();
    },
  );

  it('has nothing that axe finds fault with', async () => {
    expect(await faults(page)).toEqual([]);
  });

  it('exports the settings and imports them again', async () => {
    const before = await stored(page);
    const file = await exportedFile(page);
    expect(file.name).toBe('planside-settings.json');
    expect(JSON.parse(file.text)).toEqual(before);
    await importFile(page, JSON.stringify({ clinicalSystems: 'all' }));
    await page.waitForSelector('#file-wrong');
    expect(await stored(page)).toEqual(before);
    await importFile(page, file.text);
    await page.waitForSelector('[data-part="outcome"][data-tone="done"]');
    expect(await page.$('#file-wrong')).toBeNull();
    expect(await stored(page)).toEqual(before);
    await expect.poll(() => registered(page)).toEqual([RECORD]);
  });

  it('removes a system only when asked twice, and its permission and page script with it', async () => {
    await press(page, 'ask-to-remove');
    expect(await page.$('[data-system]')).not.toBeNull();
    await press(page, 'remove');
    await page.waitForSelector('[data-system]', { hidden: true });
    expect(await stored(page)).toMatchObject({ clinicalSystems: [] });
    await expect.poll(() => granted(page)).toEqual([PLANS]);
    await expect.poll(() => registered(page)).toEqual([]);
  });
});

async function type(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector);
  await page.$eval(selector, (input) => 'select' in input && typeof input.select === 'function' && input.select());
  await field?.type(text);
}

/** By keyboard, as everything on the page must be possible; a real press to the browser, which asks for permissions. */
async function press(page: Page, action: string): Promise<void> {
  await (await page.waitForSelector(`[data-action="${action}"]`))?.focus();
  await page.keyboard.press('Enter');
}

async function choose(page: Page, id: string): Promise<void> {
  await (await page.waitForSelector(`#${id}`))?.focus();
  await page.keyboard.press(' ');
}

/** What "Export settings" would save; the download itself is held back. */
async function exportedFile(page: Page): Promise<{ name: string; text: string }> {
  const exported = page.evaluate(
    () =>
      new Promise<{ name: string; text: string }>((done) => {
        let text = Promise.resolve('');
        URL.createObjectURL = (blob) => {
          if (blob instanceof Blob) text = blob.text();
          return 'blob:held-back';
        };
        HTMLAnchorElement.prototype.click = function click() {
          void text.then((held) => done({ name: this.download, text: held }));
        };
      }),
  );
  await press(page, 'export');
  return exported;
}

/** Chooses a file of this text, as a person does in the browser's own window. */
function importFile(page: Page, text: string): Promise<void> {
  return page.$eval(
    '#import',
    (input, content) => {
      if (!(input instanceof HTMLInputElement)) throw new Error('#import is no input');
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], 'planside-settings.json', { type: 'application/json' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
  );
}

function stored(page: Page): Promise<unknown> {
  return page.evaluate('chrome.storage.local.get("settings").then(({ settings }) => settings)');
}

function granted(page: Page): Promise<unknown> {
  return page.evaluate('chrome.permissions.getAll().then(({ origins }) => [...origins].sort())');
}

/** The match patterns of every content script the extension has registered. */
function registered(page: Page): Promise<unknown> {
  return page.evaluate(
    'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))',
  );
}
