import { type Looker, NOBODY } from './look.ts';
import type { PageIndex } from './page-index.ts';
import type { ReadBy } from './read-page.ts';

/** Set by `entrypoints/reader.ts`, in the page script's own world. */
declare global {
  var plansideReader: ((window: Window & typeof globalThis, index: PageIndex, by: ReadBy) => Looker) | undefined;
}

/** How often (milliseconds) the background is asked for the reader until it comes. */
const ASK_AGAIN_MS = 1_000;

/**
 * Looks with the reader, once it is here. A frame in which nothing could name a patient does without: it shows nobody.
 *
 * @param ask asks the background to put the reader into this frame
 * @returns a function that looks; `null`: also where the reader is on its way
 */
export function readerOnDemand(
  window: Window & typeof globalThis,
  index: PageIndex,
  by: ReadBy,
  ask: () => void,
): Looker {
  let reader: Looker | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  return (isUnhurried) => {
    reader ??= globalThis.plansideReader?.(window, index, by);
    if (reader) return reader(isUnhurried);
    if (!hasSomethingToRead(index, by)) return NOBODY;
    if (performance.now() - asked > ASK_AGAIN_MS) {
      asked = performance.now();
      ask();
    }
    return null;
  };
}

function hasSomethingToRead(index: PageIndex, { adapter }: ReadBy): boolean {
  return (
    adapter !== null || index.places().length > 0 || index.declarations().length > 0 || index.frames().some(isShut)
  );
}

/** A frame that cannot be looked into from here: whether it can be read at all, the reader finds out. */
function isShut(frame: Element): boolean {
  return (frame as HTMLIFrameElement).contentDocument === null;
}
