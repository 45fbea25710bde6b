/** Animation frames do not come in hidden tabs and frames; a timer stands in for them. */
const FRAME_STAND_IN_MS = 50;

/** Runs once, after so many milliseconds or in the next animation frame; the answer calls it off. */
export function runIn(delay: number, run: () => void): () => void {
  return delay > FRAME_STAND_IN_MS ? afterDelay(delay, run) : onNextFrame(run);
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

/** Runs in each animation frame, which come only while a tab is seen; the answer calls it off. */
export function inEachFrame(run: () => void): () => void {
  let frame = requestAnimationFrame(again);
  function again(): void {
    frame = requestAnimationFrame(again);
    run();
  }
  return () => cancelAnimationFrame(frame);
}

const TICK_MS = 500;

/**
 * Runs once a document has been seen for so long (milliseconds, in steps of half a second); the answer calls it off.
 * What keeps the page busy keeps this waiting as well.
 */
export function onceSeenFor(document: Document, milliseconds: number, run: () => void): () => void {
  let left = milliseconds;
  const timer = setInterval(() => {
    if (document.visibilityState === 'hidden') return;
    left -= TICK_MS;
    if (left > 0) return;
    clearInterval(timer);
    run();
  }, TICK_MS);
  return () => clearInterval(timer);
}
