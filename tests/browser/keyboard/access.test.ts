import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { browsersUnderTest } from '../harness/browsers-under-test.ts';
import { logIn } from '../harness/set-up.ts';
import { untilPlanOf, untilShown, untilView } from '../harness/sidebar.ts';
import { openCall, openResident, openStage, type Stage } from '../harness/stage.ts';
import { type ByKeys, byKeys } from './by-keys.ts';
import { keysInSidebar } from './keys.ts';
import { tabIntoSidebar } from './tabs.ts';
import { typeOver } from './type-over.ts';

/** In an emergency, and in one of several roles. */
describe.for(await browsersUnderTest())('keyboard, reasons and roles, in $name', (found) => {
  let stage: Stage;
  let page: Page;
  let walk: ByKeys;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
  });
  afterAll(() => stage?.close());
  afterEach(() => expect(walk.faults()).toEqual([]));

  async function walkIn(opened: Page): Promise<void> {
    page = opened;
    walk = byKeys(keysInSidebar(page));
    await tabIntoSidebar(page);
  }

  async function signIn(username: string): Promise<void> {
    await walk.to('signIn');
    await walk.press('Enter');
    await logIn(stage.launched, stage.account(username));
    await page.bringToFront();
  }

  it('an emergency: chosen with the arrows, told why, and acknowledged', async () => {
    const stranger = stage.cast.queue.withPlan.find(({ gpList }) => !gpList) ?? stage.cast.queue.notForCpr;
    const queue = await stage.outOfHours();
    await openCall(queue, stranger);
    await untilView(queue, 'signedOut');
    await walkIn(queue);
    await signIn('gp');
    await untilView(page, 'reasonNeeded');
    await walk.stands('a reason is asked for');
    await walk.to('giveReason');
    await walk.press('Enter');
    await untilShown(page, 'that a reason is missing', ({ parts }) => Boolean(parts.error));
    await walk.stands('no reason was chosen');
    await walk.to('reason-permission');
    await walk.press(' ');
    await walk.on('ArrowDown', 'reason-emergency');
    await walk.through();
    await walk.to('reason-words');
    await typeOver(page, 'She is unconscious.');
    await walk.to('giveReason');
    await walk.press('Enter');
    const shown = await untilPlanOf(page, stranger.nhsNumber);
    expect(shown.text).toContain('Emergency access');
    await walk.stands('the plan has come');
  });

  it('signs out, and chooses one of several roles, and then another', async () => {
    await walk.to('signOut');
    await walk.press('Enter');
    await untilView(page, 'signedOut');
    await walk.stands('signed out');
    const { notForCpr } = stage.cast.residents;
    const home = await stage.careHome();
    await openResident(home, notForCpr);
    await untilView(home, 'signedOut');
    await walkIn(home);
    await signIn('bank-nurse');
    await untilView(page, 'roleNeeded');
    await walk.stands('roles to choose from');
    await walk.through();
    await walk.to('chooseRole', 'Out-of-hours clinician');
    await walk.press('Enter');
    await untilPlanOf(page, notForCpr.nhsNumber);
    await walk.stands('the plan has come');
    await walk.to('switchRole');
    await walk.press('Enter');
    await untilView(page, 'roleNeeded');
    await walk.stands('another role');
    await walk.to('chooseRole', 'Out-of-hours clinician');
    await walk.press('Enter');
    await untilPlanOf(page, notForCpr.nhsNumber);
  });
});
