import type { Page } from 'puppeteer';
import type { Person } from '../../sandbox/people/person.ts';
import { SEEN } from '../watched/seen.ts';

/** Opens a patient in one task, and answers with the milliseconds until no frame shows whoever was open before. */
export function timeUntilGone(page: Page, person: Person, before: Person): Promise<number> {
  const { nhsNumber, familyName, givenNames, title, birthDate, gender } = person;
  return page.evaluate(
    (next, old, seen) =>
      new Promise<number>((done) => {
        let start = Number.POSITIVE_INFINITY;
        const look = (event: Event) => {
          const frames: readonly { shows: { number: string } | null }[] = JSON.parse((event as CustomEvent).detail);
          if (performance.now() < start || frames.some(({ shows }) => shows?.number === old)) return;
          document.removeEventListener(seen, look);
          done(performance.now() - start);
        };
        document.addEventListener(seen, look);
        start = performance.now();
        window.openPatientNow(next);
      }),
    { nhsNumber, familyName, givenNames, title, birthDate, gender },
    before.nhsNumber,
    SEEN,
  );
}
