/** Animation frames do not come in hidden tabs and frames; a timer stands in for them. */
const FRAME_STAND_IN_MS = 50;

/** Runs once, after so many milliseconds or in the next animation frame; the answer calls it off. */
export function runIn(delay: number, run: () => void): () => void {
  return delay > FRAME_STAND_IN_MS ? behindFrame(delay, run) : onNextFrame(run);
}

/** Behind a frame the page has just been laid out: whoever measures it then does not have it laid out once more. */
function behindFrame(delay: number, run: () => void): () => void {
  const timer = setTimeout(() => {
    cancel = onNextFrame(() => {
      cancel = inNextTask(run);
    });
  }, delay);
  let cancel = () => clearTimeout(timer);
  return () => cancel();
}

/** Before any timer that is due meanwhile, and may change the page again. */
function inNextTask(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  // An open port is kept for ever, and looks go on all day.
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
  return () => port1.close();
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

/**
 * Runs once a document that is hidden is seen; the answer calls it off. A page can keep the event from whoever waits for
 * it, and then half a second more goes by.
 */
export function onceSeen(document: Document, run: () => void): () => void {
  const look = () => {
    if (document.visibilityState === 'hidden') return;
    cancel();
    run();
  };
  const timer = setInterval(look, TICK_MS);
  document.addEventListener('visibilitychange', look);
  const cancel = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
  return cancel;
}
