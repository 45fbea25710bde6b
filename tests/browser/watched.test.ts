import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForTests } from '../commands/build.ts';
import { IN_GP_RECORD, type Truth, takeLog, watch } from '../faults/kit/watch.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { untilPlanOf } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** What fault campaigns see in each animation frame: they could say “held” of anything if it could not find a fault. */
describe.for(await browsersUnderTest())('the watcher of fault campaigns, in $name', (found) => {
  let stage: Stage;

  beforeAll(async () => {
    const browser = found.family === 'chromium' ? 'chrome' : 'firefox';
    stage = await openStage(found, await buildForTests({ browser, variant: 'watched' }));
    const first = await stage.gpRecord();
    await openPatient(first, stage.cast.gp.notForCpr);
    await signInAndSee(stage, first, 'gp', stage.cast.gp.notForCpr);
    await first.close();
  }, 120_000);
  afterAll(() => stage?.close());

  /** A page of its own for each truth: one watcher stands in a document. */
  async function watched(truth: Truth): Promise<Page> {
    const page = await stage.gpRecord();
    await watch(page, truth);
    const { notForCpr, forCpr } = stage.cast.gp;
    for (const person of [notForCpr, forCpr]) {
      await openPatient(page, person);
      await untilPlanOf(page, person.nhsNumber);
    }
    return page;
  }

  it('finds nothing wrong where nothing is', async () => {
    const page = await watched(IN_GP_RECORD);
    const log = await takeLog(page);
    expect(log.shown).toBeGreaterThan(0);
    expect(log.wrong).toEqual([]);
    await page.close();
  });

  it.for([
    ['another person', "'999 000 0000'"],
    ['somebody while nobody was open', "''"],
  ] as const)('catches a sidebar that shows %s', async ([says, truth]) => {
    const page = await watched(truth);
    const { wrong } = await takeLog(page);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.every((one) => one.endsWith(says))).toBe(true);
    await page.close();
  });
});
