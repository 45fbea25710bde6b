import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { untilPlanBeside } from '../find/beside.ts';
import { openFindPage, retype, search, signInToFind } from '../find/find-page.ts';
import { askForResidents, openResident, rowsShown } from '../find/residents-shown.ts';
import { openPanel } from '../harness/panel.ts';
import { shownFrame, untilPlanOf } from '../harness/sidebar.ts';
import type { Stage } from '../harness/stage.ts';
import { choose } from '../overlay/bed.ts';
import { type MarkedPatient, spacedNumber } from './marked-patients.ts';

/** As it is typed into the page in which a person is found. */
export const typedBirthDate = ({ person }: MarkedPatient) => person.birthDate.split('-').toReversed().join('/');

/** Signs in where a person is found by hand, looks at residents there, and leaves what was typed where it stands. */
export async function lookByHand(
  stage: Stage,
  [listed, searched]: readonly [MarkedPatient, MarkedPatient],
): Promise<void> {
  const find = await openFindPage(stage);
  await signInToFind(stage, find, 'nurse');
  await askForResidents(find, 'list');
  await retype(find, '#filter', spacedNumber(listed.person.nhsNumber));
  await expect.poll(async () => Object.keys(await rowsShown(find))).toEqual([listed.person.nhsNumber]);
  await openResident(find, listed.person);
  await untilPlanBeside(find, listed.person.nhsNumber);
  await search(find, spacedNumber(searched.person.nhsNumber), typedBirthDate(searched));
  await untilPlanBeside(find, searched.person.nhsNumber);
}

/** Opens one plan after the other beside the GP record, and sees that every marker has come as far as the screen. */
export async function lookBesideRecord(stage: Stage, patients: readonly MarkedPatient[]): Promise<Page> {
  const page = await stage.gpRecord();
  for (const { person, markers } of patients) {
    const { nhsNumber, familyName, givenNames, title, birthDate, gender } = person;
    const shown = { nhsNumber, familyName, givenNames, title, birthDate, gender };
    await page.evaluate((one) => window.openPatientNow(one), shown);
    await untilPlanOf(page, nhsNumber);
    const text = (await (await shownFrame(page)).evaluate(() => document.body.textContent)) ?? '';
    expect(markers.filter((marker) => !text.includes(marker.text)).map(({ label }) => label)).toEqual([]);
  }
  return page;
}

/** Puts the sidebar elsewhere, which is remembered, and looks at the same plan in the browser's own panel. */
export async function lookInPanel({ launched }: Stage, page: Page, { person }: MarkedPatient): Promise<void> {
  await choose(page, 'arrange-move');
  const panel = await openPanel(launched, page);
  const number = spacedNumber(person.nhsNumber);
  await panel.until('the plan', ({ view, parts }) => view === 'plan' && parts['nhs-number'] === number);
}
