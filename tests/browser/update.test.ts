import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { inFirefoxItself } from './harness/in-firefox-itself.ts';
import { geckoId } from './harness/redirect-uris.ts';
import { sidebarNow } from './harness/sidebar.ts';
import { soon } from './harness/soon.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { until } from './harness/until.ts';

/** What an extension leaves behind in a page when it goes: nothing that anybody can still read. */
describe.for(await browsersUnderTest())('H26: when the extension goes, in $name', (found) => {
  const extensionDir = path.resolve(inject('sandboxBuilds')[found.family] ?? '');
  let stage: Stage | null = null;

  afterEach(async () => {
    await stage?.close();
    stage = null;
  });

  async function openedPlan(): Promise<{ readonly stage: Stage; readonly page: Page }> {
    stage = await openStage(found, extensionDir);
    const page = await stage.gpRecord();
    await openPatient(page, stage.cast.gp.notForCpr);
    await signInAndSee(stage, page, 'gp', stage.cast.gp.notForCpr);
    return { stage, page };
  }

  it('an update takes the old sidebar and its margin away, and the new one asks to sign in', async () => {
    const { stage: open, page } = await openedPlan();
    await open.launched.browser.installExtension(extensionDir);
    await page.bringToFront();
    await until('the page shows the new sidebar, alone', async () => {
      const shown = await sidebarNow(page).catch(() => null);
      return shown?.view === 'signedOut' && (await hostsIn(page)) === 1;
    });
    expect(await page.evaluate(() => document.documentElement.style.marginRight)).toBe('360px');
  });

  it('an extension that is switched off shows no word of a plan any more', async () => {
    const { stage: open, page } = await openedPlan();
    await switchOff(open);
    await page.bringToFront();
    await until('the page shows nothing', async () => !(await seenText(page)).includes('Not for CPR'));
  });
});

/** Elements beside head and body: what extensions put into a page. */
function hostsIn(page: Page): Promise<number> {
  return page.evaluate(
    () => [...document.documentElement.children].filter(({ localName }) => !/^(head|body)$/.test(localName)).length,
  );
}

/** The text that is in sight in any frame of the page. */
async function seenText(page: Page): Promise<string> {
  const inSight = () => (getComputedStyle(document.body).visibility === 'hidden' ? '' : document.body.innerText);
  const texts = await Promise.all(page.frames().map((frame) => soon(() => frame.evaluate(inSight), '')));
  return texts.join('\n');
}

async function switchOff({ launched }: Stage): Promise<void> {
  if (launched.family === 'firefox') {
    const addon = `(await AddonManager.getAddonByID(${JSON.stringify(geckoId)}))`;
    await inFirefoxItself(launched.browser, `(async () => { await ${addon}.disable(); })()`);
    return;
  }
  const page = await launched.browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    `chrome.developerPrivate ? chrome.management.setEnabled(${JSON.stringify(launched.extensionId)}, false) : null`,
  );
  await page.close();
}
