import { inExtensionPage } from '../../browser/access/session-storage.ts';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { logIn, logInPageNow } from '../../browser/harness/set-up.ts';
import { press, shownWithin, sidebarNow, untilView } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import { until } from '../../browser/harness/until.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Step } from '../../sandbox/plan-service/switches.ts';
import { type Bench, SETTLED_MS } from '../kit/bench.ts';

/** A step of the way to a plan, at which a fault is played. */
export type PlayedStep = {
  readonly name: string;
  /** What the sandbox calls it. */
  readonly at: Step;
  /** Brings everything to where the step comes next, while nothing is broken. */
  readonly approach?: (bench: Bench) => Promise<void>;
  /** Takes the step. */
  readonly take: (bench: Bench, person: Person) => Promise<void>;
  /** A plan needs the answer of this step: without one none can be shown. */
  readonly isNeeded?: true;
  /** Its answer comes page by page. */
  readonly needsPages?: true;
};

/** What a window that shows no log-in page is given before the person closes it (milliseconds). */
const WINDOW_MS = 5_000;
const ASKED_MS = 14_000;

/** Signs out. */
export async function endSession({ page }: Bench): Promise<void> {
  await press(page, 'Sign out');
  await untilView(page, 'signedOut');
}

/** Nothing is remembered of what the service said of itself before. */
async function endSessionAndLife(bench: Bench): Promise<void> {
  await endSession(bench);
  await killBackground(bench.stage.launched);
  await bench.page.bringToFront();
  await untilView(bench.page, 'signedOut');
}

const signInWithin = (patience: number) => async (bench: Bench) => {
  const { page, stage } = bench;
  await press(page, 'Sign in');
  const isOver = async () => (await sidebarNow(page))?.view === 'signedOut';
  let logged = false;
  let begun = false;
  const end = Date.now() + patience;
  while (!logged && Date.now() < end && !(begun && (await isOver()))) {
    begun ||= (await sidebarNow(page))?.view === 'signingIn';
    if (!(await logInPageNow(stage.launched))) continue;
    // Half a page cannot be filled in.
    logged = await logIn(stage.launched, stage.account('gp')).then(
      () => true,
      () => false,
    );
  }
  await page.bringToFront();
  if (logged) await shownWithin(page, SETTLED_MS, (now) => now !== null && now.view !== 'signingIn');
};

/** The access token is about to end. */
export async function wearToken({ stage, page }: Bench): Promise<void> {
  await inExtensionPage(stage.launched, (options) =>
    options.evaluate(async () => {
      const { session } = await chrome.storage.session.get('session');
      await chrome.storage.session.set({ session: { ...(session as object), expiresAt: Date.now() + 1_000 } });
    }),
  );
  await page.bringToFront();
}

const open = ({ page }: Bench, person: Person) => openPatient(page, person);

async function openAndDeliver({ page, stage }: Bench, person: Person): Promise<void> {
  await openPatient(page, person);
  await until('an event of the audit was sent', async () =>
    stage.sandbox.requests.some(({ step }) => step === 'audit'),
  );
}

/** The eight steps at which faults are played. */
export const PLAYED_STEPS: readonly PlayedStep[] = [
  { name: 'discover', at: 'discover', approach: endSessionAndLife, take: signInWithin(ASKED_MS) },
  { name: 'sign-in', at: 'signIn', approach: endSession, take: signInWithin(WINDOW_MS) },
  { name: 'token', at: 'token', approach: endSession, take: signInWithin(ASKED_MS) },
  { name: 'refresh', at: 'token', approach: wearToken, take: open },
  { name: 'patient', at: 'patient', take: open, isNeeded: true },
  { name: 'plans', at: 'plans', take: open, isNeeded: true },
  { name: 'next page', at: 'nextPage', take: open, isNeeded: true, needsPages: true },
  { name: 'audit', at: 'audit', take: openAndDeliver },
];
