import { isOurs } from './ours.ts';

/** A node may be of the page around this one: it is always its own document that is asked. */
function documentOf(node: Node): Document {
  return node.ownerDocument ?? (node as Document);
}

/**
 * What stands in front at a point of the window, in the tree that a node is of; `null`: nothing, or the browser does not
 * say. To ask for everything that stands there takes far longer in a long list.
 */
export function frontAt(node: Node, x: number, y: number): Element | null {
  const tree = node.getRootNode();
  if (tree instanceof ShadowRoot) return tree.elementFromPoint?.(x, y) ?? null;
  return Document.prototype.elementFromPoint?.call(documentOf(node), x, y) ?? null;
}

/** All that stands at a point of the window, front first, also in the shadow root that a node is of. */
export function allAt(node: Node, x: number, y: number): Element[] {
  const outer = Document.prototype.elementsFromPoint?.call(documentOf(node), x, y) ?? [];
  const tree = node.getRootNode();
  return tree instanceof ShadowRoot ? [...tree.elementsFromPoint(x, y), ...outer] : outer;
}

/** What of the page's own stands in front at a point of the window. */
export function frontOfPage(document: Document, x: number, y: number): Element | null {
  const front = frontAt(document, x, y);
  return front && !isOurs(front) ? front : (allAt(document, x, y).find((one) => !isOurs(one)) ?? null);
}
