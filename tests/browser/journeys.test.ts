import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { expectPlan, intentOf } from './harness/expect-plan.ts';
import { press, untilPlanOf, untilView } from './harness/sidebar.ts';
import { openCall, openPatient, openResident, openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** The three systems, the real plan service and the real sign-in, from the page to the plan. */
describe.for(await browsersUnderTest())('from the page to the plan, in $name', (found) => {
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
  });
  afterAll(() => stage.close());

  it('GP record: signs in, and the plan of the open patient stands beside the record', async () => {
    const { notForCpr } = stage.cast.gp;
    gp = await stage.gpRecord();
    await openPatient(gp, notForCpr);
    await signInAndSee(stage, gp, 'gp', notForCpr);
    expectPlan(await untilPlanOf(gp, notForCpr.nhsNumber), intentOf(stage.sandbox.plans, notForCpr.patientId));
  });

  it('shows every state of the CPR decision as its author meant it', async () => {
    const { forCpr, modifiedCpr, unknownCpr, cprNotRecorded, overdue, superseded } = stage.cast.gp;
    for (const person of [forCpr, modifiedCpr, unknownCpr, cprNotRecorded, overdue, superseded]) {
      await openPatient(gp, person);
      expectPlan(await untilPlanOf(gp, person.nhsNumber), intentOf(stage.sandbox.plans, person.patientId));
    }
  });

  it('S11: names on top what bears on the whole plan', async () => {
    const { conflictingCpr, draftNewer, overdue, partial, twoCurrent } = stage.cast.gp;
    const expected = [
      [conflictingCpr, 'CPR statements disagree'],
      [draftNewer, 'A newer draft exists, not yet approved'],
      [overdue, 'Review overdue'],
      [partial, 'could not be read'],
      [twoCurrent, 'current plans'],
    ] as const;
    for (const [person, words] of expected) {
      await openPatient(gp, person);
      expect((await untilPlanOf(gp, person.nhsNumber)).text).toContain(words);
    }
  });

  it('S4: says that there is no plan, or no current one, only where the service says so', async () => {
    const { noPlan, draftOnly, revoked } = stage.cast.gp;
    await openPatient(gp, noPlan);
    expect((await untilView(gp, 'noPlanFound')).text).toContain('This does not mean “for CPR”.');
    for (const person of [draftOnly, revoked]) {
      await openPatient(gp, person);
      const { text } = await untilView(gp, 'noCurrentPlan');
      expect(text).not.toContain('No plan found');
    }
  });

  it('says when a number has been replaced, and shows the plan of somebody who was renamed', async () => {
    const { replacedNumber, renamed } = stage.cast.gp;
    const [old] = replacedNumber.replacedNhsNumbers;
    await gp.evaluate((person) => window.openPatientNow(person), { ...replacedNumber, nhsNumber: old ?? '' });
    expect((await untilView(gp, 'couldNotCheck')).text).toContain('has been replaced');
    const [formerly] = renamed.previousFamilyNames;
    await gp.evaluate((person) => window.openPatientNow(person), { ...renamed, familyName: formerly ?? '' });
    await untilPlanOf(gp, renamed.nhsNumber);
  });

  it('S1: shows what differs and nothing clinical where page and plan disagree', async () => {
    const { notForCpr } = stage.cast.gp;
    await gp.evaluate((person) => window.openPatientNow(person), { ...notForCpr, birthDate: '1938-04-17' });
    const { text } = await untilView(gp, 'disagree');
    expect(text).toContain('The date of birth differs, so no plan is shown');
    expect(text).not.toMatch(/for CPR|Ceiling|Call first/);
    await gp.evaluate((person) => window.openPatientNow(person), { ...notForCpr, familyName: 'Blythe' });
    expect((await untilView(gp, 'disagree')).text).toContain('differs');
  });

  it('S3: another tab shows another patient, and neither takes the other’s plan', async () => {
    const { notForCpr, forCpr } = stage.cast.gp;
    const other = await stage.gpRecord();
    await openPatient(other, forCpr);
    await openPatient(gp, notForCpr);
    for (const [page, person] of [
      [gp, notForCpr],
      [other, forCpr],
      [gp, notForCpr],
    ] as const) {
      await page.bringToFront();
      await untilPlanOf(page, person.nhsNumber);
    }
    await other.close();
  });

  it('out of hours: the plan of the call that is open, in frames within frames', async () => {
    const page = await stage.outOfHours();
    const { notForCpr, forCpr } = stage.cast.queue;
    for (const person of [notForCpr, forCpr, notForCpr]) {
      await openCall(page, person);
      const shown = await untilView(page, person.gpList ? 'plan' : 'reasonNeeded');
      if (shown.view === 'plan') expectPlan(shown, intentOf(stage.sandbox.plans, person.patientId));
    }
    await page.evaluate(() => window.closeCall());
    await untilView(page, 'noPatient');
    await page.close();
  });

  it('sign-out takes every plan away; the out-of-hours clinician sees every caller', async () => {
    const page = await stage.outOfHours();
    await openCall(page, stage.cast.queue.notForCpr);
    await press(page, 'Sign out');
    await untilView(page, 'signedOut');
    await gp.bringToFront();
    await untilView(gp, 'signedOut');
    await page.bringToFront();
    await signInAndSee(stage, page, 'out-of-hours', stage.cast.queue.notForCpr);
    for (const person of [stage.cast.queue.forCpr, stage.cast.queue.notForCpr]) {
      await openCall(page, person);
      await untilPlanOf(page, person.nhsNumber);
    }
    await page.close();
  });

  it('care home: a resident’s plan beside the resident’s page, for a carer of that home', async () => {
    const { notForCpr, forCpr, overdue, noPlan } = stage.cast.residents;
    const page = await stage.careHome();
    await openResident(page, notForCpr);
    await untilPlanOf(page, notForCpr.nhsNumber);
    await press(page, 'Sign out');
    await signInAndSee(stage, page, 'carer', notForCpr);
    expectPlan(await untilPlanOf(page, notForCpr.nhsNumber), intentOf(stage.sandbox.plans, notForCpr.patientId));
    for (const person of [forCpr, overdue]) {
      await openResident(page, person);
      expectPlan(await untilPlanOf(page, person.nhsNumber), intentOf(stage.sandbox.plans, person.patientId));
    }
    await openResident(page, noPlan);
    await untilView(page, 'noPlanFound');
  });
});
