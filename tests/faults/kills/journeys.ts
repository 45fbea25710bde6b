import type { Page } from 'puppeteer';
import { fillReason, sendReason } from '../../browser/access/give-reason.ts';
import { logIn, logInPage, signIn } from '../../browser/harness/set-up.ts';
import { press, type Shown, shownWithin, untilView } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Bench } from '../kit/bench.ts';
import { closeLeftWindows } from '../kit/close-left-windows.ts';
import { signInWhereNobodyIs } from '../kit/recover.ts';

/** What somebody does, during which the background is ended. */
export type Journey = {
  readonly name: string;
  /** Calls of the background that the journey waits for, at most: so many places to be ended at. */
  readonly calls: number;
  /** Of so many cases of all, so often this one. */
  readonly weight: number;
  /** What has to be done beforehand; whoever is given is open, with their plan. */
  readonly prepare?: (bench: Bench, whom: Whom) => Promise<void>;
  /** Does it; what it waits for may never come once the background has been ended. */
  readonly go: (bench: Bench, whom: Whom, ended: AbortSignal) => Promise<void>;
  /** It has come to its end. */
  readonly isOver: (shown: Shown) => boolean;
  /**
   * States in which it may truthfully come to rest after the background was ended; and hidden, always: where the sidebar
   * is drawn anew while a button is aimed at, the press may meet the one that hides.
   */
  readonly ends: readonly string[];
  /** Brings the bench back to where a GP sees a plan. */
  readonly restore?: (bench: Bench) => Promise<void>;
};

/** Whoever is open, whoever comes next, and somebody the practice does not know. */
export type Whom = { readonly open: Person; readonly next: Person; readonly stranger: Person };

/** So long is waited for what the next life of the background completes, in milliseconds. */
const LATE_MS = 2_000;

const isView =
  (...views: readonly string[]) =>
  ({ view }: Shown) =>
    views.includes(view);

const opening: Journey = {
  name: 'opening a patient',
  calls: 48,
  weight: 10,
  go: ({ page }, { next }) => openPatient(page, next),
  isOver: isView('plan'),
  ends: ['plan', 'couldNotCheck'],
};

const hiding: Journey = {
  name: 'hiding',
  calls: 6,
  weight: 1,
  go: ({ page }) => press(page, 'Hide now'),
  isOver: isView('hidden'),
  ends: ['plan'],
  // It may be hidden only by what the next life of the background completes.
  restore: async ({ page }) => void (await shownWithin(page, LATE_MS, (now) => now?.view === 'hidden')),
};

const locking: Journey = {
  name: 'locking',
  calls: 20,
  weight: 2,
  go: ({ page }) => press(page, 'Lock'),
  isOver: isView('locked'),
  ends: ['locked', 'signedOut', 'plan'],
  restore: signedInAgain,
};

const signingOut: Journey = {
  name: 'signing out',
  calls: 24,
  weight: 2,
  go: ({ page }) => press(page, 'Sign out'),
  isOver: isView('signedOut'),
  ends: ['signedOut', 'locked', 'plan'],
  restore: signedInAgain,
};

const signingIn: Journey = {
  name: 'signing in',
  calls: 85,
  weight: 2,
  prepare: ({ page }) => signOut(page),
  go: async ({ page, stage: { launched, account } }, _whom, ended) => {
    await press(page, 'Sign in');
    await logInPage(launched);
    if (!ended.aborted) await logIn(launched, account('gp'));
    await page.bringToFront();
  },
  isOver: isView('plan'),
  ends: ['plan', 'signedOut', 'signingIn', 'couldNotCheck'],
  restore: async (bench) => {
    await closeLeftWindows(bench.stage.launched);
    await bench.page.bringToFront();
    // The window may not have come yet: whoever waits for it no longer stops the sign-in.
    await signInWhereNobodyIs(bench);
  },
};

const choosingRole: Journey = {
  name: 'choosing a role',
  calls: 50,
  weight: 1,
  prepare: async (bench) => {
    await signOut(bench.page);
    await signIn(bench.stage.launched, bench.page, bench.stage.account('bank-nurse'));
    await bench.page.bringToFront();
    await untilView(bench.page, 'roleNeeded');
  },
  go: ({ page }) => press(page, 'Out-of-hours clinician'),
  isOver: isView('plan'),
  ends: ['plan', 'roleNeeded', 'couldNotCheck'],
  restore: async ({ page, stage }) => {
    await signOut(page);
    await signIn(stage.launched, page, stage.account('gp'));
    await page.bringToFront();
  },
};

const givingReason: Journey = {
  name: 'giving a reason',
  calls: 70,
  weight: 2,
  prepare: async ({ page }, { stranger }) => {
    await openPatient(page, stranger);
    await fillReason(page, 'emergency', 'Found collapsed, cannot answer');
  },
  go: ({ page }) => sendReason(page),
  isOver: isView('plan'),
  ends: ['plan', 'reasonNeeded', 'couldNotCheck'],
};

/** All of them. */
export const JOURNEYS: readonly Journey[] = [
  opening,
  hiding,
  locking,
  signingOut,
  signingIn,
  choosingRole,
  givingReason,
];

/** Signs in where nobody is: an ending that was cut short is completed by the next life, and may take a moment. */
async function signedInAgain({ page, stage }: Bench): Promise<void> {
  const isEnded = (now: Shown | null) => now?.view === 'signedOut' || now?.view === 'locked';
  if (!(await shownWithin(page, LATE_MS, isEnded))) return;
  await signIn(stage.launched, page, stage.account('gp'));
  await page.bringToFront();
}

async function signOut(page: Page): Promise<void> {
  await press(page, 'Sign out');
  await untilView(page, 'signedOut');
}
