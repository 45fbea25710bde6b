import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../sandbox/people/person.ts';
import { untilTold } from './access/audited.ts';
import { type Badge, badgeOf } from './harness/badges.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';
import { killBackground } from './harness/kill-background.ts';
import { openPanel, type Panel, untilPanelFrameLeaves } from './harness/panel.ts';
import { press, type Shown, untilItLeaves, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openCall, openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { pressKeysOf } from './hide/press-keys.ts';

const GP = 'http://gp-record.localhost/*';

function namesNobody({ text }: Shown, ...people: readonly Person[]): void {
  for (const { familyName } of people) expect(text).not.toContain(familyName.toUpperCase());
  expect(text).not.toMatch(/CPR|999 \d{3}|Okafor|Ceiling/i);
}

/** Hidden from whoever passes by: everything, in all tabs, at once, and for as long as it is asked for. */
describe.for(await browsersUnderTest())('hide now, in $name', (found) => {
  let stage: Stage;
  let gp: Page;
  let night: Page;
  let panel: Panel;
  let options: Page;
  let patient: Person;
  let caller: Person;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    patient = stage.cast.gp.notForCpr;
    caller = stage.cast.queue.forCpr;
    options = await openExtensionPage(stage.launched, 'options.html');
    gp = await stage.gpRecord();
    await openPatient(gp, patient);
    await signInAndSee(stage, gp, 'gp', patient);
    night = await stage.outOfHours();
    await openCall(night, caller);
    await untilPlanOf(night, caller.nhsNumber);
    panel = await openPanel(stage.launched, gp);
    await panel.until('the plan', ({ view }) => view === 'plan');
  }, 120_000);
  afterAll(() => stage?.close());

  const untilBadge = (badge: Partial<Badge>) => expect.poll(() => badgeOf(options, GP)).toMatchObject(badge);

  async function untilHidden(): Promise<void> {
    namesNobody(await untilView(gp, 'hidden'), patient);
    namesNobody(await panel.until('that it is hidden', ({ view }) => view === 'hidden'), patient);
    await untilBadge({ text: 'off' });
  }

  async function untilBack(): Promise<void> {
    await untilPlanOf(gp, patient.nhsNumber);
    await panel.until('the plan', ({ view }) => view === 'plan');
    await untilBadge({ text: 'plan' });
  }

  it('blanks page and panel from the button in the foot, and one press brings the same plan back', async () => {
    await untilItLeaves(gp, () => press(gp, 'Hide now'));
    await untilHidden();
    const { parts } = await untilView(gp, 'hidden');
    expect(parts).toMatchObject({ link: 'Not looking at this page', heading: 'Hidden' });
    await untilItLeaves(gp, () => press(gp, 'Show again'));
    await untilBack();
    // Another view would have been on record before it was drawn, and told of before the next.
    const { forCpr } = stage.cast.gp;
    await openPatient(gp, forCpr);
    await untilPlanOf(gp, forCpr.nhsNumber);
    const told = await untilTold(
      stage.sandbox,
      'of the next view',
      (all) => all.at(-1)?.nhsNumber === forCpr.nhsNumber,
    );
    expect(told.map(({ nhsNumber }) => nhsNumber)).toEqual([patient, caller, forCpr].map((one) => one.nhsNumber));
    await openPatient(gp, patient);
    await untilPlanOf(gp, patient.nhsNumber);
  });

  it('blanks tabs behind others as well, and whoever is opened while it is hidden', async () => {
    await panel.press('Hide now');
    await untilHidden();
    await night.bringToFront();
    namesNobody(await untilView(night, 'hidden'), caller);
    await gp.bringToFront();
    stage.sandbox.clearRequests();
    await openPatient(gp, stage.cast.gp.forCpr);
    await untilHidden();
    expect(stage.sandbox.requests.filter(({ step }) => step === 'patient')).toEqual([]);
    await openPatient(gp, patient);
    await untilHidden();
    await panel.press('Show again');
    await untilBack();
  });

  it('stays hidden when the background is killed, and nobody is signed out', async () => {
    await pressKeysOf(stage.launched, 'hide-now');
    await untilHidden();
    const kill = () => killBackground(stage.launched);
    await untilPanelFrameLeaves(panel, () => untilItLeaves(gp, kill));
    await untilHidden();
    await press(gp, 'Show again');
    await untilBack();
    await untilShown(gp, 'who is signed in', ({ parts }) => Boolean(parts['signed-in-as']?.includes('GP')));
  });

  it('S7: the browser’s own button says a state in four characters, and nothing of anybody', async () => {
    const seen: Badge[] = [];
    const { cast } = stage;
    for (const person of [cast.gp.noPlan, cast.gp.notForCpr, cast.gp.conflictingCpr] as const) {
      await openPatient(gp, person);
      await untilView(gp, person === cast.gp.noPlan ? 'noPlanFound' : 'plan');
      await untilBadge({ text: person === cast.gp.noPlan ? 'none' : 'plan' });
      seen.push(await badgeOf(options, GP));
    }
    await gp.evaluate(() => window.closePatient());
    await untilBadge({ text: '', title: 'Planside' });
    for (const { text, title } of seen) {
      expect(text.length).toBeLessThanOrEqual(4);
      expect(title).not.toMatch(/CPR|999|decision/i);
    }
  });
});
