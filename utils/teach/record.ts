import {
  attributeOf,
  documentElementOf,
  drawnParentOf,
  firstChildOf,
  isElement,
  nameOf,
  nextSiblingOf,
  shadowRootOf,
} from '../page/dom.ts';
import { isOurs } from '../page/ours.ts';
import type { Sight } from '../page/sight.ts';
import type { RecordedElement, RecordedFrame, RecordedNode } from './recorded.ts';

/** More than this is no page that could be taught in a minute. */
const MOST_NODES = 20_000;
const LONGEST_TEXT = 500;
const LONGEST_ATTRIBUTE = 200;
const DEEPEST = 120;

/** Nothing of these is ever drawn as text; of their elements only that they are there. */
const EMPTY = /^(?:script|style|template|noscript|svg|canvas|iframe|frame|object|embed|video|audio|picture|math)$/;
const ATTRIBUTES =
  /^(?:id|class|role|type|name|for|scope|headers|colspan|rowspan|itemprop|title|alt|placeholder|label|slot|href|open|hidden|inert|disabled|readonly|contenteditable|aria-.*|data-.*)$/;

/**
 * Records a frame.
 *
 * @param idOf names an element for the life of its document
 * @returns `null`: it is too large
 */
export function recordFrame(
  document: Document,
  isTop: boolean,
  sight: Sight,
  idOf: (element: Element) => number,
): RecordedFrame | null {
  let nodes = 0;

  function nodesIn(parent: Element | ShadowRoot, depth: number): RecordedNode[] {
    const children: RecordedNode[] = [];
    for (let child = firstChildOf(parent); child && nodes <= MOST_NODES; child = nextSiblingOf(child)) {
      nodes += 1;
      if (isElement(child)) {
        if (!isOurs(child) && nameOf(child) !== 'script') children.push(elementOf(child, depth + 1));
      } else if (child.nodeType === Node.TEXT_NODE && /\S/.test((child as Text).data)) {
        children.push({ text: (child as Text).data.slice(0, LONGEST_TEXT), seen: sight.seesText(child as Text) });
      }
    }
    return children;
  }

  function elementOf(element: Element, depth: number): RecordedElement {
    const isEmpty = EMPTY.test(nameOf(element)) || depth > DEEPEST;
    const shadow = isEmpty ? null : shadowRootOf(element);
    return {
      id: idOf(element),
      name: nameOf(element),
      attributes: attributesOf(element),
      ...looks(element),
      ...holdsFrame(element),
      ...('value' in element && typeof element.value === 'string' && nameOf(element) === 'input'
        ? { value: element.value.slice(0, LONGEST_TEXT) }
        : {}),
      children: isEmpty ? [] : nodesIn(element, depth),
      ...(shadow ? { shadow: nodesIn(shadow, depth) } : {}),
    };
  }

  function looks(element: Element): Pick<RecordedElement, 'seen'> & Partial<RecordedElement> {
    const seen = sight.seesElement(element);
    const { display, fontWeight, fontSize, cursor } = sight.styleOf(element);
    const around = drawnParentOf(element);
    const outer = around && sight.styleOf(around);
    return {
      seen,
      // Only where a number may stand it matters what stands in front.
      ...(seen && hasText(element, /\d/) && sight.isCovered(element) ? { covered: true } : {}),
      ...(display === 'inline' ? {} : { display }),
      ...(outer?.fontWeight === fontWeight ? {} : { weight: fontWeight }),
      ...(outer?.fontSize === fontSize ? {} : { size: fontSize }),
      ...(cursor === 'pointer' ? { pressed: true } : {}),
    };
  }

  const root = elementOf(documentElementOf(document), 0);
  return nodes > MOST_NODES
    ? null
    : { path: document.location?.pathname ?? '', isTop, place: placeOf(document.defaultView), root };
}

/** Of a frame of another origin as well, browsers say whose it is. */
function placeOf(window: Window | null): number[] | null {
  const place: number[] = [];
  for (let at = window; at !== null && at !== at.parent; at = at.parent) {
    const among = placeAmong(at.parent, at);
    if (among === null) return null;
    place.unshift(among);
  }
  return window && place;
}

function placeAmong(parent: Window, child: Window): number | null {
  for (let at = 0; at < parent.length; at += 1) if (parent[at] === child) return at;
  return null;
}

function holdsFrame(element: Element): Pick<RecordedElement, 'holdsFrame'> {
  const { ownerDocument: document } = element;
  const child = /^i?frame$/.test(nameOf(element)) ? (element as HTMLIFrameElement).contentWindow : null;
  const among = child && document.defaultView ? placeAmong(document.defaultView, child) : null;
  return among === null ? {} : { holdsFrame: among };
}

function attributesOf(element: Element): Record<string, string> {
  const names = Element.prototype.getAttributeNames.call(element).filter((name) => ATTRIBUTES.test(name));
  return Object.fromEntries(
    names.map((name) => [name, (attributeOf(element, name) ?? '').slice(0, LONGEST_ATTRIBUTE)]),
  );
}

/** Whether a text like this stands right in an element, or may, in a field. */
export function hasText(element: Element, like: RegExp): boolean {
  if (nameOf(element) === 'input') return true;
  for (let child = firstChildOf(element); child; child = nextSiblingOf(child)) {
    if (child.nodeType === Node.TEXT_NODE && like.test((child as Text).data)) return true;
  }
  return false;
}
