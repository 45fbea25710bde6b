import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForTests } from '../commands/build.ts';
import { residentsWithPlans } from '../faults/kit/people.ts';
import { IN_CARE_HOME, takeLog, watch } from '../faults/kit/watch.ts';
import { prerender } from '../faults/tab-lives/prerender.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openResident, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { until } from './harness/until.ts';

const OFTEN = 30;

/** Chromium loads a page ahead where the page before asks for it; Firefox loads none before somebody goes to it. */
describe.for(await browsersUnderTest())('a page that was loaded before anybody went to it, in $name', (found) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(found, await buildForTests({ browser: 'chrome', variant: 'watched' }));
  }, 120_000);
  afterAll(() => stage?.close());

  it.runIf(found.family === 'chromium')('has the plan of whoever it shows beside it', async () => {
    const { sandbox, cast, launched } = stage;
    const [first, second] = residentsWithPlans(sandbox, cast.residents.careHome.id);
    if (!first || !second) throw new Error('The home has too few residents with a plan.');
    const page = await stage.careHome();
    await openResident(page, first);
    await signInAndSee(stage, page, 'nurse', first);
    const there = await prerender(launched, page, second, () => askOften(page));
    await watch(there, IN_CARE_HOME);
    const activated = await there.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return navigation && 'activationStart' in navigation ? Number(navigation.activationStart) : 0;
    });
    expect(activated, 'it was really loaded ahead').toBeGreaterThan(0);
    const wrong: string[] = [];
    await until('a plan beside it', async () => {
      const log = await takeLog(there);
      wrong.push(...log.wrong);
      return log.shown > 0;
    });
    expect(wrong).toEqual([]);
  });
});

/** Long enough for a page to be loaded ahead: nobody who drives the browser is told when it is, or it would not be. */
async function askOften(page: Page): Promise<void> {
  await page.evaluate(async (times) => {
    for (let asked = 0; asked < times; asked += 1) await (await fetch('/')).text();
  }, OFTEN);
}
