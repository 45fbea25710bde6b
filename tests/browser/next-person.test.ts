import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, inject, it } from 'vitest';
import type { Account } from '../sandbox/plan-service/accounts.ts';
import { inExtensionPage } from './access/session-storage.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { colourShares, type PixelFrame, type Region } from './harness/colour-count.ts';
import { missingForScreen, type Screen, startScreen } from './harness/screen.ts';
import { signIn } from './harness/set-up.ts';
import { press, untilPlanOf, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, type StageChoice } from './harness/stage.ts';

const SIZE = { width: 1000, height: 700 };
/** The sidebar, below the bars of the browser. */
const PANEL: Region = { left: 0.65, right: 1, top: 0.15, bottom: 1 };
/** Not for CPR is the only large red thing in the panel. */
const RED = 0.02;
const LONG = 240_000;

const missing = missingForScreen();
const skipped = missing !== null && !process.env.CI;
if (skipped) console.warn(`SKIPPED: real pixels of the next person, because of ${missing}.`);

/** How the first person's session ends. */
const ENDINGS = ['lock', 'signOut', 'crash'] as const;

/** A shared computer: whoever comes next sees nothing of whoever was there before, neither drawn nor stored. */
describe.skipIf(skipped).for(await browsersUnderTest())('H21: the next person, in $name', (found) => {
  let screen: Screen | null = null;
  let stage: Stage | null = null;
  let profile: string | null = null;

  afterEach(async () => {
    await stage?.close();
    await screen?.stop();
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    [stage, screen, profile] = [null, null, null];
  });

  async function open(choice: StageChoice): Promise<Stage> {
    const extensionDir = inject('sandboxBuilds')[found.family] ?? '';
    return openStage(found, extensionDir, { headless: false, windowSize: SIZE, ...choice });
  }

  it.for(ENDINGS)('sees nothing of the one before, after %s', { timeout: LONG }, async (ending) => {
    screen = await startScreen(SIZE);
    profile = await mkdtemp(path.join(tmpdir(), 'planside-shared-'));
    const shared = { display: screen.display, profile };
    stage = await open(shared);
    const { notForCpr } = stage.cast.gp;
    let page = await stage.gpRecord();
    await openPatient(page, notForCpr);
    await signIn(stage.launched, page, stage.account('gp'));
    await page.bringToFront();
    await untilPlanOf(page, notForCpr.nhsNumber);
    await untilOnScreen(screen, 'red');

    if (ending === 'crash') {
      stage.launched.browser.process()?.kill('SIGKILL');
      await stage.launched.close({ keepProfile: true });
      stage = await open({ ...shared, sandbox: stage.sandbox });
      page = await stage.gpRecord();
      await openPatient(page, notForCpr);
    } else {
      await press(page, ending === 'lock' ? 'Lock' : 'Sign out');
    }
    await untilView(page, ending === 'lock' ? 'locked' : 'signedOut');
    // A screen is some pictures behind what a document says of itself.
    await untilOnScreen(screen, 'no red');
    const red = await redFrames(screen, () => seeAs(stage as Stage, page, 'receptionist'));
    expect(red).toBe(0);
    const gp = stage.account('gp');
    expect(await storedOf(stage, gp)).toEqual([]);
  });
});

/** Signs in beside the same patient, and sees that this role is refused. */
async function seeAs(stage: Stage, page: Page, username: string): Promise<void> {
  await signIn(stage.launched, page, stage.account(username));
  await page.bringToFront();
  const { text } = await untilView(page, 'accessRefused');
  expect(text).not.toMatch(/for CPR|Okafor/i);
}

/** Waits for a picture of the screen with the red of a plan, or for one without it. */
async function untilOnScreen(screen: Screen, what: 'red' | 'no red'): Promise<void> {
  let isRed: boolean | null = null;
  const grab = await screen.grab((frame: PixelFrame) => {
    isRed = colourShares(frame, PANEL).red > RED;
  });
  await expect.poll(() => isRed).toBe(what === 'red');
  await grab.stop();
}

/** How many pictures of the screen show the red of a plan while something is done. */
async function redFrames(screen: Screen, act: () => Promise<unknown>): Promise<number> {
  let red = 0;
  const grab = await screen.grab((frame: PixelFrame) => {
    if (colourShares(frame, PANEL).red > RED) red += 1;
  });
  await act();
  await grab.stop();
  return red;
}

/** What the extension still stores of an account: keys under which its name or its user name stands. */
function storedOf({ launched }: Stage, { name, username }: Account): Promise<readonly string[]> {
  return inExtensionPage(launched, (page) =>
    page.evaluate(
      async (words) => {
        const stored = { ...(await chrome.storage.session.get(null)), ...(await chrome.storage.local.get(null)) };
        return Object.entries(stored).flatMap(([key, value]) =>
          words.some((word) => JSON.stringify(value).includes(word)) ? [key] : [],
        );
      },
      [name, `"${username}"`],
    ),
  );
}
