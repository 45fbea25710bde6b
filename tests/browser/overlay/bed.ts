import type { Hono } from 'hono';
import type { Page } from 'puppeteer';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import { inExtensionPage } from '../access/session-storage.ts';
import { setUp } from '../harness/set-up.ts';
import { pressAt, untilPlanOf } from '../harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from '../harness/stage.ts';
import { hostilePages } from './hostile-pages.ts';
import { inSidebar } from './standing.ts';

/** A stage with a plan beside a GP record, and a system whose pages do what they like. */
export type Bed = {
  readonly stage: Stage;
  readonly gp: Page;
  /** A new tab on a page of that system, once the plan stands beside it; it is closed by `tidy`. */
  readonly elsewhere: (path: string) => Promise<Page>;
  readonly keep: (page: Page) => void;
  /** The sidebar stands nowhere but where it first does, and the GP record is as it was. */
  readonly tidy: () => Promise<void>;
};

/**
 * @param build folder of the extension
 * @param more other systems, by the host that serves each
 */
export async function openBed(
  found: FoundBrowser,
  build: string,
  more: Readonly<Record<string, Hono>> = {},
): Promise<Bed> {
  const opened: Page[] = [];
  const app = hostilePages(() => stage.cast.gp.forCpr);
  const stage: Stage = await openStage(found, build, { sandbox: { extra: { elsewhere: app, ...more } } });
  const { forCpr, notForCpr } = stage.cast.gp;
  const systems = ['elsewhere', ...Object.keys(more)].map((id) => ({
    id,
    name: 'Another record',
    origins: [`http://${id}.localhost/*`],
  }));
  await setUp(stage.launched, stage.sandbox, systems);
  const gp = await stage.gpRecord();
  await openPatient(gp, notForCpr);
  await signInAndSee(stage, gp, 'gp', notForCpr);
  return {
    stage,
    gp,
    keep: (page) => opened.push(page),
    async elsewhere(path) {
      const page = await stage.launched.browser.newPage();
      opened.push(page);
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(`${stage.sandbox.originOf('elsewhere')}/${path}`);
      await untilPlanOf(page, forCpr.nhsNumber);
      return page;
    },
    async tidy() {
      for (const page of opened.splice(0)) await page.close();
      await inExtensionPage(stage.launched, (page) => page.evaluate(() => chrome.storage.local.set({ places: {} })));
      await gp.bringToFront();
      await gp.reload();
      await openPatient(gp, notForCpr);
      await untilPlanOf(gp, notForCpr.nhsNumber);
    },
  };
}

const press = (page: Page, command: string) => pressAt(page, `[data-command="${command}"]`);

/** Presses one of the choices of where it stands. */
export async function choose(page: Page, command: string): Promise<void> {
  await press(page, 'arrange');
  await press(page, command);
}

export async function fold(page: Page): Promise<void> {
  await press(page, 'fold');
  await inSidebar(page, '.tab');
}
