const STOPS = 'a[href], button, input, textarea, select, summary, [tabindex="0"]';

/** What stays in sight above what scrolls, and below it. */
type Bars = { readonly top: Element | undefined; readonly bottom: Element | undefined };

function barsIn(root: Element): Bars {
  const stays = (one: Element): boolean => {
    const { position, display } = getComputedStyle(one);
    return position === 'sticky' && display !== 'contents' && one.checkVisibility();
  };
  const bar = (selector: string) => [...root.querySelectorAll(selector)].find(stays);
  return { top: bar('header, header > *'), bottom: bar('.foot, .outcome') };
}

/** How much of it is covered, and between what it stands; `null`: nothing that had to be seen is. */
function coverOf(stop: Element, bars: Bars): string | null {
  const box = stop.getBoundingClientRect();
  // Nothing covers what is its own.
  const over = (bar: Element | undefined) => (bar?.contains(stop) ? undefined : bar?.getBoundingClientRect());
  const top = over(bars.top)?.bottom ?? 0;
  const bottom = over(bars.bottom)?.top ?? innerHeight;
  // What is scrolled to keeps a little away from both.
  const room = bottom - top - Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const isWhole = box.height <= room;
  const isSeen = isWhole
    ? box.top >= top - 1 && box.bottom <= bottom + 1
    : box.bottom > top + 1 && box.top < bottom - 1;
  const [from, to, above, below] = [box.top, box.bottom, top, bottom].map(Math.round);
  return isSeen ? null : `${from} to ${to} is not between ${above} and ${below}`;
}

/**
 * Whatever takes the focus and is then covered by what stays in sight (WCAG 2.4.11): what fits between head and foot
 * must be seen whole, what is taller in part. One line for each.
 */
export function coveredIn(root: Element): readonly string[] {
  const wrong: string[] = [];
  const bars = barsIn(root);
  for (const stop of root.querySelectorAll<HTMLElement>(STOPS)) {
    // What is fixed stands above all that scrolls.
    if (!stop.checkVisibility() || getComputedStyle(stop).position === 'fixed') continue;
    // What has the focus already is not scrolled to.
    stop.blur();
    stop.focus();
    const cover = coverOf(stop, bars);
    const says = `<${stop.tagName.toLowerCase()} id="${stop.id}"> “${stop.textContent?.trim().slice(0, 40)}”`;
    if (document.activeElement === stop && cover !== null) wrong.push(`covered: ${says}: ${cover}`);
  }
  scrollTo(0, 0);
  return wrong;
}
