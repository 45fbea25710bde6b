import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Person } from '../sandbox/people/person.ts';
import type { PlanIntent } from '../sandbox/plans/plan-intent.ts';
import type { PlanRecord } from '../sandbox/plans/plan-record.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { type Shown, shownWithin, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

const REPLACED = 'A newer version has just replaced this plan';
const says = (words: string) => (shown: Shown) => shown.view === 'plan' && shown.text.includes(words);

describe.for(await browsersUnderTest())('how old a plan is, in $name', (found) => {
  let stage: Stage;
  let page: Page;
  let beside: Page;
  let person: Person;
  let plan: PlanRecord;

  /** The author changes the plan on the service while it is on the screen. */
  const revise = (changes: Partial<PlanIntent>) => {
    plan = stage.sandbox.revise(plan, changes);
  };
  /** The person at the screen looks at something else and comes back, as often as it takes: who has just looked is not asked again. */
  const lookAway = async (is: (shown: Shown) => boolean) => {
    for (;;) {
      await beside.bringToFront();
      await page.bringToFront();
      const shown = await shownWithin(page, 4_000, (now) => now !== null && is(now));
      if (shown) return shown;
    }
  };

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    page = await stage.gpRecord();
    beside = await stage.launched.browser.newPage();
    await page.bringToFront();
    person = stage.cast.gp.notForCpr;
    const current = stage.sandbox.plans.find(({ patientId }) => patientId === person.patientId);
    if (!current) throw new Error('The cast has no plan.');
    plan = current;
    await openPatient(page, person);
    await signInAndSee(stage, page, 'gp', person);
  });
  beforeEach(async () => {
    await openPatient(page, stage.cast.gp.twoCurrent);
    await untilPlanOf(page, stage.cast.gp.twoCurrent.nhsNumber);
    await openPatient(page, person);
    await untilPlanOf(page, person.nhsNumber);
  });
  afterEach(() => stage.sandbox.switches.clear());
  afterAll(() => stage.close());

  it('H04: turning back to the tab brings the newer version, and says so', async () => {
    revise({
      treatmentLevel: 'Comfort, symptomatic treatment only',
      recommendations: 'Stay at home whatever happens.',
    });
    const { text, parts } = await lookAway(says(REPLACED));
    expect(parts['treatment-level']).toContain('Comfort');
    expect(text).toContain('Emergency care and treatment');
  });

  it('asks with the version it has, and is answered without the document', async () => {
    stage.sandbox.clearRequests();
    await lookAway(() => stage.sandbox.requests.some(({ step, status }) => step === 'document' && status === 304));
    const isChecked = ({ parts }: Shown) => /Checked \d\d:\d\d/.test(parts['link-cause'] ?? '');
    const { view } = await untilShown(page, 'when it was checked', isChecked);
    expect(view).toBe('plan');
  });

  it('names what has changed since it was last looked at, and not twice', async () => {
    await openPatient(page, stage.cast.gp.twoCurrent);
    await untilPlanOf(page, stage.cast.gp.twoCurrent.nhsNumber);
    revise({ contacts: [{ name: 'Owen Pugh', relationship: 'neighbour', phones: ['01632 960111'] }] });
    await openPatient(page, person);
    const { text } = await untilShown(page, 'what changed', says('Changed since you last looked'));
    expect(text).toContain('Owen Pugh');
    await openPatient(page, stage.cast.gp.twoCurrent);
    await untilPlanOf(page, stage.cast.gp.twoCurrent.nhsNumber);
    await openPatient(page, person);
    const again = await untilPlanOf(page, person.nhsNumber);
    expect(again.text).not.toContain('Changed since you last looked');
  });

  it('H18: keeps the plan while the service is away, and says since when it was not checked', async () => {
    stage.sandbox.switches.set('all', { kind: 'status', status: 503, retryAfter: '0' });
    const { text } = await lookAway(says('Not checked since'));
    expect(text).toContain('is not working');
    stage.sandbox.switches.clear();
    const mended = await lookAway((shown) => shown.view === 'plan' && !says('Not checked since')(shown));
    expect(mended.parts['nhs-number']?.replace(/\D/g, '')).toBe(person.nhsNumber);
  });

  it('H05: a plan that is withdrawn while it is shown goes', async () => {
    revise({ revoked: true });
    await lookAway(({ view }) => view === 'noCurrentPlan');
    revise({ revoked: false });
    await openPatient(page, stage.cast.gp.twoCurrent);
    await openPatient(page, person);
    await untilView(page, 'plan');
  });
});
