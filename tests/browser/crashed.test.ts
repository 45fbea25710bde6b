import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { crashExtension } from './harness/crash-extension.ts';
import { untilPlanOf } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** The process of an extension ends where a computer runs out of memory; nobody closes a page for that, or opens one. */
describe.for(await browsersUnderTest())('the process of the extension crashes, in $name', (found) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    page = await stage.gpRecord();
    await openPatient(page, stage.cast.gp.notForCpr);
    await signInAndSee(stage, page, 'gp', stage.cast.gp.notForCpr);
  });
  afterAll(() => stage?.close());

  it('I7: the plan of whoever is open comes back by itself, and that of the next one comes', async () => {
    const { forCpr, notForCpr } = stage.cast.gp;
    await crashExtension(stage.launched, page);
    await untilPlanOf(page, notForCpr.nhsNumber);
    await openPatient(page, forCpr);
    await untilPlanOf(page, forCpr.nhsNumber);
    expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(3);
  });
});
