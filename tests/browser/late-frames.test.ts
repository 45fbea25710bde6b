import { Hono } from 'hono';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bannerPage, ELSEWHERE } from '../sandbox/systems/elsewhere.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { setUp } from './harness/set-up.ts';
import { untilItLeaves, untilPlanOf, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** A frame that comes into a page may yet show somebody: until it has said whom, nobody is claimed, for a second at most. */
describe.for(await browsersUnderTest())('a frame that comes late, in $name', (found) => {
  let stage: Stage;
  let page: Page;
  let answer: PromiseWithResolvers<void>;

  beforeAll(async () => {
    const elsewhere = new Hono()
      .get('/', (context) => context.html(bannerPage(stage.cast.gp.notForCpr)))
      .get('/other', async (context) => {
        await answer.promise;
        return context.html(bannerPage(stage.cast.gp.forCpr));
      })
      .get('/within', (context) => context.html('<iframe src="/other" width="700" height="250"></iframe>'))
      .get('/never', () => new Promise<never>(() => undefined));
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '', { sandbox: { extra: { elsewhere } } });
    await setUp(stage.launched, stage.sandbox, [ELSEWHERE]);
    const record = await stage.gpRecord();
    await openPatient(record, stage.cast.gp.forCpr);
    await signInAndSee(stage, record, 'gp', stage.cast.gp.forCpr);
    page = await stage.launched.browser.newPage();
  });
  afterAll(() => stage?.close());

  /** The plan of whoever stands in the page leaves as the frame comes in. */
  async function untilItLeavesFor(path: string): Promise<void> {
    answer = Promise.withResolvers();
    await page.goto(stage.sandbox.originOf('elsewhere'));
    await untilPlanOf(page, stage.cast.gp.notForCpr.nhsNumber);
    await untilItLeaves(page, () =>
      page.evaluate((address) => {
        const frame = document.createElement('iframe');
        Object.assign(frame, { src: address, width: '800', height: '300' });
        document.body.append(frame);
      }, path),
    );
  }

  async function untilSeveral(): Promise<void> {
    answer.resolve();
    await untilView(page, 'several');
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(1);
  }

  it('S2: the plan leaves as it comes in, and where it shows somebody else none comes back', async () => {
    await untilItLeavesFor('/other');
    await untilSeveral();
  });

  it('S2: it does so for one that comes into a frame of the page', async () => {
    await untilItLeavesFor('/within');
    await untilSeveral();
  });

  it('S2: one whose address never answers does not keep the plan away', async () => {
    await untilItLeavesFor('/never');
    await untilPlanOf(page, stage.cast.gp.notForCpr.nhsNumber);
  });
});
