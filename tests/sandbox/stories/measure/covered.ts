const STOPS = 'a[href], button, input, textarea, select, summary, [tabindex="0"]';

/** Where head or foot begins to cover what scrolls, if it stays in sight and this is not its own. */
function edgeOf(bar: Element | null, stop: Element, edge: 'top' | 'bottom', otherwise: number): number {
  if (bar === null || bar.contains(stop) || getComputedStyle(bar).position !== 'sticky') return otherwise;
  return bar.getBoundingClientRect()[edge];
}

function isSeen(root: Element, stop: Element): boolean {
  const box = stop.getBoundingClientRect();
  const top = edgeOf(root.querySelector('header'), stop, 'bottom', 0);
  const bottom = edgeOf(root.querySelector('.foot'), stop, 'top', innerHeight);
  if (box.height <= bottom - top) return box.top >= top - 1 && box.bottom <= bottom + 1;
  return box.bottom > top && box.top < bottom;
}

/**
 * Whatever takes the focus and is then covered by the head or foot that stays in sight (WCAG 2.4.11): what fits between
 * them must be seen whole, what is taller in part. One line for each.
 */
export function coveredIn(root: Element): readonly string[] {
  const wrong: string[] = [];
  for (const stop of root.querySelectorAll<HTMLElement>(STOPS)) {
    if (!stop.checkVisibility()) continue;
    stop.focus();
    const says = `<${stop.tagName.toLowerCase()} id="${stop.id}"> “${stop.textContent?.trim().slice(0, 40)}”`;
    if (document.activeElement === stop && !isSeen(root, stop)) wrong.push(`covered: ${says}`);
  }
  scrollTo(0, 0);
  return wrong;
}
