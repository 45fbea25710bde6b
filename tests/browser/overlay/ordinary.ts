import type { Page } from 'puppeteer';
import { inExtensionPage } from '../access/session-storage.ts';
import { readToTheEnd } from '../harness/read-to-the-end.ts';
import { type Shown, shownWithin, untilPlanOf } from '../harness/sidebar.ts';
import { type Bed, choose, fold } from './bed.ts';
import { inSidebar } from './standing.ts';

/** Longer than Planside needs to say that it is hidden: two seconds and two looks (milliseconds). */
const LONG_ENOUGH_MS = 4_000;

/** What the sidebar says of the page that hides it; `null`: nothing, for as long as it would have taken. */
export async function saysHidden(page: Page): Promise<string | null> {
  const now = await shownWithin(page, LONG_ENOUGH_MS, isHiding);
  return now?.text ?? null;
}

const isHiding = (now: Shown | null) => now?.view === 'notHere';

/** What people and pages do every day, on a page with tools (`hostile-pages.ts`); what is left there afterwards stays. */
export type Ordinary = {
  readonly what: string;
  readonly does: Does;
  /** Takes back what would stay for the next page. */
  readonly ends?: Does;
};
type Does = (page: Page, bed: Bed) => Promise<unknown>;

const show =
  (id: string, style = '') =>
  (page: Page) =>
    page.evaluate(
      (name, more) => {
        const one = document.querySelector<HTMLElement>(`#${name}`);
        if (one) one.style.cssText += more;
        one?.showPopover();
      },
      id,
      style,
    );

/** A dialog of the page's own that it waits for. */
const dialog = (box: string) => (page: Page) =>
  page.evaluate((style) => {
    const one = document.createElement('dialog');
    one.style.cssText = style;
    one.append('Reason for admission');
    document.body.append(one);
    one.showModal();
  }, box);

/** As with the browser's own keys, for every page of that system. */
const zoom =
  (factor: number) =>
  async (page: Page, { stage }: Bed) => {
    await inExtensionPage(stage.launched, (own) =>
      own.evaluate(async (by) => {
        const { tabs } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        for (const { id } of await tabs.query({ url: 'http://elsewhere.localhost/*' })) await tabs.setZoom(id, by);
      }, factor),
    );
    await page.bringToFront();
  };

const ofRoot = (style: string) => (page: Page) =>
  page.evaluate(
    (css) => document.head.append(Object.assign(document.createElement('style'), { textContent: css })),
    style,
  );

/** Nothing else happens in the page meanwhile, as where it loads something large. */
const busy = (page: Page) =>
  page.evaluate(() => {
    const end = performance.now() + 3_500;
    while (performance.now() < end);
  });

async function size(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) await page.setViewport({ width, height: 500 + width / 4 });
}

/** Of everything that is closed as well. */
async function pressEdge(page: Page): Promise<void> {
  for (const key of ['Home', 'End', 'ArrowRight'] as const) {
    await (await inSidebar(page, '.edge')).focus();
    await page.keyboard.press(key);
  }
}

async function otherTab(page: Page, { stage }: Bed): Promise<void> {
  const other = await stage.launched.browser.newPage();
  await other.goto('about:blank');
  await saysHidden(page);
  await other.close();
  await page.bringToFront();
}

export const ORDINARY: readonly Ordinary[] = [
  { what: 'a menu is open over it', does: show('menu', 'left:900px') },
  {
    what: 'a hint stands far from it',
    does: show('loud', 'left:20px;top:300px;right:auto;bottom:auto;width:200px;height:60px'),
  },
  { what: 'a short message stands over its foot', does: show('toast') },
  { what: 'a dialog stands over it', does: dialog('left:auto;right:0;width:500px;height:100%;max-height:none;') },
  { what: 'a dialog stands beside it', does: dialog('left:20px;right:auto;width:300px;') },
  {
    what: 'the page is scrolled',
    does: (page) => ofRoot('body{min-height:5000px}')(page).then(() => page.mouse.wheel({ deltaY: 2_000 })),
  },
  { what: 'the plan is read to its end', does: readToTheEnd },
  { what: 'the window is made smaller and larger', does: (page) => size(page, [1_000, 640, 340, 700, 1_400]) },
  { what: 'it is made narrower and wider', does: pressEdge },
  { what: 'it is moved to the left', does: (page) => choose(page, 'arrange-move') },
  { what: 'it covers the page', does: (page) => choose(page, 'arrange-cover') },
  { what: 'it is folded', does: fold },
  { what: 'the browser zooms in', does: zoom(1.25), ends: zoom(1) },
  { what: 'the browser zooms out', does: zoom(0.75), ends: zoom(1) },
  { what: 'the page is drawn smaller', does: ofRoot('html{zoom:.8}') },
  { what: 'the page is drawn larger', does: ofRoot('html{zoom:1.3}') },
  {
    what: 'the page has a head that stays',
    does: ofRoot(
      'body::before{content:"";position:fixed;inset:0 0 auto;height:90px;background:navy;z-index:2147483647}',
    ),
  },
  { what: 'the page is busy', does: busy },
  { what: 'another tab was in front', does: otherTab },
  { what: 'the page is in full screen', does: (page) => page.click('#all') },
  { what: 'the page is printed', does: (page) => page.pdf() },
  { what: 'it is loaded again, and busy at first', does: loadBusily },
];

/** The sidebar is drawn while the page cannot make it visible yet. */
async function loadBusily(page: Page, { stage }: Bed): Promise<void> {
  await page.reload();
  await busy(page);
  await untilPlanOf(page, stage.cast.gp.forCpr.nhsNumber);
}
