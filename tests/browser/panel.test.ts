import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../sandbox/people/person.ts';
import { allTold, type Told, untilTold } from './access/audited.ts';
import { holdAudit } from './during-call/hold-audit.ts';
import { pasted } from './during-call/pasted.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';
import { killBackground } from './harness/kill-background.ts';
import { openPanel, type Panel, untilPanelFrameLeaves } from './harness/panel.ts';
import { signIn } from './harness/set-up.ts';
import { untilPlanOf, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { catchPrints, printedInPanel } from './panel/printed.ts';
import { stoodOverTabs, watchTabs } from './panel/watch-tabs.ts';

const nothingOf = ({ familyName }: Person) => new RegExp(`for CPR|999 \\d{3}|${familyName}`, 'i');

/** The browser's own panel says what the sidebar in the page says, of the tab in front and of no other. */
describe.for(await browsersUnderTest())('the browser’s own panel, in $name', (found) => {
  let stage: Stage;
  let one: Page;
  let other: Page;
  let panel: Panel;

  const spaced = ({ nhsNumber }: Person) => nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

  function untilPanelOf(person: Person) {
    const is = ({ view, parts }: { view: string; parts: Readonly<Record<string, string>> }) =>
      view === 'plan' && parts['nhs-number'] === spaced(person);
    return panel.until(`the plan of ${person.nhsNumber}`, is);
  }

  const untilPanel = (kind: string) => panel.until(kind, ({ view }) => view === kind);

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    const { notForCpr, forCpr } = stage.cast.gp;
    one = await stage.gpRecord();
    await openPatient(one, notForCpr);
    await signInAndSee(stage, one, 'gp', notForCpr);
    other = await stage.gpRecord();
    await openPatient(other, forCpr);
    await untilPlanOf(other, forCpr.nhsNumber);
    panel = await openPanel(stage.launched, one);
  }, 120_000);
  afterAll(() => stage?.close());

  it('S10: says the same as the sidebar in the page, and both together are one view', async () => {
    const { notForCpr, overdue } = stage.cast.gp;
    const { parts } = await untilPanelOf(notForCpr);
    const inPage = await untilPlanOf(one, notForCpr.nhsNumber);
    for (const part of ['link', 'name', 'nhs-number', 'verdict', 'order', 'signed-in-as']) {
      expect(parts[part]).toBe(inPage.parts[part]);
    }
    await openPatient(one, overdue);
    await Promise.all([untilPanelOf(overdue), untilPlanOf(one, overdue.nhsNumber)]);
    await openPatient(one, notForCpr);
    await Promise.all([untilPanelOf(notForCpr), untilPlanOf(one, notForCpr.nhsNumber)]);
    // Events go in their order, so the last one tells that those before it have gone.
    const ofOverdue = () => allTold(stage.sandbox).filter(({ nhsNumber }) => nhsNumber === overdue.nhsNumber);
    const last = () => allTold(stage.sandbox).filter(({ nhsNumber }) => nhsNumber === notForCpr.nhsNumber).length;
    await expect.poll(last).toBe(2);
    expect(ofOverdue().map(({ what }) => what)).toEqual(['access']);
  });

  it('S2 S3: follows the tab in front; no frame of one patient stands over the other', async () => {
    const { notForCpr, forCpr } = stage.cast.gp;
    await watchTabs(panel);
    for (let turn = 0; turn < 5; turn += 1) {
      await other.bringToFront();
      await untilPanelOf(forCpr);
      await one.bringToFront();
      await untilPanelOf(notForCpr);
    }
    // And without waiting for anything.
    for (let turn = 0; turn < 10; turn += 1) await (turn % 2 === 0 ? other : one).bringToFront();
    await untilPanelOf(notForCpr);
    const stood = await stoodOverTabs(panel);
    expect(stood.map(({ number }) => number).toSorted()).toEqual(
      [notForCpr, forCpr].map((p) => p.nhsNumber).toSorted(),
    );
    expect(new Set(stood.map(({ tab }) => tab)).size).toBe(2);
  });

  it('S9: says that it is not switched on beside any other page, and nothing of anybody', async () => {
    const { notForCpr } = stage.cast.gp;
    const elsewhere = await stage.launched.browser.newPage();
    await elsewhere.goto(`${stage.sandbox.planService.origin}/switches`);
    // The empty page of the new tab is one it is not switched on beside either, and comes first.
    const { text, parts } = await panel.until('the page by its host', ({ parts }) =>
      Boolean(parts.heading?.includes('127.0.0.1')),
    );
    expect(parts.link).toBe('Not looking at this page');
    expect(parts.heading).toBe('Planside is not active on this page (127.0.0.1)');
    expect(text).not.toMatch(nothingOf(notForCpr));
    await elsewhere.goto(stage.sandbox.systems.gpRecord);
    await openPatient(elsewhere, notForCpr);
    await untilPanelOf(notForCpr);
    await elsewhere.goto('about:blank');
    await untilPanel('notHere');
    await elsewhere.close();
    await one.bringToFront();
    await untilPanelOf(notForCpr);
  });

  it('S10: hand-over order and printed sheet are those of the sidebar in the page, and on record', async () => {
    const { notForCpr } = stage.cast.gp;
    await panel.press('Hand-over order');
    const { text } = await panel.until('the other order', ({ parts }) => 'hand-over' in parts);
    const at = ['Situation', 'Background', 'Assessment', 'Recommendation'].map((words) => text.indexOf(words));
    expect(at).toEqual(at.toSorted((former, latter) => former - latter));
    expect(Math.min(...at)).toBeGreaterThan(0);
    await panel.press('Plan order');
    await panel.until('the first order', ({ parts }) => !('hand-over' in parts));
    await catchPrints(panel);
    await panel.press('Print');
    await expect.poll(() => printedInPanel(panel)).toContain('A printed copy may be out of date');
    expect(await printedInPanel(panel)).toContain('Not for CPR');
    const isReport = ({ of, nhsNumber }: Told) => of === 'sheet' && nhsNumber === notForCpr.nhsNumber;
    await untilTold(stage.sandbox, 'of the printout', (all) => all.filter(isReport).length === 1);
  });

  it('S10: what is copied is told of, and is the plan', async () => {
    const { notForCpr } = stage.cast.gp;
    await panel.press('Copy for notes');
    // Firefox copies for nobody’s real press, and a test cannot press there.
    const came = found.family === 'chromium' ? 'Copied' : 'Not copied';
    await panel.until('what came of it', (shown) => shown.text.includes(came));
    const isCopy = ({ of, nhsNumber }: Told) => of === 'summary' && nhsNumber === notForCpr.nhsNumber;
    await untilTold(stage.sandbox, 'of the copy', (all) => all.filter(isCopy).length === 1);
    if (found.family === 'chromium') expect(await pasted(one)).toContain('Not for CPR\nIf the heart stops');
  });

  it('S2: an answer that comes when it stands beside another tab prints nothing', async () => {
    const { notForCpr, forCpr } = stage.cast.gp;
    const record = await holdAudit(stage.launched);
    await one.bringToFront();
    await untilPanelOf(notForCpr);
    await catchPrints(panel);
    await panel.press('Print');
    await other.bringToFront();
    await panel.until('no plan of the tab before', ({ parts }) => parts['nhs-number'] !== spaced(notForCpr));
    await record.letGo();
    await other.bringToFront();
    await untilPanelOf(forCpr);
    await untilTold(stage.sandbox, 'of it', (all) => all.filter(({ of }) => of === 'sheet').length === 2);
    expect(await printedInPanel(panel)).toBeNull();
    await one.bringToFront();
    await untilPanelOf(notForCpr);
  });

  it('a lock from within it takes the plan off it and off every page, and it comes back with the sign-in', async () => {
    const { notForCpr } = stage.cast.gp;
    await panel.press('Lock');
    expect((await untilPanel('locked')).text).not.toMatch(nothingOf(notForCpr));
    await untilView(one, 'locked');
    await signIn(stage.launched, one, stage.account('gp'));
    await one.bringToFront();
    await untilPanelOf(notForCpr);
    await untilPlanOf(one, notForCpr.nhsNumber);
  });

  it('stands there again after the background was killed, and of the same patient', async () => {
    await untilPanelFrameLeaves(panel, () => killBackground(stage.launched));
    await untilPanelOf(stage.cast.gp.notForCpr);
  });

  it('in a tab of its own shows nothing and is heard by nobody', async () => {
    const page = await openExtensionPage(stage.launched, 'sidepanel.html');
    await one.bringToFront();
    await untilPanelOf(stage.cast.gp.notForCpr);
    const stands = () => page.evaluate(() => [document.querySelectorAll('iframe').length, document.body.innerText]);
    expect(await stands()).toEqual([0, '']);
    await page.close();
  });
});
