import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { logIn, logInPage, signIn } from './harness/set-up.ts';
import { press, type Shown, shownFrame, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';

const spaced = (nhsNumber: string) => nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
const CLINICAL = /for CPR|No plan found|holds no plan|Call first/i;

/** Whoever waits is told for what, for whom and for how long, and can stop it. */
describe.for(await browsersUnderTest())('progress, in $name', (found) => {
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
  });
  afterAll(() => stage?.close());
  afterEach(() => stage.sandbox.switches.clear());

  function untilLate(): Promise<Shown> {
    return untilShown(
      gp,
      'the time that is left',
      ({ parts }) => parts['time-left'] !== undefined && parts.status !== '',
    );
  }

  /** The requests that hang were ended by the browser, and not only forgotten. */
  async function untilBrokenOff(step: string): Promise<void> {
    await vi.waitFor(
      () => {
        const asked = stage.sandbox.requests.filter((one) => one.step === step);
        expect(asked.length).toBeGreaterThan(0);
        expect(asked.every(({ isBrokenOff }) => isBrokenOff)).toBe(true);
      },
      { timeout: 15_000, interval: 20 },
    );
  }

  it.for([
    ['patient', 'asking', /^Asking .*\. No answer yet\.$/, /^Still asking /],
    ['document', 'fetching', /has answered\. Fetching the rest\.$/, /has answered\. Still fetching the rest\./],
  ] as const)(
    'a service that is slow with the %s: what is done, for whom, for how long, and a way out',
    async ([step, _doing, first, late]) => {
      const { forCpr } = stage.cast.gp;
      stage.sandbox.switches.set(step, { kind: 'never' });
      stage.sandbox.clearRequests();
      await openPatient(gp, forCpr);
      const said = await untilShown(
        gp,
        'what is done',
        ({ view, parts }) => view === 'looking' && first.test(parts.doing ?? '') && parts.status !== '',
      );
      expect(said.parts['nhs-number']).toBe(spaced(forCpr.nhsNumber));
      expect(said.parts.status).toContain(`Looking for a plan for ${forCpr.familyName.toUpperCase()}`);
      const shown = await untilLate();
      expect(shown.parts.doing).toMatch(late);
      expect(shown.parts['time-left']).toMatch(
        /^Planside will (try for another (12|9|6|3) seconds|stop in a moment)\.$/,
      );
      expect(shown.parts.status).toMatch(
        /^Still looking for a plan for .* Planside will try for another 12 seconds\.$/,
      );
      await press(gp, 'Stop asking');
      const stopped = await untilShown(gp, 'that it stopped', ({ parts }) => Boolean(parts.alert));
      expect(stopped.view).toBe('couldNotCheck');
      expect(stopped.text).toMatch(/Stopped at \d\d:\d\d\. Whether .* holds a plan has not been checked\./);
      expect(stopped.text).toContain('PLN-CANCELLED');
      expect(stopped.text).not.toMatch(CLINICAL);
      expect(stopped.parts.alert).toContain('Could not check for a plan. Stopped at');
      await untilBrokenOff(step);
      stage.sandbox.switches.clear();
      await press(gp, 'Ask again');
      await untilPlanOf(gp, forCpr.nhsNumber);
      await openPatient(gp, stage.cast.gp.notForCpr);
      await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    },
  );

  it('S3: whoever is opened after somebody was stopped is asked for, and gets their own plan', async () => {
    const { forCpr, overdue } = stage.cast.gp;
    stage.sandbox.switches.set('plans', { kind: 'never' });
    await openPatient(gp, forCpr);
    await untilLate();
    // By keyboard: the button goes, and the focus with it to the panel, from where the next stop is the way back.
    await (await shownFrame(gp)).focus('[data-command="cancel"]');
    await gp.keyboard.press('Enter');
    await untilView(gp, 'couldNotCheck');
    const frame = await shownFrame(gp);
    await expect.poll(() => frame.evaluate(() => document.activeElement?.className)).toBe('planside');
    stage.sandbox.switches.clear();
    await openPatient(gp, overdue);
    const { text } = await untilPlanOf(gp, overdue.nhsNumber);
    expect(text).not.toContain('Stopped');
    await openPatient(gp, forCpr);
    await untilPlanOf(gp, forCpr.nhsNumber);
  });

  async function closeWindow(): Promise<void> {
    await (await logInPage(stage.launched)).close();
    await gp.bringToFront();
  }

  it('signing in: the window is open, it can be stopped, and what is done in a window left over signs nobody in', async () => {
    await openPatient(gp, stage.cast.gp.forCpr);
    await press(gp, 'Sign out');
    await untilView(gp, 'signedOut');
    await press(gp, 'Sign in');
    await logInPage(stage.launched);
    await gp.bringToFront();
    const open = await untilShown(gp, 'that the window is open', ({ parts }) =>
      /window.*is open/.test(parts.doing ?? ''),
    );
    expect(open.view).toBe('signingIn');
    await untilLate();
    await press(gp, 'Stop signing in');
    const isStopped = ({ view, text }: Shown) => view === 'signedOut' && text.includes('You stopped signing in.');
    await untilShown(gp, 'that nobody signs in any more', isStopped);
    await press(gp, 'Sign in');
    // Chromium opens no second window beside one that waits, and Firefox loads the page into that one, for nobody.
    await untilShown(gp, 'what to do', ({ text }) => /A window of .* is still open\. Close it/.test(text));
    await closeWindow();
    await press(gp, 'Sign in');
    await closeWindow();
    await untilShown(gp, 'that it was closed', ({ text }) => text.includes('The window was closed before you'));
    await press(gp, 'Sign in');
    await logIn(stage.launched, stage.account('gp'));
    await gp.bringToFront();
    await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
  });

  it('signing in where the page for it never comes: no window waits for it, and once stopped it can be tried again', async () => {
    await openPatient(gp, stage.cast.gp.forCpr);
    await press(gp, 'Lock');
    await untilView(gp, 'locked');
    stage.sandbox.switches.set('signIn', { kind: 'never' });
    stage.sandbox.clearRequests();
    await press(gp, 'Sign in');
    await vi.waitFor(() => expect(stage.sandbox.requests.map(({ step }) => step)).toContain('signIn'));
    await untilShown(gp, 'what is done', ({ parts }) => /^Asking .* where to sign in\.$/.test(parts.doing ?? ''));
    await press(gp, 'Stop signing in');
    await untilView(gp, 'locked');
    stage.sandbox.switches.clear();
    await signIn(stage.launched, gp, stage.account('gp'));
    await gp.bringToFront();
    await untilPlanOf(gp, stage.cast.gp.forCpr.nhsNumber);
  });
});
