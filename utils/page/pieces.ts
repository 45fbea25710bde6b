import {
  attributeOf,
  drawnParentOf,
  firstChildOf,
  isElement,
  matches,
  nameOf,
  nextSiblingOf,
  shadowRootOf,
} from './dom.ts';
import { isOurs } from './ours.ts';
import type { Sight } from './sight.ts';
import { isForeignTitle, titleIn } from './titles.ts';

/** A run of visible text in one element, or the value of a field that nobody can type into. */
export type Piece = {
  /** White space folded; never empty. */
  readonly text: string;
  readonly node: Text | Element;
  /** Pieces of one line stand in one row of text, as far as the page's blocks tell. */
  readonly line: number;
  /** Stands in an element whose business is to name the next one: `dt`, `th`, `label`. */
  readonly isLabel: boolean;
  readonly isHeading: boolean;
  readonly isLink: boolean;
};

/** More than this is no identity region but a page. */
const MOST_PIECES = 160;
const MOST_ELEMENTS = 1_200;

/** Says nothing about who is open: navigation, lists of choices, fields and buttons, the person at the screen. */
const PASSED_OVER = [
  'script, style, template, noscript, svg, datalist, select, textarea, button, nav, footer, aside',
  '[role="navigation"], [role="menu"], [role="listbox"], [role="option"], [role="tablist"], [role="tab"]',
  '[role="button"], [role="search"], [role="contentinfo"], [role="tooltip"], [contenteditable]:not([contenteditable="false"])',
  '[class*="hint" i], [class*="help-text" i], [class*="placeholder" i], [class*="account" i], [class*="user-profile" i]',
  '[class*="user-menu" i], [class*="logged-in" i], [class*="signed-in" i]',
].join(', ');
const LABELS = 'dt, th, label, [class~="label" i], [class*="-label" i], [class*="_label" i], [class*="__key" i]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"], strong, b, [class*="name" i]';
/** A name for a value that is written nowhere else. */
const NAMED_BY = ['aria-label', 'title', 'data-label'];

type Place = {
  readonly isLabel: boolean;
  readonly isHeading: boolean;
  readonly isLink: boolean;
};

/**
 * The visible text of a region in the order of the page, as pieces; what belongs to other people (relatives, contacts)
 * or to nobody is left out.
 *
 * @returns `null`: too much for a region
 */
export function piecesIn(region: Element, sight: Sight): Piece[] | null {
  const pieces: Piece[] = [];
  let line = 0;
  let visited = 0;
  let isFull = false;

  function add(text: string, node: Text | Element, place: Place): void {
    const folded = text
      .normalize('NFKC')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    if (folded === '') return;
    pieces.push({ text: folded, node, line, ...place });
    if (pieces.length > MOST_PIECES) isFull = true;
  }

  function walkText(text: Text, place: Place): void {
    if (/\S/.test(text.data) && sight.seesText(text)) add(text.data.slice(0, 2_000), text, place);
  }

  function walkElement(element: Element, around: Place): void {
    visited += 1;
    if (visited > MOST_ELEMENTS) isFull = true;
    if (isOurs(element) || (element !== region && matches(element, PASSED_OVER))) return;
    if (nameOf(element) === 'br') line += 1;
    const { display } = sight.styleOf(element);
    if (display === 'none') return;
    const isBlock = !/^(?:inline|contents|ruby)/.test(display);
    if (isBlock) line += 1;
    const place = {
      isLabel: around.isLabel || matches(element, LABELS),
      isHeading: around.isHeading || matches(element, HEADINGS),
      isLink: around.isLink || nameOf(element) === 'a',
    };
    nameOfValue(element, place);
    if (nameOf(element) === 'input') walkField(element as HTMLInputElement, place);
    else walkChildren(element, place);
    if (isBlock) line += 1;
  }

  /** `<span aria-label="NHS number">943 476 5919</span>`: the label is written, if not to be seen. */
  function nameOfValue(element: Element, place: Place): void {
    const name = NAMED_BY.map((attribute) => attributeOf(element, attribute)).find((text) => text);
    if (!name || name.length > 60 || !/^[^\d]*\b(?:NHS|GIG|birth|born|DOB|geni|name|enw)\b/i.test(name)) return;
    const own = element.textContent ?? '';
    const isValue = nameOf(element) === 'input' || (own.length < 80 && !/NHS|birth|born|DOB/i.test(own));
    if (isValue) add(name.replace(/\d.*$/s, ''), element, { ...place, isLabel: true });
    if (isValue) line += 1;
  }

  /** A field that can be typed into says what somebody wants, not who is open. */
  function walkField(field: HTMLInputElement, place: Place): void {
    const isShown =
      matches(field, '[readonly], :disabled') &&
      matches(field, ':not([type]), [type="text" i], [type="date" i], [type="tel" i]');
    if (isShown && sight.seesElement(field)) add(field.value.slice(0, 300), field, place);
  }

  function walkChildren(element: Element, place: Place): void {
    const shadow = shadowRootOf(element);
    const slotted = nameOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    if (slotted.length > 0) return walkAll(slotted, place);
    const children: Node[] = [];
    for (let child = firstChildOf(shadow ?? element); child && !isFull; child = nextSiblingOf(child))
      children.push(child);
    walkAll(children, place);
  }

  function walkAll(children: readonly Node[], place: Place): void {
    let isForeign = false;
    for (const child of children) {
      if (isFull) return;
      if (child.nodeType === Node.TEXT_NODE) {
        if (!isForeign) walkText(child as Text, place);
      } else if (isElement(child)) {
        const title = titleIn(child);
        if (title !== null) isForeign = isForeignTitle(title);
        if (!isForeign) walkElement(child, place);
      }
    }
  }

  walkElement(region, placeOf(region));
  return isFull ? null : pieces;
}

function placeOf(region: Element): Place {
  const parent = drawnParentOf(region);
  return { isLabel: false, isHeading: false, isLink: parent !== null && nameOf(parent) === 'a' };
}
