import { logInPage } from '../../browser/harness/set-up.ts';
import { press, shownWithin, untilView } from '../../browser/harness/sidebar.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { type Bench, SETTLED_MS } from '../kit/bench.ts';
import { closeLeftWindows } from '../kit/close-left-windows.ts';
import { endSession, wearToken } from '../service-faults/steps.ts';

/** A state of the sidebar in which the network goes, and what somebody does while it is gone. */
export type Moment = {
  readonly name: string;
  /** Before it goes. */
  readonly before: (bench: Bench, person: Person) => Promise<void>;
  /** While it is gone. */
  readonly meanwhile: (bench: Bench, person: Person) => Promise<void>;
  readonly nobody?: true;
  /** Whoever was open before is still open, and their plan may stand. */
  readonly mayStand?: true;
};

/** Without the network of the clinical system, which may be gone as well. */
export async function openHere({ page }: Bench, person: Person): Promise<void> {
  const { nhsNumber, familyName, givenNames, title, birthDate, gender } = person;
  const shown = { nhsNumber, familyName, givenNames, title, birthDate, gender };
  await page.evaluate((one) => window.openPatientNow(one), shown);
}

const nothing = async () => undefined;
const close = ({ page }: Bench) => page.evaluate(() => window.closePatient());

/** Makes the service slow enough that it is still being asked. */
async function openSlowly(bench: Bench, person: Person): Promise<void> {
  bench.stage.sandbox.switches.set('patient', { kind: 'slow', ms: 3_000 });
  await openHere(bench, person);
  await untilView(bench.page, 'looking');
}

async function failToSignIn({ page }: Bench): Promise<void> {
  await press(page, 'Sign in');
  await shownWithin(page, SETTLED_MS, (now) => now?.view === 'signedOut' && now.text.includes('not signed in'));
}

async function beginToSignIn(bench: Bench): Promise<void> {
  await endSession(bench);
  await press(bench.page, 'Sign in');
  await logInPage(bench.stage.launched);
}

/** Closes the window in which nothing comes any more. */
async function giveUp({ page, stage }: Bench): Promise<void> {
  await closeLeftWindows(stage.launched);
  await page.bringToFront();
  await shownWithin(page, SETTLED_MS, (now) => now?.view === 'signedOut');
}

async function failOnce(bench: Bench, person: Person): Promise<void> {
  bench.stage.sandbox.switches.set('patient', { kind: 'status', status: 500 });
  await openHere(bench, person);
  await untilView(bench.page, 'couldNotCheck');
  bench.stage.sandbox.switches.clear();
}

export const MOMENTS: readonly Moment[] = [
  { name: 'beside a plan', before: nothing, meanwhile: openHere },
  { name: 'beside a plan that stays', before: nothing, meanwhile: nothing, mayStand: true },
  { name: 'while it is asked', before: openSlowly, meanwhile: nothing },
  { name: 'beside nobody', before: close, meanwhile: openHere },
  { name: 'while the last is closed', before: nothing, meanwhile: close, nobody: true },
  { name: 'when it could not check', before: failOnce, meanwhile: ({ page }) => press(page, 'Try again') },
  { name: 'with an old token', before: wearToken, meanwhile: openHere },
  { name: 'signed out', before: endSession, meanwhile: failToSignIn },
  { name: 'while signing in', before: beginToSignIn, meanwhile: giveUp },
];
