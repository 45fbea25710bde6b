import type { Look } from './read-with-adapter.ts';
import { type Settling, settle, unsettled } from './settle.ts';
import { type Sighting, sameSighting } from './sighting.ts';

/** While nothing that matters changes, a page is read whole at most this often (milliseconds). */
const QUIET_INTERVAL_MS = 100;
/** Above so many mutations in one batch, one whole reading is cheaper than asking each what it touches. */
const MANY_MUTATIONS = 500;
/** Animation frames do not come in hidden tabs and frames; a timer stands in for them. */
const FRAME_STAND_IN_MS = 50;

export type PageWatch = {
  /** Looks now and says what the frame shows at this very moment. */
  readonly lookNow: () => Sighting;
  readonly stop: () => void;
};

/**
 * Watches one frame with one observer. A change in what the current sighting rests on is read at once, inside the
 * observer's callback; any other change leads to a reading in the next frame, at most every 100 ms.
 *
 * @param look reads the frame
 * @param say called with each new sighting; with doubt (`unsettled`) synchronously
 */
export function watchPage(document: Document, look: () => Look, say: (sighting: Sighting) => void): PageWatch {
  let state: Settling = unsettled;
  let restsOn: readonly Element[] = [];
  let lastLook = 0;
  let next: { readonly due: number; readonly cancel: () => void } | null = null;

  /** Looks now. Within one frame of the page a second look proves nothing: `confirms` is for looks in a later one. */
  function lookNow(confirms: boolean): Sighting {
    next?.cancel();
    next = null;
    const found = look();
    lastLook = performance.now();
    restsOn = found.restsOn;
    const before = state.sighting;
    if (!confirms && state.candidate && sameSighting(state.candidate.reading, found.reading)) {
      lookIn(0);
      return before;
    }
    const step = settle(state, found.reading, lastLook);
    state = step.state;
    if (step.lookAgainIn !== null) lookIn(step.lookAgainIn);
    if (!sameSighting(before, state.sighting)) say(state.sighting);
    return state.sighting;
  }

  function lookAgain(): void {
    lookNow(true);
  }

  /** Looks after `delay` ms, or in the next frame; a look that is due sooner takes the place of a later one. */
  function lookIn(delay: number): void {
    const due = performance.now() + Math.max(delay, 0);
    if (next && next.due <= due) return;
    next?.cancel();
    next = { due, cancel: delay > FRAME_STAND_IN_MS ? afterDelay(delay, lookAgain) : onNextFrame(lookAgain) };
  }

  const observer = new MutationObserver((records) => {
    if (touches(records, restsOn)) lookNow(false);
    else lookIn(state.candidate ? 0 : QUIET_INTERVAL_MS - (performance.now() - lastLook));
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['class', 'style', 'hidden', 'aria-hidden', 'inert', 'open', 'value'],
  });
  lookNow(false);
  return {
    lookNow: () => lookNow(false),
    stop: () => {
      observer.disconnect();
      next?.cancel();
    },
  };
}

/** Whether a batch of mutations may have changed, hidden or removed one of the elements. */
function touches(records: readonly MutationRecord[], elements: readonly Element[]): boolean {
  if (elements.length === 0) return false;
  if (elements.some((element) => !element.isConnected) || records.length > MANY_MUTATIONS) return true;
  return records.some(({ target, type }) =>
    elements.some((element) => element.contains(target) || (type === 'attributes' && target.contains(element))),
  );
}

function afterDelay(delay: number, run: () => void): () => void {
  const timer = setTimeout(run, delay);
  return () => clearTimeout(timer);
}

function onNextFrame(run: () => void): () => void {
  const once = () => {
    cancel();
    run();
  };
  const timer = setTimeout(once, FRAME_STAND_IN_MS);
  const frame = requestAnimationFrame(once);
  const cancel = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  return cancel;
}
