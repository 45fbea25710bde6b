import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { untilPlanBeside } from '../find/beside.ts';
import { openFindPage, untilFind } from '../find/find-page.ts';
import { untilToConfirm } from '../find/residents-shown.ts';
import { browsersUnderTest } from '../harness/browsers-under-test.ts';
import { logIn } from '../harness/set-up.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { at, type ByKeys, byKeys } from './by-keys.ts';
import { keysOf } from './keys.ts';
import { typeOver } from './type-over.ts';

/** A person found by hand, and a resident opened from the list of the home: nobody touches a pointer. */
describe.for(await browsersUnderTest())('keyboard, finding somebody, in $name', (found) => {
  let stage: Stage;
  let find: Page;
  let walk: ByKeys;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    find = await openFindPage(stage);
    walk = byKeys(keysOf(find));
  });
  afterAll(() => stage?.close());
  afterEach(() => expect(walk.faults()).toEqual([]));

  async function signIn(username: string): Promise<void> {
    await walk.to('signIn');
    await walk.press('Enter');
    await logIn(stage.launched, stage.account(username));
    await find.bringToFront();
    await untilFind(find, 'ready');
  }

  it('signs in, and the cursor is in the first field', async () => {
    await find.waitForSelector('[data-command="signIn"]');
    await find.keyboard.press('Tab');
    await signIn('nurse');
    await find.waitForFunction(() => document.activeElement?.id === 'nhs-number');
  });

  it('types number and birth date, and goes through the plan and back again', async () => {
    const { nhsNumber, birthDate } = stage.cast.residents.notForCpr;
    await walk.to('nhs-number');
    await typeOver(find, nhsNumber);
    await walk.to('birth-date');
    await typeOver(find, birthDate.split('-').reverse().join('/'));
    await walk.press('Enter');
    await untilPlanBeside(find, nhsNumber);
    expect((await walk.stands('the plan has come', at('birth-date'))).says).toBe('birth-date');
    const all = await walk.through();
    expect(all.filter((says) => says === 'summary').length).toBeGreaterThan(4);
    expect(all).toEqual(expect.arrayContaining(['copySummary', 'print', 'handOver', 'lock', 'signOut']));
    // From the last field into the plan, and not through anything in which nobody stands.
    expect(all).not.toContain('iframe');
  });

  it('what is wrong leads to its field, and going back takes the keyboard nowhere', async () => {
    await walk.to('nhs-number');
    await typeOver(find, '999 000 0000');
    await walk.press('Enter');
    await find.waitForSelector('#nhs-number-wrong');
    expect((await walk.stands('the number is wrong', at('nhs-number'))).says).toBe('nhs-number');
    const { nhsNumber } = stage.cast.residents.notForCpr;
    await typeOver(find, nhsNumber);
    await walk.press('Enter');
    await untilPlanBeside(find, nhsNumber);
    await walk.to('takeAway');
    await walk.press('Enter');
    await find.waitForSelector('[data-command="takeAway"]', { hidden: true });
    await walk.stands('the plan has been taken away');
  });

  it('asks for the list, finds in it, and opens a resident', async () => {
    const { forCpr } = stage.cast.residents;
    await walk.to('residents');
    await walk.press('Enter');
    await walk.stands('the list is asked for');
    await find.waitForSelector('[data-residents="list"]');
    await walk.stands('the list has come');
    await walk.through();
    await walk.to('filter');
    await typeOver(find, forCpr.familyName);
    await walk.to('open', forCpr.familyName.toUpperCase());
    await walk.press('Enter');
    await untilToConfirm(find, forCpr);
    expect((await walk.stands('it is asked who it is', at('open'))).says).toBe('open');
    await walk.to('confirmBirthDate');
    await walk.press('Enter');
    await untilPlanBeside(find, forCpr.nhsNumber);
    await walk.stands('the plan has come');
  });

  it('the next resident is opened from inside the plan before, and locks from there', async () => {
    const { notForCpr, forCpr } = stage.cast.residents;
    await walk.to('filter');
    await typeOver(find, notForCpr.familyName);
    await walk.to('open', notForCpr.familyName.toUpperCase());
    await walk.press(' ');
    await untilToConfirm(find, notForCpr);
    await walk.to('confirmBirthDate');
    await walk.press(' ');
    await untilPlanBeside(find, notForCpr.nhsNumber);
    await walk.to('handOver');
    await walk.press('Enter');
    expect((await walk.stands('the order has changed')).says).not.toBeNull();
    expect(forCpr.nhsNumber).not.toBe(notForCpr.nhsNumber);
    await walk.to('lock');
    await walk.press('Enter');
    await untilFind(find, 'locked');
    await walk.stands('locked');
    await signIn('nurse');
    await walk.stands('signed in again');
  });
});
