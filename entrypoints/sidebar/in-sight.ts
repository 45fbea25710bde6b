/** Out of sight so long (milliseconds), it is: a menu that opens over it, or a page that moves, is nothing. */
const LASTS_MS = 1_000;

type Visible = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Tells whether the browser paints all of this document, uncovered and undistorted, where the browser says so at all
 * (facts in docs/safety.md, H14); at first it does.
 */
export function watchSight(document: Document, tell: (inSight: boolean) => void): void {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return;
  let told = true;
  let lasting: ReturnType<typeof setTimeout> | undefined;
  const say = (inSight: boolean) => {
    if (inSight !== told) tell(inSight);
    told = inSight;
  };
  const look = (entries: readonly Visible[]) => {
    clearTimeout(lasting);
    const inSight = entries.at(-1)?.isVisible === true;
    if (inSight) say(true);
    else lasting = setTimeout(say, LASTS_MS, false);
  };
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    threshold: [0, 0.25, 0.5, 0.75, 1],
    trackVisibility: true,
    delay: 100,
  };
  new IntersectionObserver(look, options).observe(document.documentElement);
}
