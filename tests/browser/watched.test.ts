import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForTests } from '../commands/build.ts';
import { judgePage } from '../faults/kit/bench.ts';
import { judgeElsewhere } from '../faults/kit/cases.ts';
import { IN_GP_RECORD, type Truth, takeLog, watch } from '../faults/kit/watch.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { sidebarFrame, untilPlanOf } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { until } from './harness/until.ts';

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

  it('catches an NHS number that lies in clear in what the extension keeps', async () => {
    const page = await watched(IN_GP_RECORD);
    expect(await judgePage(page)).toEqual([]);
    const frame = await sidebarFrame(page);
    const keep = (number: string) => chrome.storage.local.set({ spoiled: { of: number } });
    await frame?.evaluate(keep, stage.cast.gp.forCpr.nhsNumber);
    expect(await judgePage(page)).toEqual(['I4: an NHS number in clear in storage.local']);
    await frame?.evaluate(() => chrome.storage.local.remove('spoiled'));
    await page.close();
  });

  it('catches whoever asks for something beyond this computer', async () => {
    expect(judgeElsewhere()).toEqual([]);
    const asked = new Set<string>();
    for (const address of ['http://plans.example.org/', 'https://plans.example.net/']) {
      const page = await stage.launched.browser.newPage();
      void page.goto(address).catch(() => undefined);
    }
    await until('both were asked for something', async () => {
      for (const one of judgeElsewhere()) asked.add(one);
      return asked.size >= 2;
    });
    expect([...asked].toSorted()).toEqual([
      'I5: plans.example.net was asked for something',
      'I5: plans.example.org was asked for something',
    ]);
  });
});
