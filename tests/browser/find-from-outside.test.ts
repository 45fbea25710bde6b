import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { OUTSIDE as inWelsh } from '../../components/words/cy/outside.ts';
import { OUTSIDE } from '../../components/words/en/outside.ts';
import type { Person } from '../sandbox/people/person.ts';
import { needlesOfText } from './at-rest/needles.ts';
import { copyProfile } from './at-rest/profile.ts';
import { scanFiles } from './at-rest/scan-files.ts';
import { besideNow, untilPlanBeside } from './find/beside.ts';
import { type FindShown, findShown, openFindPage, signInToFind, untilFind } from './find/find-page.ts';
import { enterAfterKeyword, openedBy, pressInMenu, select } from './find/from-outside.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { chooseLanguage } from './harness/choose-language.ts';
import { expectPlan, intentOf } from './harness/expect-plan.ts';
import { killBackground } from './harness/kill-background.ts';
import { pressOn } from './harness/press.ts';
import { openStage, type Stage } from './harness/stage.ts';

const NONE = 'No valid NHS number was found in what you selected or typed.';
const SEVERAL = 'More than one NHS number was found in what you selected or typed, so none is filled in.';

const spaced = (nhsNumber: string) => nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

/**
 * The item in the menu of what is selected on any page, and the keyword in the address bar. What a real address bar keeps
 * of its own accord stands in docs/safety.md.
 */
describe.for(await browsersUnderTest())('finding a person from outside, in $name', (found) => {
  let stage: Stage;
  let page: Page;
  const bar = (text: string) => openedBy(stage.launched, () => enterAfterKeyword(stage.launched, text));
  const menu = async (text: string, name = OUTSIDE.item) => {
    await select(page, text);
    return openedBy(stage.launched, () => pressInMenu(stage.launched, page, name));
  };

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    const { queue, gp } = stage.cast;
    const find = await openFindPage(stage);
    await signInToFind(stage, find, 'out-of-hours');
    await find.close();
    // A page of nobody's: Planside is not switched on for it.
    page = await stage.launched.browser.newPage();
    const says = [rowOf(queue.forCpr), 'Margaret Reed', `${queue.forCpr.nhsNumber} ${gp.forCpr.nhsNumber}`];
    await page.setContent(says.map((line) => `<p style="display: inline-block">${line}</p><br>`).join(''));
  });
  afterAll(() => stage?.close());

  async function expectFilledIn(opened: Page, nhsNumber: string): Promise<void> {
    const { text, fields, ...named } = await untilFind(opened, 'ready');
    expect(fields.slice(0, 2)).toEqual([spaced(nhsNumber), '']);
    expect(text).toContain('The NHS number is filled in. Ask for the date of birth.');
    await untilFocused(opened, 'birth-date');
    expectNothingOf(nhsNumber, named);
  }

  async function expectEmpty(opened: Page, because: string | null): Promise<void> {
    const { text, fields } = await untilFind(opened, 'ready');
    expect(fields.slice(0, 2)).toEqual(['', '']);
    if (because) expect(text).toContain(because);
    expect(await opened.$('[data-part="given"]')).toEqual(because ? expect.anything() : null);
    await untilFocused(opened, 'nhs-number');
    await opened.close();
  }

  async function expectWayToPlan(opened: Page, person: Person): Promise<void> {
    const asked = stage.sandbox.requests.length;
    await expectFilledIn(opened, person.nhsNumber);
    // Nobody is looked for before the birth date is there.
    await opened.keyboard.press('Enter');
    await expect
      .poll(() => findShown(opened))
      .toMatchObject({ text: expect.stringContaining('Enter the date of birth') });
    expect(await besideNow(opened)).toBeNull();
    expect(stage.sandbox.requests.slice(asked).filter(({ step }) => step === 'patient')).toEqual([]);
    await opened.keyboard.type(person.birthDate.split('-').reverse().join('/'));
    await opened.keyboard.press('Enter');
    const shown = await untilPlanBeside(opened, person.nhsNumber);
    expectPlan(shown, intentOf(stage.sandbox.plans, person.patientId));
    expect(shown.parts.link).toBe('Not compared with a page');
    expectNothingOf(person.nhsNumber, await findShown(opened));
    await opened.close();
  }

  it('from the menu to the plan: the number, and then the birth date', async () => {
    await expectWayToPlan(await menu(rowOf(stage.cast.queue.forCpr)), stage.cast.queue.forCpr);
  });

  it('a menu on anything but one valid number opens it empty, and the page says why', async () => {
    await expectEmpty(await menu('Margaret Reed'), NONE);
    const { queue, gp } = stage.cast;
    await expectEmpty(await menu(`${queue.forCpr.nhsNumber} ${gp.forCpr.nhsNumber}`), SEVERAL);
  });

  // Firefox has no keyword of Planside's.
  it.runIf(found.family === 'chromium')('from the address bar to the plan, and without a number', async () => {
    const person = stage.cast.queue.notForCpr;
    await expectWayToPlan(await bar(spaced(person.nhsNumber)), person);
    await expectEmpty(await bar('Margaret Reed'), NONE);
    await expectEmpty(await bar(person.nhsNumber.slice(0, 9)), NONE);
  });

  it('the menu is in the language that is chosen, and wakes a background that sleeps', async () => {
    await chooseLanguage(stage, 'cy');
    const first = await menu('Margaret Reed', inWelsh.item);
    expect((await untilFind(first, 'ready')).text).toContain('Ni chanfuwyd rhif GIG dilys');
    await first.close();
    await chooseLanguage(stage, 'en');
    // Once the item is called so again, whoever sleeps wakes for it.
    await (await menu('Margaret Reed')).close();
    if (found.family === 'firefox') await killBackground(stage.launched);
    await expectEmpty(await menu('Margaret Reed'), 'No valid NHS number was found');
  });

  it('a number does not outlast a sign-in: whoever comes next finds the fields empty, as was said', async () => {
    const before = await openFindPage(stage);
    await pressOn(before, '[data-command="signOut"]');
    await untilFind(before, 'signedOut');
    await before.close();
    const opened = await menu(rowOf(stage.cast.queue.forCpr));
    const { text, fields } = await untilFind(opened, 'signedOut');
    expect(text).toContain('You come back to this page, and its fields are empty.');
    expect(fields).toEqual([]);
    await signInToFind(stage, opened, 'out-of-hours');
    await expectEmpty(opened, null);
  });

  it('S7, S8: Planside leaves nothing of either number in the profile', async () => {
    const { notForCpr, forCpr } = stage.cast.queue;
    const needles = [notForCpr, forCpr].flatMap(({ nhsNumber }) => [
      ...needlesOfText('number', nhsNumber),
      ...needlesOfText('spaced number', spaced(nhsNumber)),
    ]);
    const copy = await copyProfile(stage.launched.profile);
    const { hits, files } = await scanFiles(copy.folder, needles);
    await copy.remove();
    expect(files).toBeGreaterThan(10);
    expect(hits).toEqual([]);
  });
});

function rowOf({ familyName, nhsNumber, birthDate }: Person): string {
  return `${familyName.toUpperCase()} ${spaced(nhsNumber)} ${birthDate.split('-').reverse().join('/')}`;
}

function expectNothingOf(nhsNumber: string, { address, title }: Pick<FindShown, 'address' | 'title'>): void {
  expect(new URL(address).pathname).toBe('/find.html');
  expect(`${new URL(address).search}${new URL(address).hash} ${title}`).not.toMatch(/\d/);
  expect(address).not.toContain(nhsNumber);
}

/** The focus comes in the frame after what is drawn. */
async function untilFocused(page: Page, id: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
}
