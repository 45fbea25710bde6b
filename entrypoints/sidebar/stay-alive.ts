import { browser } from '../../utils/browser.ts';

/** Well within the time after which the document goes out of sight (`stay-alive.css`), in milliseconds. */
const RENEWED_MS = 1_000;

/** Keeps this document in sight for as long as its script runs and its extension is there (H26). */
export function stayAlive(document: Document): void {
  const renew = () => {
    // Of an extension that was switched off the API is taken away, while its pages may run on.
    if (browser.runtime?.id === undefined) return;
    for (const animation of document.body.getAnimations()) animation.currentTime = 0;
  };
  setInterval(renew, RENEWED_MS);
  // Timers of a tab behind others are late.
  document.addEventListener('visibilitychange', renew);
}
