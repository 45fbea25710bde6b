import { allAt, frontAt, frontOfPage } from './at-point.ts';
import type { Budget } from './budget.ts';
import {
  attributeOf,
  boxOf,
  documentElementOf,
  drawnParentOf,
  isInside,
  isRendered,
  matches,
  nameOf,
  textContentOf,
} from './dom.ts';
import { isOurs } from './ours.ts';
import {
  alphaOf,
  type Box,
  backgroundOf,
  cutsAll,
  cutsOff,
  filteredOpacity,
  isDark,
  isTransparent,
  LEAST_OPACITY,
  overlap,
} from './seen-by-style.ts';

/** What a person at the screen can see of a page, for one look: nothing is remembered longer. */
export type Sight = {
  /** Whether an element is drawn, itself and all around it, where a person can get to see it. */
  readonly seesElement: (element: Element) => boolean;
  /** Whether the letters of a text can be seen. */
  readonly seesText: (text: Text) => boolean;
  /** Whether something stands in front of a text or a field, so that a person cannot read it. */
  readonly isCovered: (node: Text | Element) => boolean;
  readonly styleOf: (element: Element) => CSSStyleDeclaration;
  /** Dialogs and layers that lie in front of everything else, opaque or not. */
  readonly layersInFront: () => readonly Element[];
};

/** What an element hands on to those in it. */
type Drawn = {
  readonly shown: boolean;
  readonly opacity: number;
  /** What cuts off its children, and its absolutely positioned descendants. */
  readonly clip: Box | null;
  readonly clipOfPositioned: Box | null;
  /** The last opaque colour behind it; `null` behind a picture. */
  readonly background: string | null;
};

/** Less than this of anything cannot be read. */
const LEAST_PIXELS = 2;
const SMALLEST_FONT_PIXELS = 3;
const OPAQUE = 0.6;
/** Where on the screen, as shares of it, a layer in front is looked for. */
const POINTS = [
  [0.5, 0.5],
  [0.5, 0.3],
  [0.5, 0.08],
  [0.3, 0.5],
] as const;

/**
 * Sees a page as a person does. Scrolled away counts as seen: the record is still open. Hidden is what is not
 * rendered, transparent, cut off, parked outside the page, without a size, in the colour of its background, written
 * so that the letters seen are not the letters there, or hidden from everyone (`aria-hidden`, `inert`).
 */
export function sightOf(document: Document, { spend }: Budget): Sight {
  const drawn = new Map<Element, Drawn>();
  const styles = new Map<Element, CSSStyleDeclaration>();
  const window = document.defaultView as Window & typeof globalThis;
  const root = documentElementOf(document);

  function styleOf(element: Element): CSSStyleDeclaration {
    let style = styles.get(element);
    if (!style) {
      style = window.getComputedStyle(element);
      styles.set(element, style);
    }
    return style;
  }

  function drawnOf(element: Element): Drawn {
    const chain: Element[] = [];
    for (let at: Element | null = element; at !== null && !drawn.has(at); at = drawnParentOf(at)) chain.push(at);
    for (const one of chain.reverse()) {
      spend();
      const parent = drawnParentOf(one);
      drawn.set(one, drawnIn(one, (parent && drawn.get(parent)) ?? OUTSIDE));
    }
    return drawn.get(element) ?? OUTSIDE;
  }

  function drawnIn(element: Element, around: Drawn): Drawn {
    if (!around.shown || attributeOf(element, 'aria-hidden') === 'true' || attributeOf(element, 'inert') !== null) {
      return { ...around, shown: false };
    }
    const style = styleOf(element);
    const opacity = around.opacity * (Number.parseFloat(style.opacity || '1') || 0) * filteredOpacity(style.filter);
    const isHidden = style.display === 'none' || opacity < LEAST_OPACITY || cutsAll(style);
    const { position } = style;
    const before = position === 'fixed' ? null : position === 'absolute' ? around.clipOfPositioned : around.clip;
    const cuts = element !== root && nameOf(element) !== 'body' && cutsOff(style);
    const clip = cuts ? overlap(before, boxOf(element)) : before;
    const isPlace = position !== 'static' && position !== '' ? true : (style.transform || 'none') !== 'none';
    return {
      shown: !isHidden,
      opacity,
      clip,
      clipOfPositioned: isPlace ? clip : around.clipOfPositioned,
      background: backgroundOf(style, around.background),
    };
  }

  function isReadable(element: Element): boolean {
    const style = styleOf(element);
    const background = drawnOf(element).background;
    return (
      !isTransparent(style.color) &&
      !isTransparent(style.getPropertyValue('-webkit-text-fill-color') || style.color, style) &&
      (style.getPropertyValue('-webkit-text-security') || 'none') === 'none' &&
      !style.unicodeBidi.includes('override') &&
      !writesBeside(element) &&
      !(Number.parseFloat(style.fontSize) < SMALLEST_FONT_PIXELS) &&
      !(background !== null && style.color === background && !isDark(styleOf(root)))
    );
  }

  function writesBeside(element: Element): boolean {
    if (!/\d/.test(textContentOf(element) ?? '')) return false;
    return ['::before', '::after'].some((pseudo) => {
      const { content = '' } = window.getComputedStyle(element, pseudo);
      return content.startsWith('"') && WRITES.test(content);
    });
  }

  function isInPage(box: Box, clip: Box | null): boolean {
    const seen = clip ? overlap(clip, box) : box;
    if (seen.right - seen.left < LEAST_PIXELS || seen.bottom - seen.top < LEAST_PIXELS) return false;
    const [x, y] = [window.scrollX, window.scrollY];
    return (
      box.right + x > 0 && box.bottom + y > 0 && box.left + x < root.scrollWidth && box.top + y < root.scrollHeight
    );
  }

  function seesElement(element: Element): boolean {
    spend();
    if (!isRendered(element)) return false;
    const { shown, clip } = drawnOf(element);
    return shown && isInPage(boxOf(element), ownClip(element, clip));
  }

  /** What cuts off the element itself, not its children. */
  function ownClip(element: Element, clip: Box | null): Box | null {
    const parent = drawnParentOf(element);
    if (!parent || !cutsOff(styleOf(element))) return clip;
    const { position } = styleOf(element);
    const around = drawnOf(parent);
    return position === 'fixed' ? null : position === 'absolute' ? around.clipOfPositioned : around.clip;
  }

  function seesText(text: Text): boolean {
    spend();
    const parent = drawnParentOf(text);
    if (!parent || TURNS_AROUND.test(text.data) || !isRendered(parent) || !isReadable(parent)) return false;
    const { shown, clip } = drawnOf(parent);
    return shown && isInPage(contentBox(text, parent), clip);
  }

  /** Where the letters of a text or of an element stand. */
  function contentBox(node: Text | Element, parent: Element): Box {
    const range = node.ownerDocument.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect?.() ?? boxOf(parent);
  }

  function isCovered(node: Text | Element): boolean {
    const element = node.nodeType === Node.TEXT_NODE ? drawnParentOf(node) : (node as Element);
    if (!element) return true;
    const box = nameOf(element) === 'input' || isFrame(element) ? boxOf(element) : contentBox(node, element);
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const isOnScreen = x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight;
    if (!isOnScreen || styleOf(element).pointerEvents === 'none') return false;
    const isRelated = (above: Element) => isInside(element, above) || isInside(above, element);
    const front = frontAt(element, x, y);
    if (front && isRelated(front)) return false;
    for (const above of allAt(element, x, y)) {
      spend();
      if (isRelated(above)) return false;
      if (!isOurs(above) && isOpaque(above) && isInFrontForGood(above)) return true;
    }
    return false;
  }

  function layersInFront(): Element[] {
    const layers = new Set<Element>();
    for (const [x, y] of POINTS) {
      for (
        let one = frontOfPage(document, x * window.innerWidth, y * window.innerHeight);
        one !== null && one !== root;
        one = drawnParentOf(one)
      ) {
        if (/^(?:fixed|absolute)$/.test(styleOf(one).position) || matches(one, 'dialog, [aria-modal="true"]'))
          layers.add(one);
      }
    }
    return [...layers];
  }

  function isOpaque(element: Element): boolean {
    if (/^(?:img|canvas|video|iframe|frame|object|embed)$/.test(nameOf(element))) return true;
    const style = styleOf(element);
    const { opacity } = drawnOf(element);
    return (
      opacity * alphaOf(style.backgroundColor) > OPAQUE || (style.backgroundImage.includes('url(') && opacity > OPAQUE)
    );
  }

  /** A header that stays while the page scrolls below it covers for the moment only, unless it fills the screen. */
  function isInFrontForGood(element: Element): boolean {
    const box = boxOf(element);
    const share = (box.width * box.height) / (window.innerWidth * window.innerHeight);
    if (share > 0.5) return true;
    for (let at: Element | null = element; at !== null; at = drawnParentOf(at)) {
      if (/^(?:fixed|sticky)$/.test(styleOf(at).position)) return false;
    }
    return true;
  }

  return { seesElement, seesText, isCovered, styleOf, layersInFront };
}

/** Characters that make the eye see other letters, in another order, than there are. */
const TURNS_AROUND = /[\u202a-\u202e]/;
/** What a style sheet writes beside a number changes the number that is seen. */
const WRITES = /[\p{L}\p{N}]/u;

const OUTSIDE: Drawn = {
  shown: true,
  opacity: 1,
  clip: null,
  clipOfPositioned: null,
  background: 'rgb(255, 255, 255)',
};

function isFrame(element: Element): boolean {
  return /^i?frame$/.test(nameOf(element));
}
