/** A pixel is a rounding, not a letter. */
const SLACK = 1;

type Edges = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function isWithin(inner: DOMRect, outer: Edges): boolean {
  const isAcross = inner.left >= outer.left - SLACK && inner.right <= outer.right + SLACK;
  return isAcross && inner.top >= outer.top - SLACK && inner.bottom <= outer.bottom + SLACK;
}

/** A path may cut anything: nothing counts as within it. */
const NOWHERE: Edges = new DOMRect();

/** Within what an element leaves its text alone; `null`: anywhere. */
function leaves(element: Element): Edges | null {
  const { overflowX, overflowY, clipPath, webkitLineClamp, contain } = getComputedStyle(element);
  if (clipPath !== 'none') return NOWHERE;
  const isBox = overflowX !== 'visible' || overflowY !== 'visible';
  const clips = isBox || webkitLineClamp !== 'none' || /paint|strict|content/.test(contain);
  return clips ? element.getBoundingClientRect() : null;
}

/** All that scrolling can bring into sight. */
function reach({ scrollWidth, scrollHeight }: Element): Edges {
  return { left: -scrollX, top: -scrollY, right: scrollWidth - scrollX, bottom: scrollHeight - scrollY };
}

/** Every text that is meant for the eye, with the element it stands in. */
function* textsIn(root: Element): Generator<readonly [Text, Element]> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement, textContent } = node;
    const isForTheEye =
      parentElement?.closest('.unseen, option') === null && parentElement.checkVisibility({ visibilityProperty: true });
    if (parentElement && isForTheEye && textContent?.trim()) yield [node as Text, parentElement];
  }
}

function* wrongWith(text: Text, parent: Element, clipping: ReadonlyMap<Element, Edges>): Generator<string> {
  const range = document.createRange();
  range.selectNodeContents(text);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (rects.length === 0) yield 'not drawn';
  if (rects.some((rect) => !isWithin(rect, reach(document.documentElement)))) yield 'out of reach';
  if (getComputedStyle(parent).textOverflow !== 'clip') yield 'ellipsis';
  for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
    const left = clipping.get(box);
    if (left && rects.some((rect) => !isWithin(rect, left))) yield `cut by ${box.tagName}`;
  }
}

/** What of the text in an element cannot be seen whole, however somebody scrolls: one line for each place. */
export function clippedIn(root: Element): readonly string[] {
  const wrong: string[] = [];
  const clipping = new Map<Element, Edges>();
  for (const element of root.querySelectorAll('*')) {
    const left = leaves(element);
    if (left) clipping.set(element, left);
  }
  for (const [text, parent] of textsIn(root)) {
    for (const what of wrongWith(text, parent, clipping)) wrong.push(`${what}: “${text.data.trim().slice(0, 60)}”`);
  }
  return wrong;
}
