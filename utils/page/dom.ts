/**
 * The DOM as the browser made it. A page can hide a property of its document, or of a form, behind an element of that
 * name (`<input name="parentElement">`, `<img name="querySelectorAll">`), for scripts in every world. The accessors of
 * the prototypes cannot be hidden, so nothing in this room asks a node itself.
 */

type Getter<T> = (node: Node) => T;

function getter<T>(of: () => object, name: string): Getter<T> {
  let get: ((this: Node) => T) | undefined;
  return (node) => {
    get ??= accessor(of(), name) as (this: Node) => T;
    return get.call(node);
  };
}

function accessor(prototype: object, name: string): (() => unknown) | undefined {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found?.get) return found.get;
  }
  return undefined;
}

const element = () => Element.prototype;
const node = () => Node.prototype;

export const parentNodeOf = getter<ParentNode | null>(node, 'parentNode');
export const firstChildOf = getter<ChildNode | null>(node, 'firstChild');
export const nextSiblingOf = getter<ChildNode | null>(node, 'nextSibling');
export const isConnected = getter<boolean>(node, 'isConnected');
export const textContentOf = getter<string | null>(node, 'textContent');
export const nameOf = getter<string>(element, 'localName');
export const childCountOf = getter<number>(element, 'childElementCount');
export const shadowRootOf = getter<ShadowRoot | null>(element, 'shadowRoot');
export const titleOf = getter<string>(() => Document.prototype, 'title');
export const documentElementOf = getter<HTMLElement>(() => Document.prototype, 'documentElement');

/** The parent as it is drawn: the slot an element is put into, else the parent, and the host above a shadow root. */
export function drawnParentOf(of: Node): Element | null {
  const slot = of.nodeType === Node.TEXT_NODE ? (of as Text).assignedSlot : isElement(of) ? slotOf(of) : null;
  if (slot) return slot;
  const parent = parentNodeOf(of);
  if (parent === null) return null;
  return isElement(parent) ? parent : parent instanceof ShadowRoot ? parent.host : null;
}

const slotOf = getter<HTMLSlotElement | null>(element, 'assignedSlot');

/** Whether a node is drawn inside an element. */
export function isInside(inner: Node, outer: Element): boolean {
  for (let at: Node | null = inner; at !== null; at = drawnParentOf(at)) if (at === outer) return true;
  return false;
}

export function isElement(of: Node): of is Element {
  return of.nodeType === Node.ELEMENT_NODE;
}

export function attributeOf(of: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(of, name);
}

export function matches(of: Element, selector: string): boolean {
  return Element.prototype.matches.call(of, selector);
}

/** The nearest element around this one, itself included, that a selector names, as it is drawn. */
export function closest(of: Element, selector: string): Element | null {
  for (let at: Element | null = of; at !== null; at = drawnParentOf(at)) if (matches(at, selector)) return at;
  return null;
}

/** What a selector finds below a document, a shadow root or an element. */
export function findAll(root: Document | ShadowRoot | Element, selector: string): Element[] {
  const kind =
    root.nodeType === Node.DOCUMENT_NODE
      ? Document.prototype
      : root.nodeType === Node.ELEMENT_NODE
        ? Element.prototype
        : DocumentFragment.prototype;
  return [...kind.querySelectorAll.call(root, selector)];
}

/** Whether the browser draws an element at all. */
export function isRendered(of: Element): boolean {
  return Element.prototype.checkVisibility.call(of, { opacityProperty: true, visibilityProperty: true });
}

/** Whether an element stands behind another in the document. */
export function follows(of: Element, other: Element): boolean {
  return (Node.prototype.compareDocumentPosition.call(other, of) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export function boxOf(of: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(of);
}
