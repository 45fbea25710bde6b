import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { untilPlanBeside } from './find/beside.ts';
import { openFindPage, signInToFind } from './find/find-page.ts';
import { askForResidents, untilToConfirm } from './find/residents-shown.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { untilOpen } from './harness/extension-page.ts';
import { pressOn } from './harness/press.ts';
import { shownFrame, untilPlanOf } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { counted } from './steps/counted.ts';
import { isInSight } from './steps/in-sight.ts';

const NONE = { shortcuts: 0, clicks: 0, fields: 0, keys: 0 };

/** What somebody who is signed in has to do until the answer can be read: in steps, which are counted as they are done. */
describe.for(await browsersUnderTest())('journeys in steps, in $name', (found) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
  });
  afterAll(() => stage?.close());

  it('a GP, from the open record to the answer on CPR: nothing at all', async () => {
    const { notForCpr, forCpr } = stage.cast.gp;
    const gp = await stage.gpRecord();
    await openPatient(gp, forCpr);
    await signInAndSee(stage, gp, 'gp', forCpr);
    const doctor = counted();
    await openPatient(gp, notForCpr);
    const { parts } = await untilPlanOf(gp, notForCpr.nhsNumber);
    expect(parts.verdict).toBe('Not for CPR');
    const frame = await shownFrame(gp);
    await expect.poll(() => isInSight(frame, 'verdict')).toBe(true);
    expect(doctor.steps()).toEqual(NONE);
    await gp.close();
  });

  it('a night doctor, from the toolbar to the plan: the keys that open the search, two fields, and Enter', async () => {
    const { nhsNumber, birthDate } = stage.cast.gp.notForCpr;
    const doctor = counted();
    await doctor.shortcut(stage.launched, 'find');
    const find = await untilOpen(stage.launched.browser, `${stage.launched.extensionOrigin}/find.html`);
    await find.waitForFunction(() => document.activeElement?.id === 'nhs-number');
    await doctor.fill(find, nhsNumber, 'this');
    await doctor.fill(find, birthDate.split('-').reverse().join('/'), 'next');
    await doctor.key(find, 'Enter');
    expect((await untilPlanBeside(find, nhsNumber)).parts.verdict).toBe('Not for CPR');
    await expect.poll(() => isInSight(find, 'verdict')).toBe(true);
    expect(doctor.steps()).toEqual({ shortcuts: 1, clicks: 0, fields: 2, keys: 1 });
    await pressOn(find, '[data-command="signOut"]');
    await find.waitForSelector('[data-command="signIn"]');
    await find.close();
  });

  it('a carer, from the list to the plan of a resident: one click on whom, and one that it is who they are with', async () => {
    const { notForCpr } = stage.cast.residents;
    const find = await openFindPage(stage);
    await signInToFind(stage, find, 'nurse');
    await askForResidents(find, 'list');
    const carer = counted();
    await carer.click(find, `li[data-nhs-number="${notForCpr.nhsNumber}"] button`);
    await untilToConfirm(find, notForCpr);
    await carer.clickBeside(find, 'confirmBirthDate');
    expect((await untilPlanBeside(find, notForCpr.nhsNumber)).parts.verdict).toBe('Not for CPR');
    await expect.poll(() => isInSight(find, 'verdict')).toBe(true);
    expect(carer.steps()).toEqual({ ...NONE, clicks: 2 });
  });
});
