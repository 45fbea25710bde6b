import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { untilTold } from './access/audited.ts';
import { besideNow, pressBeside, untilNothingBeside, untilPlanBeside, untilViewBeside } from './find/beside.ts';
import { findShown, openFindPage, retype, search, signInToFind, untilFind } from './find/find-page.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { expectPlan, intentOf } from './harness/expect-plan.ts';
import { killBackground } from './harness/kill-background.ts';
import { untilPlanOf } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage } from './harness/stage.ts';

const spaced = (nhsNumber: string) => nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

/** A doctor on the telephone, with no record open. */
describe.for(await browsersUnderTest())('finding a person by hand, in $name', (found) => {
  let stage: Stage;
  let find: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    find = await openFindPage(stage);
    await signInToFind(stage, find, 'out-of-hours');
  });
  afterAll(() => stage?.close());

  it('from the page to the plan: two fields and one key', async () => {
    const person = stage.cast.queue.notForCpr;
    // The cursor is in the first field already.
    await find.waitForFunction(() => document.activeElement?.id === 'nhs-number');
    await find.keyboard.type(`NHS No. ${spaced(person.nhsNumber)}`);
    await find.keyboard.press('Tab');
    await find.keyboard.type(person.birthDate.split('-').reverse().join('/'));
    await find.keyboard.press('Enter');
    const shown = await untilPlanBeside(find, person.nhsNumber);
    expectPlan(shown, intentOf(stage.sandbox.plans, person.patientId));
    expect(shown.parts.link).toBe('Not compared with a page');
    expect(shown.parts['link-cause']).toBe('Check the name and date of birth with your caller.');
    // Focus is where the person left it.
    expect(await find.evaluate(() => document.activeElement?.id)).toBe('birth-date');
  });

  it('S10: it is on record as a view that was opened by a search', async () => {
    const { nhsNumber } = stage.cast.queue.notForCpr;
    const told = await untilTold(stage.sandbox, 'of the view', (all) => all.some((one) => one.nhsNumber === nhsNumber));
    expect(told.at(-1)).toMatchObject({ what: 'access', by: 'Dr Tomas Lind', openedBy: 'search' });
  });

  it('S2: one more letter in a field, and the plan is gone before anybody is asked', async () => {
    const { notForCpr, forCpr } = stage.cast.queue;
    await search(find, notForCpr.nhsNumber, notForCpr.birthDate);
    await untilPlanBeside(find, notForCpr.nhsNumber);
    await find.focus('#nhs-number');
    // In the same task: nothing has been painted since.
    const frames = await find.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#nhs-number');
      const shown = () =>
        [...document.querySelectorAll('iframe')].filter((frame) => getComputedStyle(frame).opacity === '1').length;
      const before = shown();
      if (input) input.value = '9';
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      return [before, shown()];
    });
    expect(frames).toEqual([1, 0]);
    await search(find, forCpr.nhsNumber, forCpr.birthDate);
    expectPlan(await untilPlanBeside(find, forCpr.nhsNumber), intentOf(stage.sandbox.plans, forCpr.patientId));
  });

  it('S1: another birth date shows no plan, no name and no birth date of the service’s, and says why', async () => {
    const person = stage.cast.queue.notForCpr;
    await search(find, person.nhsNumber, '01/02/1903');
    const { text, parts } = await untilViewBeside(find, 'birthDateDiffers');
    expect(parts.verdict).toBe('The date of birth differs, so no plan is shown');
    expect(parts.born).toContain('01-Feb-1903');
    expect(text).not.toContain(person.familyName);
    expect(text).not.toContain(person.familyName.toUpperCase());
    expect(text).not.toMatch(/for CPR|Not for/);
    const { nhsNumber } = stage.cast.queue.forCpr;
    const told = await untilTold(stage.sandbox, 'of the view before', (all) => all.at(-1)?.nhsNumber === nhsNumber);
    const views = told.length;
    await search(find, person.nhsNumber, person.birthDate);
    await untilPlanBeside(find, person.nhsNumber);
    // Nothing was put on record in between: nothing had been seen.
    await untilTold(stage.sandbox, 'of one more view', (all) => all.length === views + 1);
  });

  it('a number nobody has: the service was asked, and holds nothing', async () => {
    await search(find, '999 000 0018', '3 Feb 1940');
    const { parts } = await untilViewBeside(find, 'noPlanFound');
    expect(parts.link).toBe('Not compared with a page');
    expect(parts.name).toBe('Name not typed');
  });

  it('what is wrong with a field is said beside it, nobody is asked, and the cursor stands there', async () => {
    const { requests } = stage.sandbox;
    const asked = requests.length;
    const person = stage.cast.queue.notForCpr;
    const wrong = `${person.nhsNumber.slice(0, 9)}${(Number(person.nhsNumber[9]) + 1) % 10}`;
    await search(find, wrong, '31/02/1940');
    const says = async () => (await findShown(find)).text;
    await expect.poll(says).toContain('One of these digits is wrong. Check the NHS number with your caller');
    expect(await says()).toContain('Enter a day, a month and a year');
    await expect.poll(() => find.evaluate(() => document.activeElement?.id)).toBe('nhs-number');
    expect(await besideNow(find)).toBeNull();
    expect(requests.slice(asked).filter(({ step }) => step === 'patient')).toEqual([]);
  });

  it('S7: nothing typed stands in an address, a title or a name of a tab', async () => {
    const person = stage.cast.queue.notForCpr;
    await search(find, person.nhsNumber, person.birthDate);
    await untilPlanBeside(find, person.nhsNumber);
    const { address, title } = await findShown(find);
    expect(`${address} ${title}`).not.toMatch(/\d{3}/.test(new URL(address).host) ? /999|\?|#/ : /\d{3}|\?|#/);
    expect(await find.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });

  it('S5: beside a record each shows its own person, and neither changes the other', async () => {
    const gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.forCpr);
    await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
    await find.bringToFront();
    await untilPlanBeside(find, stage.cast.queue.notForCpr.nhsNumber);
    await gp.close();
  });

  it('a background that is killed takes the plan and what was typed with it', async () => {
    const person = stage.cast.queue.notForCpr;
    await find.bringToFront();
    await search(find, person.nhsNumber, person.birthDate);
    await untilPlanBeside(find, person.nhsNumber);
    await killBackground(stage.launched);
    await untilNothingBeside(find);
    const { fields } = await untilFind(find, 'ready');
    expect(fields).toEqual(['', '']);
    await search(find, person.nhsNumber, person.birthDate);
    await untilPlanBeside(find, person.nhsNumber);
  });

  it('a lock blanks it: no plan, no field, nobody’s name', async () => {
    await pressBeside(find, 'lock');
    const { text, fields } = await untilFind(find, 'locked');
    expect(fields).toEqual([]);
    expect(text).not.toMatch(/999|Lind/);
    expect(await besideNow(find)).toBeNull();
    await signInToFind(stage, find, 'receptionist');
    expect((await findShown(find)).fields).toEqual(['', '']);
    await retype(find, '#nhs-number', stage.cast.queue.notForCpr.nhsNumber);
    await search(find, stage.cast.queue.notForCpr.nhsNumber, stage.cast.queue.notForCpr.birthDate);
    expect((await untilViewBeside(find, 'accessRefused')).parts['signed-in-as']).toContain('Sam Petrie');
  });
});
