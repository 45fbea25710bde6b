import type { Budget } from '../../../utils/page/budget.ts';
import { type PageIndex, pageIndex } from '../../../utils/page/page-index.ts';
import { type Sight, sightOf } from '../../../utils/page/sight.ts';

/**
 * The little layout that a look at a page asks for, where the test's DOM has none. An element is rendered unless it or
 * an element around it is `hidden` or styled away, and stands in the page unless `data-box="left top width height"`
 * says otherwise. A text stands where its element stands. Nothing lies in front of anything until `putInFront`.
 */
export function pretendLayout(window: Window & typeof globalThis): void {
  completeDom(window);
  window.document.head.innerHTML = `<style>${INLINE} { display: inline }</style>`;
  const { Element: TheElement, HTMLElement: TheHtml, Range: TheRange, DOMRect: TheRect } = window;
  TheElement.prototype.checkVisibility = function rendered() {
    for (let at: Element | null = this; at !== null; at = drawnParent(at)) {
      const { display } = window.getComputedStyle(at);
      if (at.hasAttribute('hidden') || display === 'none') return false;
    }
    return window.getComputedStyle(this).visibility !== 'hidden';
  };
  const boxOf = (element: Element | null): DOMRect => {
    const [left = 10, top = 10, width = 100, height = 20] = (element?.getAttribute('data-box') ?? '10 10 100 20')
      .split(' ')
      .map(Number);
    return new TheRect(left, top, width, height);
  };
  TheElement.prototype.getBoundingClientRect = function box() {
    return boxOf(this);
  };
  TheRange.prototype.getBoundingClientRect = function box() {
    const { startContainer } = this;
    return boxOf(startContainer instanceof TheElement ? startContainer : startContainer.parentElement);
  };
  Object.defineProperty(TheHtml.prototype, 'scrollWidth', { configurable: true, get: () => 1280 });
  Object.defineProperty(TheHtml.prototype, 'scrollHeight', { configurable: true, get: () => 2000 });
  Object.defineProperty(window, 'innerWidth', { configurable: true, value: 1280 });
  Object.defineProperty(window, 'innerHeight', { configurable: true, value: 720 });
}

/** The elements that a browser's own style sheet draws within a line. */
const INLINE = 'a, abbr, b, em, i, input, label, slot, small, span, strong, x-inline';

/** What the test's DOM has on each kind of node, or not at all, and a browser on the prototype of all of them. */
function completeDom(window: Window & typeof globalThis): void {
  const { Node: TheNode, Element: TheElement, Text: TheText, ShadowRoot: TheShadow } = window;
  const assignedSlot = {
    configurable: true,
    get(this: Element | Text) {
      const root = this.parentElement?.shadowRoot;
      const name = (this instanceof TheElement && this.getAttribute('slot')) || '';
      const slots = root ? [...root.querySelectorAll('slot')] : [];
      return slots.find((slot) => (slot.getAttribute('name') ?? '') === name) ?? null;
    },
  };
  Object.defineProperty(TheElement.prototype, 'assignedSlot', assignedSlot);
  Object.defineProperty(TheText.prototype, 'assignedSlot', assignedSlot);
  // Nothing lies in front of anything in a shadow root.
  Object.defineProperty(TheShadow.prototype, 'elementsFromPoint', { configurable: true, value: () => [] });
  Object.defineProperty(TheNode.prototype, 'textContent', {
    configurable: true,
    get(this: Node) {
      if (this instanceof TheText) return this.data;
      return [...this.childNodes].map((child) => child.textContent ?? '').join('');
    },
  });
}

function drawnParent(element: Element): Element | null {
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

/** From now on these elements lie, front first, at every point of the screen; without any, nothing does. */
export function putInFront(...elements: readonly Element[]): void {
  Object.defineProperty(Document.prototype, 'elementsFromPoint', {
    configurable: true,
    value: elements.length === 0 ? undefined : () => [...elements],
  });
}

/** A page with this in its body. */
export function page(body: string): Document {
  document.body.innerHTML = body;
  return document;
}

/** Time without end: tests never depend on how fast a computer is. */
export const endless: Budget = { spend: () => undefined };

/** What can be seen of the page now. */
export function sightNow(): Sight {
  return sightOf(document, endless);
}

/** The page as it is now, read to its end. */
export function indexNow(): PageIndex {
  const index = pageIndex(document, () => undefined);
  while (!index.goOn());
  return index;
}

/** The first element a selector names; a test that names none is wrong. */
export function one(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector} in the page`);
  return found;
}
