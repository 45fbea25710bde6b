import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Fault, Step } from '../sandbox/plan-service/switches.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { press, type Shown, untilPlanOf, untilShown } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

type Case = { readonly step: Step; readonly fault: Fault; readonly view: string; readonly says: string | RegExp };

const broken = (step: Step, fault: Fault, says: Case['says'], view = 'couldNotCheck'): Case => {
  return { step, fault, view, says };
};
const status = (code: number): Fault => ({ kind: 'status', status: code });

/** Planside gives up after eighteen seconds (milliseconds). */
const LONG = 40_000;

const STEPS = ['patient', 'plans', 'document'] as const;

/** Whatever goes wrong at whichever step, the sidebar names it, and never says that there is no plan (S4). */
const CASES: readonly Case[] = STEPS.flatMap((step) => [
  broken(step, { kind: 'down' }, 'is not working'),
  broken(step, status(500), 'is not working'),
  broken(step, { kind: 'status', status: 503, body: 'html' }, 'PLN-503'),
  broken(step, status(404), 'PLN-404'),
  broken(step, status(400), 'did not accept the question'),
  broken(step, { kind: 'status', status: 429, retryAfter: '30' }, 'too busy'),
  broken(step, status(403), '', 'accessRefused'),
  broken(step, { kind: 'wrongPatient' }, 'another person'),
  broken(step, { kind: 'truncated' }, 'was cut short'),
  // What had arrived before the reset may be lost with it.
  broken(step, { kind: 'reset' }, /was cut short|is not working/),
  broken(step, { kind: 'html' }, 'a web page instead'),
  broken(step, { kind: 'redirect' }, 'another address'),
  broken(step, { kind: 'large' }, 'more than a plan can be'),
  broken(step, { kind: 'gzipBomb' }, 'more than a plan can be'),
  broken(step, { kind: 'deep' }, 'PLN-TOO-DEEP'),
  broken(step, { kind: 'otherAnswer' }, 'PLN-OTHER-ANSWER'),
]);

describe.for(await browsersUnderTest())('when the plan service fails, in $name', (found) => {
  let stage: Stage;
  let page: Page;
  let turn = 0;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    page = await stage.gpRecord();
    await openPatient(page, stage.cast.gp.notForCpr);
    await signInAndSee(stage, page, 'gp', stage.cast.gp.notForCpr);
  });
  afterEach(() => stage.sandbox.switches.clear());
  afterAll(() => stage.close());

  it.for(CASES)('S4: $step, $fault.kind $fault.status: $view', async ({ step, fault, view, says }) => {
    stage.sandbox.switches.set(step, fault);
    await openPatient(page, turn++ % 2 ? stage.cast.gp.forCpr : stage.cast.gp.twoCurrent);
    const isPassing = (one: Shown) => ['looking', 'plan', 'noPatient', 'unsettled'].includes(one.view);
    const shown = await untilShown(page, view, (one) => !isPassing(one), LONG);
    expect(shown.view).toBe(view);
    expect(shown.text).toMatch(says);
    expect(shown.text).not.toMatch(/No plan found|holds no plan|Not for CPR|Call first/);
  });

  it('tries again when asked, and shows the plan', async () => {
    stage.sandbox.switches.set('document', { kind: 'down' });
    await openPatient(page, stage.cast.gp.overdue);
    await untilShown(page, 'couldNotCheck', ({ view }) => view === 'couldNotCheck', LONG);
    stage.sandbox.switches.clear();
    await press(page, 'Try again');
    await untilPlanOf(page, stage.cast.gp.overdue.nhsNumber);
  });

  // The limit is our own, the same in every browser, and takes its eighteen seconds.
  it.runIf(found.family === 'chromium')('ends a call that is never answered within the time limit', async () => {
    stage.sandbox.switches.set('document', { kind: 'never' });
    await openPatient(page, stage.cast.gp.forCpr);
    const { text } = await untilShown(page, 'couldNotCheck', ({ view }) => view === 'couldNotCheck', LONG);
    expect(text).toContain('did not answer in time');
  });

  it('a fault that passes is tried again without a word, and a wrong clock is named', async () => {
    stage.sandbox.switches.next('plans', { kind: 'status', status: 503, retryAfter: '0' });
    stage.sandbox.switches.next('document', { kind: 'down' });
    stage.sandbox.switches.set('all', { kind: 'clock', ms: -600_000 });
    await openPatient(page, stage.cast.gp.overdue);
    const { text } = await untilPlanOf(page, stage.cast.gp.overdue.nhsNumber);
    expect(text).toContain('clock is 10 minutes fast');
  });

  it('renews the session silently on 401, once; then says that nobody is signed in', async () => {
    stage.sandbox.switches.next('patient', status(401));
    await openPatient(page, stage.cast.gp.overdue);
    await untilPlanOf(page, stage.cast.gp.overdue.nhsNumber);
    stage.sandbox.switches.set('patient', status(401));
    await openPatient(page, stage.cast.gp.forCpr);
    const { text } = await untilShown(page, 'signedOut', ({ view }) => view === 'signedOut');
    expect(text).not.toContain(stage.cast.gp.forCpr.familyName);
  });
});
