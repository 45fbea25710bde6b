import type { Page } from 'puppeteer';
import { SEEN, WATCH } from '../faults/watched/seen.ts';
import type { Person } from '../sandbox/people/person.ts';

/** Of one change of patient, in milliseconds: until nobody sees the old one any more, and until the next is seen. */
export type Change = { readonly gone: number; readonly shown: number };

/**
 * Whom a person sees, asked in every animation frame of the page: NHS numbers, or what the banner says. A function of the
 * page's own world, as text.
 */
export type Seen = string;

/** Planside's watched build says it itself (tests/faults/watched). */
export const IN_PLANSIDE: Seen = `(tell) => {
  document.addEventListener(${JSON.stringify(SEEN)}, ({ detail }) => {
    tell(JSON.parse(detail).map(({ shows }) => shows?.number ?? '').filter((number) => number !== ''));
  });
  document.dispatchEvent(new CustomEvent(${JSON.stringify(WATCH)}));
}`;

/** The fixture writes on the root whom it shows. */
export const IN_FIXTURE: Seen = `(tell) => {
  const again = () => {
    requestAnimationFrame(again);
    const shows = document.documentElement.dataset.shows ?? '';
    tell(shows === '' ? [] : [shows.replace(/^[^]*NHS No\\./, '').replace(/\\D/g, '')]);
  };
  again();
}`;

/** Begins to measure in a page that has just loaded. */
export async function beginToMeasure(page: Page, seen: Seen): Promise<void> {
  await page.evaluate(`(${seen})((numbers) => {
    globalThis.seenNumbers = numbers;
    globalThis.onSeen?.();
  })`);
}

/** Opens another of the page's people, and waits until they are seen. */
export function changeTo(page: Page, at: number, next: Person, before: Person): Promise<Change> {
  return page.evaluate(opened, at, next.nhsNumber, before.nhsNumber);
}

/** Runs in the page. */
function opened(at: number, next: string, before: string): Promise<Change> {
  const scope = globalThis as typeof globalThis & {
    seenNumbers?: readonly string[];
    onSeen?: (() => void) | undefined;
  };
  return new Promise((done) => {
    let gone: number | null = null;
    // Begins at any time between two frames, as a person does.
    setTimeout(() => {
      const start = performance.now();
      scope.onSeen = () => {
        const numbers = scope.seenNumbers ?? [];
        if (!numbers.includes(before)) gone ??= performance.now() - start;
        if (gone === null || !numbers.includes(next)) return;
        scope.onSeen = undefined;
        done({ gone, shown: performance.now() - start });
      };
      window.openAnother(at);
    }, Math.random() * 16);
  });
}
