/** The elements Planside itself has put into this page; reading a page passes over them. */
const elements = new WeakSet<Element>();

export function markAsOurs(element: Element): void {
  elements.add(element);
}

export function isOurs(element: Element): boolean {
  return elements.has(element);
}
