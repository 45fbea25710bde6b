import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faults } from './harness/axe.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { untilOpen } from './harness/extension-page.ts';
import { untilShown } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { tabIntoSidebar, tabTo } from './keyboard/tabs.ts';

/** While somebody is signed in, a plan is in sight in one tab, and another could not be had. */
describe.for(await browsersUnderTest())('the page for the helpdesk, in $name', (found) => {
  let stage: Stage;
  let gp: Page;
  let page: Page;
  const seen: string[] = [];

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    const { notForCpr, forCpr } = stage.cast.gp;
    gp = await stage.gpRecord();
    await openPatient(gp, notForCpr);
    await signInAndSee(stage, gp, 'gp', notForCpr);
    stage.sandbox.switches.set('plans', { kind: 'status', status: 501 });
    await openPatient(gp, forCpr);
    await untilShown(gp, 'why not', ({ view }) => view === 'couldNotCheck', 30_000);
    stage.sandbox.switches.clear();
    for (const { nhsNumber, familyName, givenNames } of [notForCpr, forCpr]) {
      seen.push(
        nhsNumber,
        nhsNumber.replace(/(...)(...)(....)/, '$1 $2 $3'),
        familyName,
        `${givenNames.join(' ')} ${familyName}`,
      );
    }
    seen.push(stage.account('gp').name);
  });
  afterAll(() => stage?.close());

  const says = (part: string) => page.$eval(`[data-health="${part}"]`, (shown) => (shown as HTMLElement).innerText);

  it('opens from beside the code that is read out to it, by keyboard', async () => {
    await tabIntoSidebar(gp);
    await tabTo(gp, 'health');
    await gp.keyboard.press('Enter');
    page = await untilOpen(stage.launched.browser, `${stage.launched.extensionOrigin}/health.html`);
    await page.waitForSelector('[data-health="dropped"]');
  });

  it('asks the plan service nothing until somebody presses the button, and then says how it answered', async () => {
    const metadata = () => stage.sandbox.requests.filter(({ step }) => step === 'metadata').length;
    expect(await says('service')).toContain('not checked yet');
    const before = metadata();
    await press('check');
    await page.waitForSelector('[data-said="checked"]');
    expect(metadata()).toBe(before + 1);
    const service = await says('service');
    expect(service.match(/answered in \d+ ms/g)).toHaveLength(4);
    expect(service).toMatch(/Clock of this computer\s+right/);
  });

  it('names what was shown with its code, who may be signed in without a name, and what is allowed', async () => {
    expect(await says('faults')).toMatch(/couldNotCheck refusedRequest PLN-501/);
    expect(await says('session')).toMatch(/signed in, since \d{4}-\d\d-\d\d \d\d:\d\d/);
    expect(await says('audit')).toMatch(/Waiting to be delivered\s+\d/);
    expect(await says('sites')).toMatch(/http:\/\/gp-record\.localhost\s+allowed/);
  });

  it('S7: the text that is copied holds no patient, no name, no token and no address beyond its origin', async () => {
    await page.evaluate(() => {
      const keep = async (text: string) => {
        document.body.dataset.copied = text;
      };
      Object.defineProperty(navigator.clipboard, 'writeText', { value: keep });
    });
    await press('copy');
    await page.waitForSelector('[data-said="copied"]');
    const text = await page.evaluate(() => document.body.dataset.copied ?? '');
    expect(text).toContain('PLN-501');
    const secrets = await page.evaluate(async () => {
      const { session } = await chrome.storage.session.get('session');
      return Object.values(session as object).filter((value) => typeof value === 'string' && value.length > 8);
    });
    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of [...secrets, ...seen]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/https?:\/\/[^\s/]+\/./);
  });

  it('has nothing that axe finds fault with', async () => {
    expect(await faults(page)).toEqual([]);
  });

  async function press(action: string): Promise<void> {
    await (await page.waitForSelector(`[data-action="${action}"]`))?.focus();
    await page.keyboard.press('Enter');
  }
});
