import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { untilTold } from './access/audited.ts';
import { inExtensionPage, setStoredWatch, spoilTokens, storedOnceEnded } from './access/session-storage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { killBackground } from './harness/kill-background.ts';
import { signIn } from './harness/set-up.ts';
import { press, type Shown, shownWithin, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { soon } from './harness/soon.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { NO_FAULT } from './messages/no-fault.ts';
import type { Counts } from './messages/shown.ts';

const HOUR = 3_600_000;

/** A session ends on every surface, and in the right order. */
describe.for(await browsersUnderTest())('lock and sign-out, in $name', (found) => {
  let stage: Stage;
  let gp: Page;

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    gp = await stage.gpRecord();
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    stage.sandbox.switches.clear();
    await gp.bringToFront();
    const isPassing = ({ view }: Shown) => view === 'looking' || view === 'unsettled';
    const { view } = await untilShown(gp, 'how the test left it', (shown) => !isPassing(shown));
    if (view !== 'plan') await signInAgain('gp');
  });

  /** A look that is just being taken writes over what was changed behind its back: then once more. */
  async function untilLockedBy(change: () => Promise<void>): Promise<Shown> {
    for (const person of [stage.cast.gp.forCpr, stage.cast.gp.overdue]) {
      await change();
      await gp.bringToFront();
      await openPatient(gp, person);
      const shown = await shownWithin(gp, 5_000, (now) => now?.view === 'locked');
      if (shown) return shown;
    }
    return untilView(gp, 'locked');
  }

  async function signInAgain(username: string): Promise<void> {
    await signIn(stage.launched, gp, stage.account(username));
    await gp.bringToFront();
    await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
  }

  it('a lock takes every plan off every tab, names nobody, and comes back to the same patient in one step', async () => {
    const other = await stage.gpRecord();
    await openPatient(other, stage.cast.gp.forCpr);
    await untilPlanOf(other, stage.cast.gp.forCpr.nhsNumber);
    await gp.bringToFront();
    await press(gp, 'Lock');
    for (const page of [gp, other]) {
      await page.bringToFront();
      const { text, parts } = await untilView(page, 'locked');
      expect(parts['link-cause']).toBe('Planside is locked');
      expect(text).not.toMatch(/for CPR|Okafor|999 \d{3}/);
    }
    await gp.bringToFront();
    await signInAgain('gp');
    await other.bringToFront();
    await untilPlanOf(other, stage.cast.gp.forCpr.nhsNumber);
    await other.close();
  });

  it('a lock leaves no token, no visit and no key, and revokes what it had', async () => {
    stage.sandbox.clearRequests();
    await press(gp, 'Lock');
    await untilView(gp, 'locked');
    const left = await storedOnceEnded(stage.launched);
    // Names of states and codes for the helpdesk may stay (utils/health): nothing of anybody fits into them.
    // Nor into whether the organisation's policy has been asked for.
    const { shownFaults, sessionNote, policyHasCome, dropped = {}, ...others } = left;
    expect(Object.keys(others).toSorted()).toEqual(['doubtEvent', 'ending', 'visits']);
    expect(Object.keys(NO_FAULT)).toEqual(expect.arrayContaining(Object.keys(dropped as Counts)));
    expect(sessionNote).toEqual({ at: expect.any(Number), kind: 'locked', cause: 'asked', code: null });
    expect(left.visits).toEqual({});
    expect(stage.sandbox.requests.filter(({ step }) => step === 'signIn').length).toBeGreaterThan(0);
  });

  it.each([
    ['the shift is over', (now: number) => ({ signedInAt: now - 12 * HOUR }), 'You have been signed in for 12 hours'],
    ['nobody was there for ten minutes', (now: number) => ({ idleSince: now - 600_000 }), 'Nobody used this computer'],
    [
      'nothing could watch for too long',
      (now: number) => ({ seenAt: now - HOUR, idleSince: null }),
      'This computer was asleep',
    ],
    ['the clock was set back', (now: number) => ({ seenAt: now + HOUR }), 'The clock of this computer was set back'],
  ] as const)('%s: the next read locks, without any timer', async (_name, change, says) => {
    const { text } = await untilLockedBy(() => setStoredWatch(stage.launched, change(Date.now())));
    expect(text).toContain(says);
    await openPatient(gp, stage.cast.gp.notForCpr);
  });

  it('a background that is killed while it locks says so at once in its next life, also while the sign-in service is silent, and completes it', async () => {
    stage.sandbox.switches.set('all', { kind: 'never' });
    const tokens = await inExtensionPage(stage.launched, async (page) => {
      await page.evaluate(() => chrome.storage.session.set({ ending: { how: 'lock', cause: 'asked', done: false } }));
      await killBackground(stage.launched);
      await gp.bringToFront();
      const { text } = await untilView(gp, 'locked');
      expect(text).not.toMatch(/for CPR|Okafor/i);
      return page.evaluate(async () => (await chrome.storage.session.get('session')).session);
    });
    // They wait for the sign-in service to be told; nobody at the screen does.
    expect(tokens).toBeDefined();
    stage.sandbox.switches.clear();
    const left = await storedOnceEnded(stage.launched);
    expect([left.session, left.watch]).toEqual([undefined, undefined]);
  });

  it('a session that the service has ended is noticed, and one step returns to the same patient', async () => {
    await spoilTokens(stage.launched);
    await gp.bringToFront();
    await openPatient(gp, stage.cast.gp.forCpr);
    await untilView(gp, 'signedOut');
    await openPatient(gp, stage.cast.gp.notForCpr);
    await signInAgain('gp');
  });

  it('H21: the window of a log-out page that wants something closes before the next person signs in', async () => {
    stage.sandbox.switches.set('signIn', { kind: 'html' });
    await press(gp, 'Sign out');
    await untilView(gp, 'signedOut');
    await expect.poll(async () => (await logOutPages(stage)).length).toBe(1);
    stage.sandbox.switches.clear();
    await gp.bringToFront();
    await signInAgain('gp');
    expect(await logOutPages(stage)).toEqual([]);
  });

  it('sign-out ends the session at the provider too, and whoever signs in next is another person', async () => {
    stage.sandbox.clearRequests();
    await press(gp, 'Sign out');
    await untilView(gp, 'signedOut');
    await untilTold(stage.sandbox, 'anything', () =>
      stage.sandbox.requests.some(({ step, status }) => step === 'signIn' && status >= 200 && status < 400),
    );
    await signIn(stage.launched, gp, stage.account('receptionist'));
    await gp.bringToFront();
    const { text, parts } = await untilView(gp, 'accessRefused');
    expect(parts['signed-in-as']).toContain('Sam Petrie');
    expect(text).not.toMatch(/Okafor|not for CPR/i);
    await press(gp, 'Sign out');
  });
});

/** What stands in place of the log-out page of the plan service, in whatever windows. */
async function logOutPages({ launched: { browser } }: Stage): Promise<readonly string[]> {
  const said = await Promise.all(
    browser.targets().map(async (target) => {
      const page = await soon(async () => (target.type() === 'other' ? target.asPage() : target.page()), null);
      return page ? soon(() => page.evaluate(() => document.title), '') : '';
    }),
  );
  return said.filter((title) => title === 'Guest network');
}
