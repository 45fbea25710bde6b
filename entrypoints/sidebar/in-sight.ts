/**
 * Out of sight so long (milliseconds), it is: longer than `guard.js` takes, which alone knows what stands before it by right,
 * and has then said so.
 */
const LASTS_MS = 2_000;
/** So long until it has been seen once where it stands now: a page that is busy may make it visible late. */
const AT_FIRST_MS = 5_000;
/** So long before, the page is asked to put it right. */
const DOUBT_MS = 1_000;
/** And no more often than this. */
const DOUBT_AGAIN_MS = 5_000;
/** The browser is asked again so often, as long as it says that something is wrong. */
const ASK_AGAIN_MS = 500;

type Visible = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Tells whether the browser paints all of this document, uncovered and undistorted, where the browser says so at all
 * (facts in docs/safety.md, H14); at first it does. In a tab behind others nobody looks, and the browser says of everything
 * that it cannot be seen: there nothing is told, and what was told before holds until somebody looks again.
 *
 * @param tell is called with what is so
 * @param doubt is called before it is told that it is not in sight
 * @returns is to be called when it stands somewhere else, and is about to become visible there
 */
export function watchSight(document: Document, tell: (inSight: boolean) => void, doubt: () => void): () => void {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return () => {};
  let [told, patience, unseenSince]: [boolean, number, number | null] = [true, AT_FIRST_MS, null];
  let doubted = Number.NEGATIVE_INFINITY;
  let asking: ReturnType<typeof setTimeout> | undefined;
  const say = (inSight: boolean) => {
    if (inSight !== told) tell(inSight);
    told = inSight;
  };
  const look = (entries: readonly Visible[]) => {
    clearTimeout(asking);
    if (entries.at(-1)?.isVisible === true) {
      [patience, unseenSince] = [LASTS_MS, null];
      say(true);
      return;
    }
    const now = performance.now();
    unseenSince ??= now;
    if (now - unseenSince >= patience - DOUBT_MS && now - doubted >= DOUBT_AGAIN_MS) {
      doubted = now;
      doubt();
    }
    if (now - unseenSince >= patience) say(false);
    asking = setTimeout(askAnew, ASK_AGAIN_MS);
  };
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    threshold: [0, 0.25, 0.5, 0.75, 1],
    trackVisibility: true,
    delay: 100,
  };
  const observer = new IntersectionObserver(look, options);
  // One that begins to observe is always told, and of what is so now.
  const askAnew = () => {
    observer.disconnect();
    if (document.visibilityState === 'visible') observer.observe(document.documentElement);
  };
  const begin = () => {
    clearTimeout(asking);
    unseenSince = null;
    askAnew();
  };
  document.addEventListener('visibilitychange', begin);
  begin();
  return () => {
    patience = AT_FIRST_MS;
    begin();
  };
}
