import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, inject, it } from 'vitest';
import type { Person } from '../sandbox/people/person.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { setUp } from './harness/set-up.ts';
import { openStage, type Stage } from './harness/stage.ts';
import { FOREIGN, foreignSystem, type Served } from './teach/foreign-system.ts';
import { choose, openTeaching, spaced, untilScriptsAreIn, untilStep } from './teach/lesson.ts';

/** A page of several frames, each of which comes when it likes. */
describe.each(await browsersUnderTest())('teaching a system of frames in $family', (found) => {
  const served: Served = { exported: '', late: Promise.resolve() };
  let stage: Stage;
  let people: readonly Person[];
  let page: Page;
  let teach: Page;

  beforeAll(async () => {
    const extra = { elsewhere: foreignSystem(() => people, served) };
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '', { sandbox: { extra } });
    await setUp(stage.launched, stage.sandbox, [FOREIGN]);
    people = stage.cast.queue.withPlan;
    page = await stage.launched.browser.newPage();
  });
  afterEach(async () => {
    if (teach && !teach.isClosed()) await teach.close();
  });
  afterAll(() => stage?.close());

  const open = (path: string) => page.goto(`${stage.sandbox.originOf('elsewhere')}${path}`);
  const number = () => spaced((people[0] as Person).nhsNumber);
  const addFrame = (path: string) =>
    page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, path);

  it('a frame that comes after the lesson has begun is seen like any other', async () => {
    await open('/exported');
    teach = await openTeaching(stage.launched, FOREIGN.id);
    await untilStep(teach, 'number');
    await addFrame('/record/0');
    await choose(teach, 'number', number());
    await untilStep(teach, 'date');
  });

  it('a frame that was looked at before its page came is seen when it comes', async () => {
    await open('/exported');
    teach = await openTeaching(stage.launched, FOREIGN.id);
    await untilStep(teach, 'number');
    const late = Promise.withResolvers<void>();
    served.late = late.promise;
    await addFrame('/late/0');
    // Whoever changes tabs has all frames looked at.
    await page.bringToFront();
    await teach.bringToFront();
    await untilScriptsAreIn(teach);
    late.resolve();
    await choose(teach, 'number', number());
    await untilStep(teach, 'date');
  });

  it('a frame that never ends loading holds nothing up', async () => {
    await open('/record/0');
    await addFrame('/endless');
    teach = await openTeaching(stage.launched, FOREIGN.id);
    await choose(teach, 'number', number());
    await untilStep(teach, 'date');
  });
});
