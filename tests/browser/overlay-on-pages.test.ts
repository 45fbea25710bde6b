import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { type Bed, fold, openBed } from './overlay/bed.ts';
import { HOSTILE_PAGES } from './overlay/hostile-pages.ts';
import { inSidebar, type Standing, untilStanding } from './overlay/standing.ts';

/** What pages do, on purpose or not, and where the sidebar stands then. */
describe.for(await browsersUnderTest())('the overlay on pages that do what they like, in $name', (found) => {
  let bed: Bed;

  beforeAll(async () => {
    bed = await openBed(found, inject('sandboxBuilds')[found.family] ?? '');
  });
  afterAll(() => bed?.stage.close());
  afterEach(() => bed.tidy());

  it.each([...HOSTILE_PAGES, 'rtl', 'frameset'])(
    'S12: stands beside the record on a page of the kind “%s”',
    async (kind) => {
      const page = await bed.elsewhere(kind);
      const isRight = ({ right, window }: Standing) => right === window;
      const now = await untilStanding(page, 'at the right edge, on top', (at) => isRight(at) && at.onTop);
      expect(now).toMatchObject({ width: 360, top: 0, height: 800, visibility: 'visible' });
      expect(now.root).toBe('margin-right: 360px !important;');
      const words = await inSidebar(page, '[data-part="verdict"]');
      expect(await words.evaluate((at) => getComputedStyle(at).fontSize)).toBe('22px');
    },
  );

  it('S12: is not printed over the page, and the page is printed at its full width', async () => {
    const page = await bed.elsewhere('plain');
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const look = () => `${getComputedStyle(host).visibility} ${document.documentElement.getAttribute('style')}`;
      for (const happens of ['beforeprint', 'afterprint'])
        addEventListener(happens, () => {
          document.body.dataset[happens] = look();
        });
    });
    await page.pdf();
    await page.waitForFunction(() => document.body.dataset.afterprint !== undefined);
    const { beforeprint, afterprint } = await page.evaluate(() => ({ ...document.body.dataset }));
    expect([beforeprint, afterprint]).toEqual(['hidden null', 'visible margin-right: 360px !important;']);
  });

  it('in a narrow window it lies over the page, and folded it takes no more than its tab', async () => {
    const page = await bed.elsewhere('plain');
    await page.setViewport({ width: 640, height: 700 });
    await untilStanding(page, 'over the page', ({ root, right }) => root === null && right === 640);
    await page.setViewport({ width: 340, height: 700 });
    await untilStanding(page, 'no wider than the window', ({ width }) => width === 340);
    await fold(page);
    await untilStanding(page, 'folded', ({ width, right }) => width === 44 && right === 340);
  });

  it('in full screen it stands beside the whole page, and not over one thing, where nobody could press it', async () => {
    const page = await bed.elsewhere('plain');
    const leave = () => page.evaluate(() => document.exitFullscreen());
    await page.click('#full');
    await page.waitForFunction(() => document.fullscreenElement?.id === 'scan');
    await untilStanding(page, 'under the one thing', ({ onTop }) => !onTop);
    await leave();
    await untilStanding(page, 'above the page', ({ onTop }) => onTop);
    await page.click('#all');
    await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
    await untilStanding(page, 'above the page in full screen', ({ onTop }) => onTop);
    await leave();
  });

  it('stands above what the page keeps standing over the name', async () => {
    const page = await bed.elsewhere('plain');
    await page.evaluate(() => document.querySelector<HTMLElement>('#loud')?.showPopover());
    await untilStanding(page, 'above the popover', ({ onTop }) => onTop);
  });

  it('S12: leaves menus, short messages and dialogs of the page above it, and does not fight for ever', async () => {
    const page = await bed.elsewhere('plain');
    const show = (id: string) =>
      page.evaluate(async (name) => {
        const element = document.querySelector<HTMLElement>(`#${name}`);
        const told = new Promise((done) => element?.addEventListener('toggle', done, { once: true }));
        if (element instanceof HTMLDialogElement) element.showModal();
        else element?.showPopover();
        await told;
        return document.elementFromPoint(1200, name === 'toast' ? 780 : 60)?.id;
      }, id);
    const hide = (id: string) =>
      page.evaluate(async (name) => {
        const element = document.querySelector<HTMLElement>(`#${name}`);
        const told = new Promise((done) => element?.addEventListener('toggle', done, { once: true }));
        if (element instanceof HTMLDialogElement) element.close();
        else element?.hidePopover();
        await told;
      }, id);
    for (const id of ['menu', 'toast', 'ask']) {
      expect(await show(id)).toBe(id);
      await hide(id);
      await untilStanding(page, `above all without ${id}`, ({ onTop }) => onTop);
    }
    const wins: boolean[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      wins.push((await show('loud')) !== 'loud');
      await hide('loud');
    }
    expect([wins[0], wins.at(-1)]).toEqual([true, false]);
  });
});
