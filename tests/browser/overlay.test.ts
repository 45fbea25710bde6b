import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { shownFrame, sidebarNow, untilPlanOf } from './harness/sidebar.ts';
import { openPatient, type Stage } from './harness/stage.ts';
import { until } from './harness/until.ts';
import { type Bed, choose, fold, openBed } from './overlay/bed.ts';
import { pressButtonOf } from './overlay/press-button.ts';
import { inSidebar, untilStanding } from './overlay/standing.ts';

/** The sidebar as a thing in the page: where it stands, and what can be done with it. */
describe.for(await browsersUnderTest())('the overlay, in $name', (found) => {
  let bed: Bed;
  let gp: Page;
  let stage: Stage;

  beforeAll(async () => {
    bed = await openBed(found, inject('sandboxBuilds')[found.family] ?? '');
    ({ gp, stage } = bed);
  });
  afterAll(() => bed?.stage.close());
  afterEach(() => bed.tidy());

  it('S12: moves to the left, covers, and pushes again, and takes back what it moved', async () => {
    await choose(gp, 'arrange-move');
    const left = await untilStanding(gp, 'at the left', (now) => now.left === 0);
    expect(left).toMatchObject({ width: 360, onTop: true, root: 'margin-left: 360px !important;' });
    await choose(gp, 'arrange-cover');
    await untilStanding(gp, 'over the page', ({ root }) => root === null);
    await choose(gp, 'arrange-cover');
    await untilStanding(gp, 'beside it', ({ root }) => root === 'margin-left: 360px !important;');
  });

  it('is remembered for its system over a reload, and no other system hears of it', async () => {
    await choose(gp, 'arrange-move');
    await untilStanding(gp, 'at the left', (now) => now.left === 0);
    const other = await bed.elsewhere('plain');
    await untilStanding(other, 'at the right', ({ root }) => root === 'margin-right: 360px !important;');
    await gp.bringToFront();
    await gp.reload();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    await untilStanding(gp, 'at the left still', ({ root }) => root === 'margin-left: 360px !important;');
  });

  it('moved in one tab, it stands so in every tab of that system', async () => {
    const other = await stage.gpRecord();
    bed.keep(other);
    await openPatient(other, stage.cast.gp.forCpr);
    await untilPlanOf(other, stage.cast.gp.forCpr.nhsNumber);
    await choose(other, 'arrange-move');
    await gp.bringToFront();
    await untilStanding(gp, 'at the left', (now) => now.left === 0);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });

  it('is made wider and narrower by keys, between 320 and 480, and remembers it', async () => {
    const keys = [
      ['ArrowLeft', 376],
      ['ArrowRight', 360],
      ['Home', 320],
      ['ArrowRight', 320],
      ['End', 480],
      ['ArrowLeft', 480],
    ] as const;
    for (const [key, width] of keys) {
      await (await inSidebar(gp, '.edge')).focus();
      await gp.keyboard.press(key);
      const now = await untilStanding(gp, `${width} wide`, (at) => at.width === width);
      expect(now.root).toBe(`margin-right: ${width}px !important;`);
    }
    const edge = await inSidebar(gp, '.edge');
    await expect.poll(() => edge.evaluate((at) => at.ariaValueNow)).toBe('480');
    await gp.reload();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    await untilStanding(gp, 'as wide as before', (now) => now.width === 480);
  });

  // The driver of Chromium gives the page what a real pointer would give the frame that holds it.
  const leavesFrame = [
    ['right', -80, 440],
    ['left', 80, 440],
  ] as const;
  it.each([['right', 30, 330], ['left', -30, 330], ...(found.family === 'firefox' ? leavesFrame : [])] as const)(
    'its edge at the %s, drawn by %i, makes it %i wide',
    async (side, by, width) => {
      if (side === 'left') await choose(gp, 'arrange-move');
      await untilStanding(gp, `at the ${side}`, (now) => (side === 'left' ? now.left === 0 : now.right === 1280));
      const edge = await inSidebar(gp, '.edge');
      const box = await edge.boundingBox();
      if (!box) throw new Error('The edge has no size.');
      expect([box.width >= 24, box.height >= 24]).toEqual([true, true]);
      const x = box.x + box.width / 2;
      // Chromium may send the pointer to where the sidebar stood before it was moved, for a frame or two.
      let y = 400;
      await until('the pointer is on the edge', async () => {
        y = y === 400 ? 401 : 400;
        await gp.mouse.move(x, y);
        return edge.evaluate((element) => element.matches(':hover'));
      });
      await gp.mouse.down();
      await gp.mouse.move(x + by / 2, 300, { steps: 4 });
      const meanwhile = await untilStanding(gp, 'drawn half way', (now) => now.width === 360 + (width - 360) / 2);
      expect(meanwhile.root).toBe(`margin-${side}: 360px !important;`);
      const frame = await shownFrame(gp);
      expect(await frame.evaluate(() => innerWidth)).toBe(359);
      await gp.mouse.move(x + by, 300, { steps: 4 });
      await gp.mouse.up();
      const done = `margin-${side}: ${width}px !important;`;
      await untilStanding(gp, 'as wide as drawn', (now) => now.width === width && now.root === done);
      await frame.waitForFunction((wide) => innerWidth === wide, {}, width - 1);
    },
  );

  it('folded, it says who and the one word on CPR, and nothing else of the plan', async () => {
    await fold(gp);
    const now = await untilStanding(gp, 'folded', ({ width, height }) => width === 44 && height < 600);
    expect(now).toMatchObject({ right: 1280, onTop: true, root: 'margin-right: 44px !important;' });
    const frame = await shownFrame(gp);
    const seen = await frame.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((at) => at.children.length === 0 && at.checkVisibility() && !at.closest('.unseen') && at.textContent)
        .map(({ textContent }) => textContent),
    );
    const { familyName, givenNames } = stage.cast.gp.notForCpr;
    expect(seen).toEqual(['Same patient', `${familyName.toUpperCase()}, ${givenNames.join(' ')}`, 'Not for CPR']);
    const widths = () => frame.evaluate(() => [document.scrollingElement?.scrollWidth, innerWidth]);
    await expect.poll(widths).toEqual([44, 44]);
  });

  it('is folded and opened by keys alone, and the keyboard stays in it', async () => {
    await (await inSidebar(gp, '[data-command="fold"]')).focus();
    await gp.keyboard.press('Enter');
    const tab = await inSidebar(gp, '.tab');
    await expect.poll(() => tab.evaluate((at) => document.activeElement === at)).toBe(true);
    await gp.keyboard.press('Enter');
    const button = await inSidebar(gp, '[data-command="fold"]');
    await expect.poll(() => button.evaluate((at) => document.activeElement === at)).toBe(true);
    await untilStanding(gp, 'open', ({ width }) => width === 360);
  });

  it('is folded by the browser’s own button, and brought back by it', async () => {
    await pressButtonOf(stage.launched);
    await untilStanding(gp, 'folded', ({ width }) => width === 44);
    await pressButtonOf(stage.launched);
    await untilStanding(gp, 'open', ({ width }) => width === 360);
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });

  it('S2: folded, another patient takes the tab away at once, and it comes back with theirs', async () => {
    await fold(gp);
    const left = await gp.evaluate((person) => {
      window.openPatientNow(person);
      return new Promise((done) => requestAnimationFrame(() => done(document.documentElement.innerText.length > 0)));
    }, stage.cast.gp.forCpr);
    expect(left).toBe(true);
    expect((await sidebarNow(gp))?.parts['tab-name'] ?? '').not.toContain(
      stage.cast.gp.notForCpr.familyName.toUpperCase(),
    );
    await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
    const tab = await inSidebar(gp, '.tab');
    expect(await tab.evaluate((at) => at.textContent)).toContain(stage.cast.gp.forCpr.familyName.toUpperCase());
  });

  it('S11: folded, more than one patient is told in the tab, and nobody is named', async () => {
    const page = await bed.elsewhere('plain');
    await fold(page);
    await page.evaluate(() => {
      const banner = document.querySelector('.patient-banner');
      const other = banner?.cloneNode(true) as HTMLElement;
      other.innerHTML = other.innerHTML
        .replace(/\d{3} \d{3} \d{4}/, '999 104 5120')
        .replace(/<strong>\w+/, '<strong>REED');
      banner?.after(other);
    });
    const tab = await inSidebar(page, '.tab [data-state="many"]');
    const says = await tab.evaluate((at) => at.closest('.tab')?.textContent);
    expect(says).toContain('Several patients');
    expect(says).not.toMatch(/CPR|REED/);
  });
});
