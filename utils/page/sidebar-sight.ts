import { boxOf, documentElementOf, findAll, isElement, matches, parentNodeOf } from './dom.ts';
import type { SidebarHost } from './sidebar-host.ts';

/**
 * How the sidebar stands at one moment, as far as style, measure and a press can tell.
 *
 * `behind`: something stands before it by right, or for a moment: a dialog that the page waits for, one thing in full
 * screen, a menu, a short message further down.
 */
export type Sight = 'inSight' | 'behind' | 'hidden';

/** `dimmed`: a dialog that the page waits for stands beside it, and it can be read behind that one's veil. */
export type Look = Sight | 'dimmed';

/** So much of each side of it must be there: a page that is drawn smaller as a whole leaves it legible. */
const ENOUGH = 0.75;
/** So opaque it must be, and a veil before it no more than that. */
const OPAQUE = 0.9;
const THICK_VEIL = 0.7;
/** Rows of spots, near enough to each other that a strip of 40 px in a window of 800 px meets one. */
const ROWS = 24;
const COLUMNS = 9;
/** Further down than this, and no more than this share of it: a short message. */
const HEAD = 0.5;
const SHORT = 0.25;

type Standing = Pick<SidebarHost, 'element' | 'stance'>;

/**
 * Whether a person can see the sidebar now.
 *
 * @param above popovers that have opened since the sidebar last rose
 */
export function sightOf(document: Document, { element, stance }: Standing, above: Iterable<Element>): Look {
  const modals = findAll(document, ':modal:not(:root)');
  if (modals.length > 0) return modals.some((one) => isBefore(one, boxOf(element))) ? 'behind' : 'dimmed';
  const root = documentElementOf(document);
  const isDrawn = Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
  if (!isDrawn || parentNodeOf(element) !== root || !element.matches(':popover-open')) return 'hidden';
  const box = boxOf(element);
  const looks = [getComputedStyle(element), getComputedStyle(root)];
  if (looks.some(isDisfigured) || !isWhole(box, stance())) return 'hidden';
  return Element.prototype.closest.call(element, '[inert]')
    ? 'inSight'
    : coverOf(document, element, box, [...above].filter(letsThrough));
}

/** A dialog lies over it, or its veil lets nothing be read. */
function isBefore(dialog: Element, { left, right, top, bottom }: DOMRect): boolean {
  const box = boxOf(dialog);
  const isOver = box.left < right && left < box.right && box.top < bottom && top < box.bottom;
  const veil = getComputedStyle(dialog, '::backdrop');
  return isOver || veil.backgroundImage !== 'none' || alphaOf(veil.backgroundColor) * Number(veil.opacity) > THICK_VEIL;
}

/** How opaque a computed colour is: browsers leave out what is whole. */
function alphaOf(colour: string): number {
  const [, alpha] = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(colour)?.filter(Boolean) ?? [];
  return colour === 'transparent' ? 0 : Number(alpha ?? 1);
}

/** Where it should be, and not much smaller. */
function isWhole({ left, right, top, bottom, width, height }: DOMRect, { place, edge, tab }: Stance): boolean {
  const wanted = place.folded ? tab : { width: edge ?? place.width, height: innerHeight };
  const isBigEnough =
    width >= ENOUGH * Math.min(wanted.width, innerWidth) && height >= ENOUGH * Math.min(wanted.height, innerHeight);
  return isBigEnough && left > -2 && top > -2 && right < innerWidth + 2 && bottom < innerHeight + 2;
}

type Stance = ReturnType<Standing['stance']>;

/** What changes nothing that is seen. */
const NEUTRAL =
  /(?:blur|grayscale|invert|sepia)\(0(?:px)?\)|(?:brightness|contrast|saturate|opacity)\(1\)|hue-rotate\(0deg\)/g;

/** A root’s opacity, filter, clip and mask hold for the top layer as well; its transforms do not. */
function isDisfigured(style: CSSStyleDeclaration): boolean {
  return (
    Number(style.opacity) < OPAQUE ||
    style.filter.replace(NEUTRAL, '').trim().replace('none', '') !== '' ||
    style.clipPath !== 'none' ||
    style.clip !== 'auto' ||
    style.maskImage !== 'none' ||
    style.contentVisibility === 'hidden'
  );
}

/** What a press would meet on spots all over it. */
function coverOf(
  document: Document,
  host: Element,
  { left, top, width, height }: DOMRect,
  through: readonly Element[],
): Sight {
  let covered = 0;
  let isOverHead = false;
  let isMenu = true;
  for (let at = 0; at < ROWS * 2; at += 1) {
    const down = (at / 2 + 0.5) / ROWS;
    const x = left + (width * (((at * 4) % COLUMNS) + 0.5)) / COLUMNS;
    const y = top + height * Math.min(down, 0.99);
    const met =
      through.find((one) => isAt(boxOf(one), x, y)) ?? Document.prototype.elementFromPoint.call(document, x, y);
    if (met === host) continue;
    covered += 1;
    isOverHead ||= down < HEAD;
    isMenu &&= met !== null && isOfMenu(met);
  }
  if (covered === 0) return 'inSight';
  return isMenu || (!isOverHead && covered <= SHORT * ROWS * 2) ? 'behind' : 'hidden';
}

function isAt({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}

/** In a popover that closes by itself when somebody presses elsewhere. */
function isOfMenu(met: Element): boolean {
  for (let at: Node | null = met; at !== null; at = parentNodeOf(at)) {
    if (isElement(at) && matches(at, '[popover]:popover-open')) return (at as HTMLElement).popover !== 'manual';
  }
  return false;
}

/** A popover that no press meets, and that is not clear. */
function letsThrough(one: Element): boolean {
  if (!one.matches(':popover-open')) return false;
  const { pointerEvents, backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(one);
  const isClear = alphaOf(backgroundColor) === 0 && backgroundImage === 'none';
  return pointerEvents === 'none' && !(isClear && (backdropFilter ?? 'none') === 'none');
}
