import { signIn } from '../../browser/harness/set-up.ts';
import { shownWithin, sidebarNow } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { type Bench, judgePage, judgeRecovery } from './bench.ts';
import { closeLeftWindows } from './close-left-windows.ts';

const PATIENCE_MS = 10_000;

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
export async function backAtWork({ page, stage }: Bench, one: Person): Promise<string[]> {
  await closeLeftWindows(stage.launched);
  await page.bringToFront();
  await openPatient(page, one);
  const isAt = await shownWithin(page, PATIENCE_MS, (now) => /^(?:plan|signedOut|locked)$/.test(now?.view ?? ''));
  if (!isAt) return [`I9: neither a plan nor a way to sign in, but ${(await sidebarNow(page))?.view ?? 'nothing'}`];
  if (isAt.view !== 'plan') await signIn(stage.launched, page, stage.account('gp'));
  return [];
}
