import { signIn } from '../../browser/harness/set-up.ts';
import { press, type Shown, shownWithin, sidebarNow } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { type Bench, judgePage, judgeRecovery } from './bench.ts';
import { closeLeftWindows } from './close-left-windows.ts';

const PATIENCE_MS = 10_000;
/** What a browser takes at most to say that the window of a sign-in was closed (milliseconds). */
const WINDOW_CLOSED_MS = 3_000;

/**
 * I9 once a fault has ended, whatever has become of the session: somebody signs in again where nobody is signed in any
 * more; then the plan of the next patient has to come.
 */
export async function recover(bench: Bench, [one, next]: readonly [Person, Person]): Promise<string[]> {
  const found = await backAtWork(bench, one);
  if (found.length > 0) return found;
  await bench.page.bringToFront();
  return [...(await judgeRecovery(bench.page, next)), ...(await judgePage(bench.page))];
}

/** Opens somebody, and signs in again where nobody is signed in any more; what keeps anybody from that. */
export async function backAtWork(bench: Bench, one: Person): Promise<string[]> {
  await closeLeftWindows(bench.stage.launched);
  await bench.page.bringToFront();
  await openPatient(bench.page, one);
  return signInWhereNobodyIs(bench);
}

/**
 * The same with whoever is open, once the windows of a sign-in are closed. Where the page for it does not come there is no
 * window that could be closed: then the person stops the sign-in.
 */
export async function signInWhereNobodyIs({ page, stage }: Bench): Promise<string[]> {
  const isAt = (patience: number) =>
    shownWithin(page, patience, (now) => /^(?:plan|signedOut|locked)$/.test(now?.view ?? ''));
  let at = await isAt(WINDOW_CLOSED_MS);
  if (!at && (await sidebarNow(page))?.view === 'signingIn') await press(page, 'Stop signing in');
  at ??= await isAt(PATIENCE_MS);
  if (!at) return [`I9: neither a plan nor a way to sign in, but ${(await sidebarNow(page))?.view ?? 'nothing'}`];
  if (at.view !== 'plan') await signInAgain({ page, stage });
  return [];
}

/**
 * A window that was on its way when the sign-in before was stopped may come only now: it is closed, as the sidebar asks.
 * Firefox loads the next log-in page into it, also while somebody types.
 */
async function signInAgain({ page, stage }: Pick<Bench, 'page' | 'stage'>): Promise<void> {
  const signedIn = async () => signIn(stage.launched, page, stage.account('gp'));
  const failed = await signedIn().then(
    () => null,
    (error: unknown) => ({ error }),
  );
  await page.bringToFront();
  const isInTheWay = (now: Shown | null) => now?.parts['helpdesk-code']?.includes('SIGN-IN-WINDOW') ?? false;
  const now = await shownWithin(page, WINDOW_CLOSED_MS, (one) => one?.view === 'plan' || isInTheWay(one));
  if (isInTheWay(now)) {
    await closeLeftWindows(stage.launched);
    await page.bringToFront();
    await signedIn();
  } else if (failed) throw failed.error;
}
