import type { Page } from 'puppeteer';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { bannerPage, ELSEWHERE } from '../../sandbox/systems/elsewhere.ts';
import { untilPlanBeside } from '../find/beside.ts';
import { openFindPage, search, untilFind } from '../find/find-page.ts';
import { openExtensionPage } from '../harness/extension-page.ts';
import { openPanel, type Panel } from '../harness/panel.ts';
import { setUp, setUpFrom } from '../harness/set-up.ts';
import { sidebarFrame, untilPlanOf } from '../harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { type Busy, busyPages, changeSettings } from './busy.ts';
import { untilQuiet } from './shown.ts';
import { sidebarAddress } from './speakers.ts';

/** A browser with everybody in it who can speak with the background, all in tabs of their own. */
export type Scene = {
  readonly stage: Stage;
  /** A clinical page that frames whatever it likes; its tab is in front. */
  readonly record: Page;
  /** Another clinical page with another patient. */
  readonly other: Page;
  readonly options: Page;
  /** The sidebar's own page, opened in a tab. */
  readonly topLevel: Page;
  /** A page of the plan service's, with the content script of test builds. */
  readonly service: Page;
  /** The address under which any page can frame the sidebar. */
  readonly address: string;
  /** The clinical page does nothing else until it is let go. */
  readonly keepBusy: () => Promise<Busy>;
};

const SERVICE = { id: 'service', name: 'The plan service', origins: ['http://127.0.0.1/*'] };

/** Opens everything, signs in, and waits until two plans stand beside two patients. */
export async function openScene(found: FoundBrowser, extensionDir: string): Promise<Scene> {
  const { app, keepBusy } = busyPages();
  const elsewhere = app.get('/', (context) => context.html(bannerPage(stage.cast.gp.forCpr)));
  const stage: Stage = await openStage(found, extensionDir, { sandbox: { extra: { elsewhere } } });
  const { launched, sandbox, cast } = stage;
  // Before any window opens and closes for the sign-in: Firefox finds pages of extensions by asking every page.
  const options = await openExtensionPage(launched, 'options.html');
  const topLevel = await openExtensionPage(launched, 'sidebar.html');
  await setUp(launched, sandbox, [ELSEWHERE]);
  const other = await stage.gpRecord();
  await openPatient(other, cast.gp.notForCpr);
  await signInAndSee(stage, other, 'gp', cast.gp.notForCpr);
  const service = await launched.browser.newPage();
  await service.goto(`${sandbox.planService.origin}/switches`);
  const address = await sidebarAddress(service);
  const record = await launched.browser.newPage();
  await record.goto(sandbox.originOf('elsewhere'));
  const busy = () => keepBusy(record);
  const scene = { stage, record, other, options, topLevel, service, address, keepBusy: busy };
  await untilCalm(scene, cast.gp.forCpr);
  return scene;
}

/** Makes the plan service's origin a clinical system too, so that content scripts in it speak for one; or no longer. */
export async function enableService(scene: Scene, isEnabled = true): Promise<void> {
  const { service, options, stage } = scene;
  await inNewGenerations(scene, async () => {
    // From a page that stays: our script, put into one that is just closing, would speak for a tab that has gone.
    await setUpFrom(service, stage.sandbox, isEnabled ? [ELSEWHERE, SERVICE] : [ELSEWHERE]);
    // One system more leaves all others as they are, so nobody would see that it is in force.
    await changeSettings(options);
    // Once more: as they were before they were enabled, and nobody would see it either.
    if (!isEnabled) await changeSettings(options);
  });
}

/**
 * Changes the settings, which is a new generation for every tab, and waits until both plans stand there again.
 *
 * @param change whatever changes them
 */
export async function inNewGenerations(scene: Scene, change: () => Promise<void>): Promise<void> {
  const { record, other, stage } = scene;
  const { forCpr, notForCpr } = stage.cast.gp;
  const before = await Promise.all([record, other].map(sidebarFrame));
  await change();
  for (const [at, page] of [record, other].entries()) {
    await until('the frame of the generation before has gone', async () => (await sidebarFrame(page)) !== before[at]);
  }
  // A tab that cannot be seen draws when it is.
  await other.bringToFront();
  await untilPlanOf(other, notForCpr.nhsNumber);
  await untilCalm(scene, forCpr);
}

/** Waits until the record's plan stands in front and nobody is asked anything more. */
export async function untilCalm({ stage, record }: Scene, person: Person): Promise<void> {
  await record.bringToFront();
  await untilPlanOf(record, person.nhsNumber);
  await untilQuiet(record, stage.sandbox);
}

/** The browser's own panel, with the record's plan in it. */
export async function panelBeside(scene: Scene): Promise<Panel> {
  const panel = await openPanel(scene.stage.launched, scene.record);
  await panel.until('the plan', ({ view }) => view === 'plan');
  await untilCalm(scene, scene.stage.cast.gp.forCpr);
  return panel;
}

/** The page in which a person is found, with somebody's plan in it, behind the record. */
export async function findWithPlan(scene: Scene): Promise<Page> {
  const { stage } = scene;
  const { nhsNumber, birthDate } = stage.cast.gp.overdue;
  const find = await openFindPage(stage);
  await untilFind(find, 'ready');
  await search(find, nhsNumber, birthDate);
  await untilPlanBeside(find, nhsNumber);
  await untilCalm(scene, stage.cast.gp.forCpr);
  return find;
}

/** The record shows somebody else, without being loaded anew. */
export async function showInstead({ record }: Scene, person: Person): Promise<void> {
  await record.evaluate((text) => {
    const banner = new DOMParser().parseFromString(text, 'text/html').querySelector('.patient-banner');
    if (banner) document.querySelector('.patient-banner')?.replaceWith(banner);
  }, bannerPage(person));
}
