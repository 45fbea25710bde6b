const STOPS = 'a[href], button, input, textarea, select, summary, [tabindex="0"]';

/** Where what stays in sight begins to cover what scrolls, unless this is its own. */
function edgeOf(root: Element, bars: string, stop: Element, edge: 'top' | 'bottom', otherwise: number): number {
  const bar = [...root.querySelectorAll(bars)].find((one) => {
    const { position, display } = getComputedStyle(one);
    return position === 'sticky' && display !== 'contents';
  });
  return bar === undefined || bar.contains(stop) ? otherwise : bar.getBoundingClientRect()[edge];
}

/** How much of it is covered, and between what it stands; `null`: nothing that had to be seen is. */
function coverOf(root: Element, stop: Element): string | null {
  const box = stop.getBoundingClientRect();
  const top = edgeOf(root, 'header, header > *', stop, 'bottom', 0);
  const bottom = edgeOf(root, '.foot', stop, 'top', innerHeight);
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
  for (const stop of root.querySelectorAll<HTMLElement>(STOPS)) {
    if (!stop.checkVisibility()) continue;
    stop.focus();
    const cover = coverOf(root, stop);
    const says = `<${stop.tagName.toLowerCase()} id="${stop.id}"> “${stop.textContent?.trim().slice(0, 40)}”`;
    if (document.activeElement === stop && cover !== null) wrong.push(`covered: ${says}: ${cover}`);
  }
  scrollTo(0, 0);
  return wrong;
}
