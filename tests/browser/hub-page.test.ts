import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demoHub } from '../sandbox/hub/demo-hub.ts';
import type { Hub } from '../sandbox/hub/hub.ts';
import { untilPanelOf } from './fhircast/follows.ts';
import { pressedByKeys } from './fhircast/pressed-by-keys.ts';
import { untilPlanHasGone, watchPanel } from './fhircast/watch-panel.ts';
import { faults } from './harness/axe.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openPanel, type Panel } from './harness/panel.ts';
import { untilPlanOf } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** The page answers each command with itself, anew: what is pressed before that is there would be pressed in nothing. */
async function commandedByKeys(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), pressedByKeys(page, name)]);
}

/** The page with which whoever tries Planside plays a desktop system (`npm start`). */
describe.for(await browsersUnderTest())('the page of the sandbox’s hub, in $name', (found) => {
  let stage: Stage;
  let hub: Hub;
  let page: Page;
  let panel: Panel;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    hub = await demoHub(stage.sandbox);
    const { notForCpr } = stage.cast.gp;
    const record = await stage.gpRecord();
    await openPatient(record, notForCpr);
    await signInAndSee(stage, record, 'gp', notForCpr);
    page = await stage.launched.browser.newPage();
    await page.goto(hub.origin);
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await hub?.stop();
  });

  it('has nothing wrong for anybody (axe), with nobody and with somebody open, and fits on 320 px', async () => {
    await page.waitForSelector('[data-follow="on"]:not(:disabled)');
    expect(await faults(page)).toEqual([]);
    hub.open(stage.cast.gp.longName);
    await page.reload();
    await page.waitForSelector('[data-follow="on"]:not(:disabled)');
    expect(await faults(page)).toEqual([]);
    await page.setViewport({ width: 320, height: 640 });
    const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(over)).toBe(0);
    await page.setViewport(null);
    hub.close();
    await page.reload();
  });

  it('by keys alone: has Planside follow the hub, opens somebody, closes, and says what the hub hears', async () => {
    const { forCpr } = stage.cast.gp;
    await page.waitForSelector('[data-follow="on"]:not(:disabled)');
    panel = await openPanel(stage.launched, page, page);
    await panel.until('that it is no page of a system', ({ view }) => view === 'notHere');
    await page.bringToFront();
    await pressedByKeys(page, 'Follow this hub');
    await panel.until('that it follows the hub', ({ view }) => view === 'noPatient');
    await commandedByKeys(page, `Open ${forCpr.familyName.toUpperCase()}, ${forCpr.givenNames.join(' ')}`);
    await untilPanelOf(panel, forCpr);
    await page.waitForFunction(() => document.querySelector('#heard-says')?.textContent?.includes('200: followed'));
    await commandedByKeys(page, 'Close');
    await panel.until('nobody', ({ view }) => view === 'noPatient');
  });

  it('makes every trouble it offers, and the panel names each', async () => {
    hub.open(stage.cast.gp.forCpr);
    await untilPanelOf(panel, stage.cast.gp.forCpr);
    // A connection that was cut is back after a moment.
    await watchPanel(panel);
    await commandedByKeys(page, 'Cut every connection');
    await untilPlanHasGone(panel);
    await untilPanelOf(panel, stage.cast.gp.forCpr);
    for (const trouble of ['Refuse everybody', 'Go away']) {
      await commandedByKeys(page, trouble);
      await panel.until(`that it is lost after "${trouble}"`, ({ view }) => view === 'hubAway');
      await commandedByKeys(page, 'Be well again');
      await untilPanelOf(panel, stage.cast.gp.forCpr);
    }
  });

  it('opens the launch page, too', async () => {
    const { conflictingCpr } = stage.cast.gp;
    const name = `${conflictingCpr.familyName.toUpperCase()}, ${conflictingCpr.givenNames.join(' ')}`;
    const opened = new Promise<Page>((resolve) => page.once('popup', (one) => resolve(one as Page)));
    await pressedByKeys(page, `Launch page for ${name}`);
    const launch = await opened;
    // Nothing settles in a page that is not in sight.
    await launch.bringToFront();
    await untilPlanOf(launch, conflictingCpr.nhsNumber);
    expect(await launch.evaluate(() => location.hash)).toBe('');
    await launch.close();
  });
});
