import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { everyStory, type PageStory, type Story } from '../sandbox/stories/stories.ts';
import { type GalleryStage, openGallery } from './gallery/gallery-stage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { logIn } from './harness/set-up.ts';
import { untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openCall, openPatient, openStage, type Stage } from './harness/stage.ts';
import { focusInSidebar, goBackIn, stopsToTheEnd, tabIntoSidebar, tabTo } from './keyboard/tabs.ts';

function kindOf(story: Story | PageStory): string {
  return 'page' in story ? story.page.of : `${story.place?.folded ?? false} ${story.view.kind}`;
}

/** The first story of each kind of view, unfolded and folded, and of each page, and what has more to stop at. */
const WALKED = new Set([
  ...new Map(everyStory.toReversed().map((story) => [kindOf(story), story.id])).values(),
  ...['reason-emergency', 'plan-own-text', 'plan-two-current-disagree', 'longest-plan', 'role-needed-long'],
  ...['hand-over-plan', 'in-page', 'find-residents-list', 'options-set', 'options-managed', 'health-bad'],
]);

describe.for(await browsersUnderTest())('keyboard, in the gallery, in $name', (found) => {
  let stage: GalleryStage;

  beforeAll(async () => {
    stage = await openGallery(found, inject('sandboxBuilds')[found.family] ?? '');
    await stage.page.setViewport({ width: 360, height: 16_000 });
  });
  afterAll(() => stage?.close());

  it.each([...WALKED])('%s: every stop in the order of reading, each with a ring, and a way out', async (id) => {
    const { page } = stage;
    await stage.show(id);
    // From the top of the page, wherever the last walk has come out.
    await goBackIn(stage.launched, page);
    await page.evaluate(() => window.gallery.putPlaceBefore());
    await page.mouse.click(2, 2);
    const count = await page.evaluate(() => window.gallery.countStops());
    const walked = [];
    for (let presses = 0; presses <= count; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => window.gallery.focusNow());
      // Out of the page, or round to its first stop again.
      if (focus === null || focus.at < walked.length) break;
      walked.push(focus);
    }
    expect(walked.map(({ at }) => at)).toEqual([...Array(count).keys()]);
    expect(walked.filter(({ wrong }) => wrong !== null)).toEqual([]);
    const steps = await page.evaluate(() => window.gallery.stepsDown());
    expect(steps.filter((step) => step < 0)).toEqual([]);
  });
});

/** Nobody touches a pointer. */
describe.for(await browsersUnderTest())('keyboard, beside a record, in $name', (found) => {
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
  });
  afterAll(() => stage?.close());

  async function signInByKey(page: Page): Promise<void> {
    await tabIntoSidebar(page);
    await tabTo(page, 'signIn');
    await page.keyboard.press('Enter');
    await logIn(stage.launched, stage.account('gp'));
    await page.bringToFront();
  }

  it('signs in', async () => {
    await untilView(gp, 'signedOut');
    await signInByKey(gp);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });

  it('walks a plan from its first number to Lock, opens a section, and comes out again', async () => {
    await tabIntoSidebar(gp);
    await tabTo(gp, 'SUMMARY', (open) => open === false);
    await gp.keyboard.press('Enter');
    await expect.poll(() => focusInSidebar(gp)).toMatchObject({ says: 'SUMMARY', open: true });
    const said = await stopsToTheEnd(gp);
    expect(said.filter((says) => says === 'SUMMARY').length).toBeGreaterThan(4);
    const tools = said.slice(said.lastIndexOf('SUMMARY') + 1);
    expect(tools.filter((says) => /^(find|lock|signOut)$/.test(says))).toEqual(['find', 'lock', 'signOut']);
    expect(await focusInSidebar(gp)).toBeNull();
    await goBackIn(stage.launched, gp);
  });

  it('the focus stays in the page when the patient changes there', async () => {
    const { forCpr } = stage.cast.gp;
    const focused = await gp.evaluate(() => {
      document.querySelector<HTMLElement>('a[href], button, input')?.focus();
      return document.activeElement?.outerHTML.slice(0, 60);
    });
    await openPatient(gp, forCpr);
    await untilPlanOf(gp, forCpr.nhsNumber);
    const { parts } = await untilShown(gp, 'what is heard', (shown) => Boolean(shown.parts.status));
    expect(await focusInSidebar(gp)).toBeNull();
    expect(await gp.evaluate(() => document.activeElement?.outerHTML.slice(0, 60))).toBe(focused);
    expect(parts.status).toContain(forCpr.familyName.toUpperCase());
    expect(parts.alert).toBe('');
  });

  it('where page and plan disagree there is no way to show the plan after all', async () => {
    const { forCpr } = stage.cast.gp;
    await gp.evaluate((person) => window.openPatientNow(person), { ...forCpr, birthDate: '1938-04-17' });
    await untilView(gp, 'disagree');
    const { parts } = await untilShown(gp, 'what interrupts', (shown) => Boolean(shown.parts.alert));
    expect(parts.status).toBe('');
    await tabIntoSidebar(gp);
    const said = [(await focusInSidebar(gp))?.says, ...(await stopsToTheEnd(gp))];
    await goBackIn(stage.launched, gp);
    expect(said.slice(0, 2)).toEqual(['fold', 'retry']);
    expect(said.filter((says) => says === 'SUMMARY' || says === 'A')).toEqual([]);
  });

  it('locks, is put where it can go on, and comes back', async () => {
    await openPatient(gp, stage.cast.gp.notForCpr);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    await tabIntoSidebar(gp);
    await tabTo(gp, 'lock');
    await gp.keyboard.press('Enter');
    await untilView(gp, 'locked');
    await signInByKey(gp);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });

  it('gives a reason', async () => {
    const queue = await stage.outOfHours();
    const stranger = stage.cast.queue.withPlan.find(({ gpList }) => !gpList) ?? stage.cast.queue.notForCpr;
    await openCall(queue, stranger);
    await untilView(queue, 'reasonNeeded');
    await tabIntoSidebar(queue);
    await tabTo(queue, 'reason-permission');
    await queue.keyboard.press(' ');
    await queue.keyboard.press('ArrowDown');
    await queue.keyboard.press('ArrowUp');
    await tabTo(queue, 'reason-words');
    await queue.keyboard.type('She asked me to look.');
    await tabTo(queue, 'giveReason');
    await queue.keyboard.press('Enter');
    await untilPlanOf(queue, stranger.nhsNumber);
  });
});
