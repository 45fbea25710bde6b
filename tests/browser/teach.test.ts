import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faults } from './harness/axe.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { signIn } from './harness/set-up.ts';
import { untilShown, untilView } from './harness/sidebar.ts';
import { openCall, openPatient, openResident, openStage, type Stage } from './harness/stage.ts';
import {
  changeSettings,
  choose,
  filesOf,
  judge,
  openTeaching,
  pointAt,
  pressIn,
  readAs,
  save,
  savedAdapter,
  spaced,
  untilNobody,
  untilRead,
} from './teach/lesson.ts';

describe.each(await browsersUnderTest())('teaching a system in $family', (found) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    await changeSettings(stage.launched, (now) => ({
      ...now,
      clinicalSystems: now.clinicalSystems.map(({ adapter: _, ...system }) => system),
    }));
  });
  afterAll(() => stage?.close());

  it('the GP record, by pointer: three presses, another patient, a list, saved', async () => {
    const { launched, cast } = stage;
    const page = await stage.gpRecord();
    await openPatient(page, cast.gp.notForCpr);
    const teach = await openTeaching(launched, 'gp-record');
    const at = (selector: string) => () => pressIn(page, page.mainFrame(), `#patient-banner ${selector}`);
    await pointAt(teach, page, 'number', at('.pb-nhs .pb-value'));
    await pointAt(teach, page, 'date', at('.pb-born .pb-value'));
    await pointAt(teach, page, 'name', at('.pb-name'));
    await untilRead(teach, readAs(cast.gp.notForCpr));
    expect(await faults(teach)).toEqual([]);
    await judge(teach, 'right');
    await openPatient(page, cast.gp.forCpr);
    await untilRead(teach, readAs(cast.gp.forCpr));
    await judge(teach, 'right');
    await page.evaluate(() => window.closePatient());
    await untilNobody(teach);
    await judge(teach, 'nobody');
    await save(teach);
    expect(await savedAdapter(teach, 'gp-record')).toMatchObject({ careful: true });
    await teach.close();
    await page.bringToFront();
    await openPatient(page, cast.gp.modifiedCpr);
    await signIn(launched, page, stage.account('out-of-hours'));
    await page.bringToFront();
    const number = spaced(cast.gp.modifiedCpr.nhsNumber);
    await untilShown(page, number, ({ parts }) => parts['nhs-number'] === number);
    await page.evaluate(() => window.closePatient());
    await untilView(page, 'noPatient');
    await page.close();
  });

  it('the out-of-hours queue, by keyboard, in its innermost frame', async () => {
    const { launched, cast } = stage;
    const page = await stage.outOfHours();
    const [first, second, third] = [cast.queue.notForCpr, cast.queue.forCpr, cast.queue.withPlan.at(-1)];
    if (!third) throw new Error('The queue is too short.');
    await openCall(page, first);
    const teach = await openTeaching(launched, 'out-of-hours');
    await choose(teach, 'number', spaced(first.nhsNumber));
    await choose(teach, 'date', first.birthDate.slice(0, 4));
    await choose(teach, 'name', `${first.familyName}, ${first.givenNames.join(' ')}`);
    await untilRead(teach, readAs(first));
    await judge(teach, 'right');
    await openCall(page, second);
    await untilRead(teach, readAs(second));
    await judge(teach, 'right');
    await page.evaluate(() => window.closeCall());
    await untilNobody(teach);
    await judge(teach, 'nobody');
    await save(teach);
    const [exported] = await filesOf(teach, '[data-judged="patient"] [data-action="redact"]');
    expect(exported?.text).toMatch(/<iframe[^>]+id="case-frame"[^>]+srcdoc="[^"]+patient-frame[^"]+srcdoc=/);
    for (const { familyName, nhsNumber } of [first, second]) {
      expect(exported?.text.toLowerCase()).not.toContain(familyName.toLowerCase());
      expect(exported?.text).not.toContain(nhsNumber);
    }
    await teach.close();
    await openCall(page, third);
    await page.bringToFront();
    await untilShown(page, 'the third', ({ parts }) => parts['nhs-number'] === spaced(third.nhsNumber));
    await page.close();
  });

  it('the care home, by keyboard, page by page', async () => {
    const { launched, cast } = stage;
    const page = await stage.careHome();
    const { notForCpr, forCpr, overdue } = cast.residents;
    await openResident(page, notForCpr);
    const teach = await openTeaching(launched, 'care-home');
    await choose(teach, 'number', spaced(notForCpr.nhsNumber));
    await choose(teach, 'date', notForCpr.birthDate.slice(0, 4));
    await choose(teach, 'name', notForCpr.familyName);
    await untilRead(teach, readAs(notForCpr));
    await judge(teach, 'right');
    await openResident(page, forCpr);
    await untilRead(teach, readAs(forCpr));
    await judge(teach, 'right');
    await page.goto(`${stage.sandbox.systems.careHome}/handover`);
    await untilNobody(teach);
    await judge(teach, 'nobody');
    await save(teach);
    await teach.close();
    await openResident(page, overdue);
    await page.bringToFront();
    await untilShown(page, 'the third', ({ parts }) => parts['nhs-number'] === spaced(overdue.nhsNumber));
    await page.goto(`${stage.sandbox.systems.careHome}/medication-round`);
    await page.close();
  });
});
