import type { Page } from 'puppeteer';
import { lookUntil } from '../../browser/harness/look-until.ts';
import { readToTheEnd } from '../../browser/harness/read-to-the-end.ts';
import { sidebarNow } from '../../browser/harness/sidebar.ts';

/** Longer than a sidebar has to be out of sight to count as covered: two seconds and two looks (milliseconds). */
const READS_MS = 4_000;

/**
 * Reads the plan that stands in the sidebar to its end, and on; nothing else happens meanwhile.
 *
 * @returns what did not hold
 */
export async function readOn(page: Page): Promise<readonly string[]> {
  await readToTheEnd(page);
  const { is: hasGone, last } = await lookUntil(
    () => sidebarNow(page),
    (now) => now?.view !== 'plan',
    READS_MS,
  );
  return hasGone ? [`I7: a plan that was read on gave way to ${last?.view ?? 'nothing'}`] : [];
}
