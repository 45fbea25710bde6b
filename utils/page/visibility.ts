/**
 * Whether a person can see an element: rendered, not transparent, not hidden from everyone, with a size, and not
 * parked outside the page. An element that is scrolled away counts as visible: the record is still open.
 */
export function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (element.closest('[aria-hidden="true"], [inert]')) return false;
  const box = element.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return false;
  const page = element.ownerDocument.documentElement;
  const left = box.left + (element.ownerDocument.defaultView?.scrollX ?? 0);
  const top = box.top + (element.ownerDocument.defaultView?.scrollY ?? 0);
  return left + box.width > 0 && top + box.height > 0 && left < page.scrollWidth && top < page.scrollHeight;
}

/** The visible elements among those a selector finds. */
export function visibleMatches(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter(isVisible);
}
