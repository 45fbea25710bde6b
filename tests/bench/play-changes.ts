import type { FoundBrowser } from '../commands/find-browser.ts';
import { percentile } from '../statistics.ts';
import { beginToMeasure, type Change, changeTo, IN_FIXTURE, IN_PLANSIDE } from './change-of-patient.ts';
import { PAGES, type PageName } from './pages/pages.ts';
import { type Ground, openSubject, type Subject } from './subject.ts';

/** What is seen of changes of patient, in milliseconds. */
export type Changes = {
  readonly gone: { readonly p50: number; readonly p95: number };
  readonly shown: { readonly p50: number; readonly p95: number };
};

/** The first are not counted. */
const WARM = 5;
/** As long as is measured, a busy page goes on changing. */
const MANY_CHANGES = 10_000_000;

/** Opens one patient after another in a page, each once the one before is seen. */
export async function playChanges(
  found: FoundBrowser,
  subject: Subject,
  ground: Ground,
  { page: name, times }: { readonly page: PageName; readonly times: number },
): Promise<Changes> {
  const { people, at } = ground;
  const started = await openSubject(found, subject, ground);
  try {
    const page = await started.browser.newPage();
    await page.goto(at(PAGES[name]));
    await beginToMeasure(page, subject.isOurs ? IN_PLANSIDE : IN_FIXTURE);
    if (name === 'busy') await page.evaluate((changes) => void window.changeList(changes), MANY_CHANGES);
    const changes: Change[] = [];
    for (let turn = 1; turn <= WARM + times; turn += 1) {
      const [before, next] = [people[(turn - 1) % people.length], people[turn % people.length]];
      if (before && next) changes.push(await changeTo(page, turn % people.length, next, before));
    }
    const counted = changes.slice(WARM);
    const of = (all: readonly number[]) => ({ p50: percentile(all, 0.5), p95: percentile(all, 0.95) });
    return { gone: of(counted.map(({ gone }) => gone)), shown: of(counted.map(({ shown }) => shown)) };
  } finally {
    await started.close();
  }
}
