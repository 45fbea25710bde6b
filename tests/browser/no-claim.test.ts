import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bannerPage } from '../sandbox/systems/elsewhere.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { sidebarNow, untilPlanOf, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { expectUntouched } from './harness/untouched.ts';

describe.for(await browsersUnderTest())('where nobody’s record is open, in $name', (found) => {
  let stage: Stage;

  beforeAll(async () => {
    const elsewhere = new Hono().get('/', (context) => context.html(bannerPage(stage.cast.gp.notForCpr)));
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '', { sandbox: { extra: { elsewhere } } });
  });
  afterAll(() => stage.close());

  it('makes no claim on log-in pages', async () => {
    for (const origin of Object.values(stage.sandbox.systems)) {
      const page = await stage.launched.browser.newPage();
      await page.goto(origin);
      await expectUntouched(page);
      await page.close();
    }
  });

  it('makes no claim on lists, search results and appointment books', async () => {
    const gp = await stage.gpRecord();
    await expectUntouched(gp);
    await gp.type('input[type="search"], #search-text, form[role="search"] input', stage.cast.gp.notForCpr.nhsNumber);
    await gp.keyboard.press('Enter');
    await gp.waitForSelector('#search-results');
    await expectUntouched(gp);
    const queue = await stage.outOfHours();
    await expectUntouched(queue);
    for (const list of ['/warm-transfer', '/appointments']) {
      await queue.goto(new URL(list, stage.sandbox.systems.outOfHours).href);
      await expectUntouched(queue);
    }
    const home = await stage.careHome();
    await expectUntouched(home);
    for (const list of ['/handover', '/visits', '/medication-round', '/search?q=a']) {
      await home.goto(new URL(list, stage.sandbox.systems.careHome).href);
      await expectUntouched(home);
    }
  });

  it('takes the plan away when a list opens, and when nobody is open', async () => {
    const page = await stage.gpRecord();
    const { notForCpr, forCpr } = stage.cast.gp;
    await openPatient(page, notForCpr);
    await signInAndSee(stage, page, 'gp', notForCpr);
    await page.evaluate(() => window.closePatient());
    const { text } = await untilView(page, 'noPatient');
    expect(text).not.toContain(notForCpr.familyName);
    await openPatient(page, forCpr);
    await untilPlanOf(page, forCpr.nhsNumber);
    await page.goto(stage.sandbox.systems.gpRecord);
    await expectUntouched(page);
  });

  it('S9: on an origin nobody enabled there is no script and no DOM of ours', async () => {
    const page = await stage.launched.browser.newPage();
    const worlds: string[] = [];
    if (found.family === 'chromium') {
      const session = await page.createCDPSession();
      session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin + context.name));
      await session.send('Runtime.enable');
    }
    await page.goto(new URL(stage.sandbox.systems.gpRecord.replace('gp-record', 'elsewhere')).href);
    await page.waitForSelector('.patient-banner');
    await expectUntouched(page);
    expect(worlds.filter((world) => world.includes('extension') || world.includes('Planside'))).toEqual([]);
    expect(await sidebarNow(page)).toBeNull();
  });
});
