import { oneLine } from '../patient/one-line.ts';
import {
  attributeOf,
  drawnParentOf,
  firstChildOf,
  isElement,
  matches,
  nameOf,
  nextSiblingOf,
  shadowRootOf,
  textContentOf,
} from './dom.ts';
import { isOurs } from './ours.ts';
import { isTableOfPeople } from './rows.ts';
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

/** A piece before its region is known: whether a new line begins with it. */
type Part = Omit<Piece, 'line'> & { readonly isNewLine: boolean };
type Run = { readonly parts: readonly Part[]; readonly endsLine: boolean };

/** What one look has already taken apart; `null`: too much. */
export type PieceReader = {
  readonly piecesIn: (region: Element) => readonly Piece[] | null;
  /** Fields met on the way that show a value, or could, and others that were asked for theirs. */
  readonly fields: Set<Pick<HTMLInputElement, 'value'>>;
};

/** More than this is no identity region but a page. */
const MOST_PIECES = 160;
const MOST_CHILDREN = 400;
const LONGEST_TEXT = 2_000;
const LONGEST_NAME = 60;
const LONGEST_NAMED = 80;
const STRONG = 600;
const LARGE_PIXELS = 18;
/** Characters without width, where they mean nothing: joiners do in some scripts, but not among digits. */
const UNSEEN = /[\u200b\u2060\u2066-\u2069\ufeff]|(?<=[\d\s])[\u200c\u200d]|[\u200c\u200d](?=[\d\s])/g;

/** Says nothing about who is open: choices, fields and buttons, hints, the person at the screen. */
export const NOWHERE = [
  'script, style, title, template, noscript, svg, datalist, select, option, textarea, button, footer',
  '[role="menu"], [role="listbox"], [role="option"], [role="tablist"], [role="tab"], [role="button"]',
  '[role="search"], [role="contentinfo"], [role="tooltip"], [contenteditable]:not([contenteditable="false"])',
  '[class*="hint" i], [class*="help-text" i], [class*="placeholder" i], [class*="account" i]',
  '[class*="user-profile" i], [class*="user-menu" i], [class*="logged-in" i], [class*="signed-in" i]',
].join(', ');
/** Passed over from outside as well; but a banner may stand in one. */
const PASSED_OVER = `${NOWHERE}, nav, aside, [role="navigation"]`;
const LABELS = 'dt, th, label, [class~="label" i], [class*="-label" i], [class*="_label" i], [class*="__key" i]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"], strong, b, [class*="name" i]';
const SHOWN_FIELD =
  'input:is([readonly], :disabled):is(:not([type]), [type="text" i], [type="date" i], [type="tel" i])';
/** A name for a value that is written nowhere else. */
const NAMED_BY = ['aria-label', 'title', 'data-label'];
const NAMES_IDENTITY = /^[^\d]*\b(?:NHS|GIG|birth|born|DOB|geni|name|enw)\b/i;
const NOTHING: Run = { parts: [], endsLine: false };

/** As long as a look itself is remembered, and no longer. */
const readers = new WeakMap<Sight, PieceReader>();

/**
 * Reads the visible text of regions in the order of the page, as pieces. What belongs to other people (relatives,
 * contacts, tables of people) or to nobody is left out. Within one look there is one reader, whoever asks for it: what
 * has been read once is not read again.
 */
export function pieceReader(sight: Sight): PieceReader {
  const reader = readers.get(sight) ?? freshReader(sight);
  readers.set(sight, reader);
  return reader;
}

function freshReader(sight: Sight): PieceReader {
  const runs = new Map<Element, Run | null>();
  const fields: PieceReader['fields'] = new Set();

  function runOf(element: Element): Run | null {
    const known = runs.get(element);
    if (known !== undefined) return known;
    const run = freshRun(element);
    runs.set(element, run);
    return run;
  }

  function freshRun(element: Element): Run | null {
    const { display } = sight.styleOf(element);
    if (display === 'none' || isOurs(element)) return NOTHING;
    if (nameOf(element) === 'br') return { parts: [], endsLine: true };
    const inner = nameOf(element) === 'input' ? fieldRun(element as HTMLInputElement) : childrenRun(element);
    if (!inner) return null;
    const parts = flagged([...namedRun(element), ...inner.parts], element);
    const isBlock = !/^(?:inline|contents|ruby)/.test(display);
    const [first, ...rest] = parts;
    if (!isBlock || !first) return { parts, endsLine: isBlock || inner.endsLine };
    return { parts: [{ ...first, isNewLine: true }, ...rest], endsLine: true };
  }

  /** `<span aria-label="NHS number">943 476 5919</span>`: the label is written, if not to be seen. */
  function namedRun(element: Element): Part[] {
    const name = NAMED_BY.map((attribute) => attributeOf(element, attribute)).find((text) => text);
    if (!name || name.length > LONGEST_NAME || !NAMES_IDENTITY.test(name)) return [];
    const own = textContentOf(element) ?? '';
    const isValue = nameOf(element) === 'input' || (own.length < LONGEST_NAMED && !/NHS|birth|born|DOB/i.test(own));
    return isValue ? [{ ...part(name.replace(/\d.*$/s, ''), element), isLabel: true, isNewLine: true }] : [];
  }

  /** A field that can be typed into says what somebody wants, not who is open. */
  function fieldRun(field: HTMLInputElement): Run {
    if (!matches(field, SHOWN_FIELD)) return NOTHING;
    fields.add(field);
    const isShown = /\S/.test(field.value) && sight.seesElement(field);
    return isShown ? { parts: [{ ...part(field.value, field), isNewLine: true }], endsLine: true } : NOTHING;
  }

  function childrenRun(element: Element): Run | null {
    const parts: Part[] = [];
    let endsLine = false;
    let isForeign = false;
    let children = 0;
    for (const child of childrenOf(element)) {
      children += 1;
      if (children > MOST_CHILDREN || parts.length > MOST_PIECES) return null;
      const title = isElement(child) ? titleIn(child) : null;
      if (title !== null) isForeign = isForeignTitle(title);
      if (isForeign) continue;
      const run = childRun(child);
      if (!run) return null;
      const [first, ...rest] = run.parts;
      if (first) parts.push(endsLine ? { ...first, isNewLine: true } : first, ...rest);
      endsLine = first ? run.endsLine : endsLine || run.endsLine;
    }
    return parts.length > MOST_PIECES ? null : { parts, endsLine };
  }

  function childRun(child: Node): Run | null {
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child as Text;
      const isSeen = /\S/.test(text.data) && sight.seesText(text);
      return isSeen ? { parts: [{ ...part(text.data, text), isHeading: stands(text) }], endsLine: false } : NOTHING;
    }
    if (!isElement(child) || matches(child, PASSED_OVER)) return NOTHING;
    if (nameOf(child) === 'table' && isTableOfPeople(child)) return NOTHING;
    return runOf(child);
  }

  /** Whether a text stands out by its size or weight. */
  function stands(text: Text): boolean {
    const parent = drawnParentOf(text);
    const { fontWeight = '', fontSize = '' } = parent ? sight.styleOf(parent) : {};
    return Number(fontWeight) >= STRONG || Number.parseFloat(fontSize) >= LARGE_PIXELS;
  }

  return {
    fields,
    piecesIn(region) {
      const run = runOf(region);
      let line = 0;
      const numbered = ({ isNewLine, ...piece }: Part): Piece => {
        if (isNewLine) line += 1;
        return { ...piece, line };
      };
      return run?.parts.map(numbered) ?? null;
    },
  };
}

/** The children as they are drawn: those of an open shadow root, what is put into a slot, or its own. */
function childrenOf(element: Element): Node[] {
  const slotted = nameOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  if (slotted.length > 0) return slotted;
  const children: Node[] = [];
  const first = firstChildOf(shadowRootOf(element) ?? element);
  for (let child = first; child && children.length <= MOST_CHILDREN; child = nextSiblingOf(child)) children.push(child);
  return children;
}

function part(text: string, node: Text | Element): Part {
  const folded = oneLine(text.slice(0, LONGEST_TEXT).normalize('NFKC').replace(UNSEEN, ''));
  return { text: folded, node, isNewLine: false, isLabel: false, isHeading: false, isLink: false };
}

/** Parts as they stand in an element: what it is, they are. */
function flagged(parts: readonly Part[], element: Element): readonly Part[] {
  if (parts.length === 0) return parts;
  const [isLabel, isHeading, isLink] = [matches(element, LABELS), matches(element, HEADINGS), nameOf(element) === 'a'];
  if (!isLabel && !isHeading && !isLink) return parts;
  return parts.map((one) => ({
    ...one,
    isLabel: one.isLabel || isLabel,
    isHeading: one.isHeading || isHeading,
    isLink: one.isLink || isLink,
  }));
}
