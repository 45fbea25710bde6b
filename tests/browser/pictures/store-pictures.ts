import type { Page } from 'puppeteer';
import type { Language } from '../../../utils/view/language.ts';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import { untilPlanBeside } from '../find/beside.ts';
import { openFindPage, search, signInToFind } from '../find/find-page.ts';
import { askForResidents, openResident } from '../find/residents-shown.ts';
import { chooseLanguage } from '../harness/choose-language.ts';
import { untilPlanOf, untilStill } from '../harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from '../harness/stage.ts';
import { drawTile } from './store-tile.ts';

/** As stores want pictures of a program. */
const SCREEN = { width: 1280, height: 800 };
const LANGUAGES: readonly Language[] = ['en', 'cy'];
const TILE: Readonly<Record<Language, string>> = {
  en: 'Urgent care plans, beside the record',
  cy: 'Cynlluniau gofal brys, wrth ochr y cofnod',
};

/** Takes one picture; `name` without language and ending. */
export type Keep = (page: Page, name: string) => Promise<void>;

/** The pictures of docs/store, in both languages: the real extension in the sandbox, and a tile. */
export async function drawForStores(found: FoundBrowser, extensionDir: string, keep: Keep): Promise<void> {
  await onStage(found, extensionDir, (stage) => beside(stage, keep));
  await onStage(found, extensionDir, (stage) => onTheTelephone(stage, keep));
  await onStage(found, extensionDir, (stage) => inTheHome(stage, keep));
}

async function onStage(found: FoundBrowser, extensionDir: string, draw: (stage: Stage) => Promise<void>) {
  const stage = await openStage(found, extensionDir);
  await draw(stage).finally(stage.close);
}

async function inEach(stage: Stage, draw: (language: Language) => Promise<void>): Promise<void> {
  for (const language of LANGUAGES) {
    await chooseLanguage(stage, language);
    await draw(language);
  }
}

async function beside(stage: Stage, keep: Keep): Promise<void> {
  const gp = await stage.gpRecord();
  const person = stage.cast.gp.notForCpr;
  await openPatient(gp, person);
  await signInAndSee(stage, gp, 'gp', person);
  await inEach(stage, async (language) => {
    await gp.bringToFront();
    await untilPlanOf(gp, person.nhsNumber);
    // Back to the record, as whoever has signed in goes: no ring around the sidebar.
    await gp.mouse.click(700, 640);
    await untilStill(gp);
    await keep(gp, `record.${language}`);
  });
  const tile = await stage.launched.browser.newPage();
  for (const language of LANGUAGES) {
    await drawTile(tile, TILE[language]);
    await keep(tile, `tile.${language}`);
  }
}

async function findPage(stage: Stage): Promise<Page> {
  const find = await openFindPage(stage);
  await find.setViewport(SCREEN);
  // A picture shows what stays: nothing fades in.
  await find.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  return find;
}

/** Somebody rings, and no record is open. */
async function onTheTelephone(stage: Stage, keep: Keep): Promise<void> {
  const { nhsNumber, birthDate } = stage.cast.queue.notForCpr;
  const spaced = nhsNumber.replace(/^(...)(...)/, '$1 $2 ');
  const find = await findPage(stage);
  await signInToFind(stage, find, 'out-of-hours');
  await inEach(stage, async (language) => {
    await find.bringToFront();
    await find.waitForSelector(`html[lang^="${language}"] #nhs-number`);
    await search(find, spaced, birthDate.split('-').reverse().join('/'));
    await untilPlanBeside(find, nhsNumber);
    await keep(find, `find.${language}`);
  });
}

async function inTheHome(stage: Stage, keep: Keep): Promise<void> {
  const person = stage.cast.residents.notForCpr;
  const find = await findPage(stage);
  await signInToFind(stage, find, 'nurse');
  await inEach(stage, async (language) => {
    await find.bringToFront();
    await find.waitForSelector(`html[lang^="${language}"]`);
    await askForResidents(find, 'list');
    await openResident(find, person);
    await untilPlanBeside(find, person.nhsNumber);
    await keep(find, `residents.${language}`);
  });
}
