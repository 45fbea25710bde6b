import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { playIdle, playLocked } from './access/play-idle.ts';
import { setStoredWatch } from './access/session-storage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { signIn } from './harness/set-up.ts';
import { untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

const MINUTE = 60_000;
/** Unless settings say otherwise. */
const LIMIT = 10 * MINUTE;

/** What a browser says of the person at the computer, and what comes of it. */
describe.for(await browsersUnderTest())('when nobody is there, in $name', (found) => {
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
    await workedForAWhile();
  });
  afterAll(() => stage?.close());

  /** Nobody can have been away for longer than since they signed in. */
  const workedForAWhile = () => setStoredWatch(stage.launched, { signedInAt: Date.now() - 60 * MINUTE });
  const isWarned = ({ text }: { readonly text: string }) => text.includes('Locks in 60 seconds');

  it('says a minute before that it will lock, over the plan, and takes it back when somebody is there', async () => {
    await playIdle(stage.launched, LIMIT - MINUTE + 1_000);
    await gp.bringToFront();
    const warned = await untilShown(gp, 'a plan and that it will lock', (one) => one.view === 'plan' && isWarned(one));
    expect(warned.text).toContain('Move the mouse or press a key to stay signed in.');
    await playIdle(stage.launched, 0);
    await gp.bringToFront();
    await untilShown(gp, 'no warning', (shown) => shown.view === 'plan' && !isWarned(shown));
  });

  it('locks when the time is up, by itself, and comes back to the same patient', async () => {
    await playIdle(stage.launched, LIMIT - MINUTE + 1_000);
    await gp.bringToFront();
    await untilShown(gp, 'that it will lock', isWarned);
    await playIdle(stage.launched, LIMIT - 4_000);
    await gp.bringToFront();
    expect((await untilView(gp, 'locked')).text).toContain('Nobody used this computer for some time.');
    await playIdle(stage.launched, 0);
    await gp.bringToFront();
    await signIn(stage.launched, gp, stage.account('gp'));
    await gp.bringToFront();
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  });

  // Firefox does not tell extensions that the computer was locked; it locks when the time is up.
  it.runIf(found.family === 'chromium')('locks at once when the computer is locked', async () => {
    await playLocked(stage.launched);
    expect((await untilView(gp, 'locked')).text).toContain('This computer was locked.');
  });
});
