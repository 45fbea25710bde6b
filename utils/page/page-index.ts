import { attributeOf, isConnected, isElement, matches, nameOf, shadowRootOf, titleOf } from './dom.ts';

/** Where the labels of NHS numbers stand in one frame, kept up to date by its mutations instead of read anew. */
export type PageIndex = {
  /** Texts and elements that mention an NHS number; in no order. */
  readonly places: () => readonly (Text | Element)[];
  /** What the page calls itself. */
  readonly title: () => string;
  /** `<script data-patient-context>`. */
  readonly declarations: () => readonly Element[];
  /** Frames directly in this document, whether they can be read or not. */
  readonly frames: () => readonly Element[];
  /** The document and its open shadow roots. */
  readonly roots: () => readonly (Document | ShadowRoot)[];
  /** Takes a batch of mutations in; tells whether places or declarations came, went, or changed. */
  readonly take: (records: readonly MutationRecord[]) => boolean;
  /** Whether elements of the page's own may still get their shadow root. */
  readonly isAwaiting: () => boolean;
  /** Goes on with what is still unread, for a few milliseconds; `false`: there is more. */
  readonly goOn: () => boolean;
};

/** How long (ms) one go of reading a page into the index may take. */
const SLICE_MS = 8;
const NODES_BETWEEN_CLOCKS = 256;
/** No banner is written in a text longer than this. */
const LONGEST_TEXT = 2_000;
/** Elements of its own that a page may bring; later shadow roots are found when looked for again. */
const MOST_AWAITED = 500;

/** The label of an NHS number, or the first word of one. */
const MENTIONS =
  /\bNHS\s*(?:no\b|number|num\b|id\b|#|[:：])|^\s*(?:patient(?:['’]s)?\s+)?NHS\s*$|\bGIG\b|\bNHS ?\/ ?(?:CHI|H&SC|HSC)\b|\bNHS\s+\d{3}[\s-]?\d{3}[\s-]?\d{4}/i;
const NAMED_BY = ['aria-label', 'title', 'data-label'];

/**
 * Reads a document into an index, a slice at a time.
 *
 * @param onRoot called with each open shadow root found, so that it can be observed
 */
export function pageIndex(document: Document, onRoot: (root: ShadowRoot) => void): PageIndex {
  const places = new Set<Text | Element>();
  const declarations = new Set<Element>();
  const frames = new Set<Element>();
  const roots = new Set<Document | ShadowRoot>([document]);
  /** Custom elements without a shadow root: they may get one later, which no mutation tells. */
  const awaited = new Set<Element>();
  const queue: Node[] = [];
  let walker: TreeWalker | null = null;
  let changed = false;

  function see(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) seeText(node as Text);
    else if (isElement(node)) seeElement(node);
  }

  function seeText(text: Text): void {
    const mentions = text.length <= LONGEST_TEXT && MENTIONS.test(text.data);
    if (mentions ? !places.has(text) : places.has(text)) changed = true;
    if (mentions) places.add(text);
    else places.delete(text);
  }

  function seeElement(element: Element): void {
    const name = nameOf(element);
    if (name === 'iframe' || name === 'frame') frames.add(element);
    if (name === 'script') seeScript(element);
    if (isNamed(element) && !places.has(element)) {
      places.add(element);
      changed = true;
    }
    if (!seeRoot(element) && name.includes('-') && awaited.size < MOST_AWAITED) awaited.add(element);
  }

  function seeScript(script: Element): void {
    const declares = attributeOf(script, 'data-patient-context') !== null;
    if (declares || declarations.has(script)) changed = true;
    if (declares) declarations.add(script);
    else declarations.delete(script);
  }

  function seeRoot(element: Element): boolean {
    const root = shadowRootOf(element);
    if (root && !roots.has(root)) {
      roots.add(root);
      onRoot(root);
      queue.push(root);
      changed = true;
    }
    return root !== null;
  }

  function goOn(): boolean {
    for (const element of awaited) if (!isConnected(element) || seeRoot(element)) awaited.delete(element);
    const end = performance.now() + SLICE_MS;
    let seen = 0;
    while (walker || queue.length > 0) {
      if (!walker) {
        const root = queue.pop() as Node;
        if (root !== document && !isConnected(root)) continue;
        walker = Document.prototype.createTreeWalker.call(
          document,
          root,
          NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
        );
        see(root);
      }
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        see(node);
        seen += 1;
        if (seen % NODES_BETWEEN_CLOCKS === 0 && performance.now() > end) return false;
      }
      walker = null;
    }
    return true;
  }

  function drop(gone: Set<Node>): void {
    for (const node of gone) {
      if (isConnected(node)) continue;
      gone.delete(node);
      changed = true;
    }
  }

  function take(records: readonly MutationRecord[]): boolean {
    changed = false;
    let removed = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'childList') {
        for (const node of addedNodes) queue.push(node);
        removed ||= removedNodes.length > 0;
        // The text of a declaration is its only child.
        if (declarations.has(target as Element)) changed = true;
      } else if (type === 'characterData') {
        seeText(target as Text);
        if (declarations.has(target.parentNode as Element)) changed = true;
      } else if (isElement(target)) seeElement(target);
    }
    if (removed) for (const gone of [places, declarations, frames, roots, awaited]) drop(gone as Set<Node>);
    goOn();
    return changed;
  }

  queue.push(document);
  return {
    places: () => [...places],
    title: () => titleOf(document),
    declarations: () => [...declarations],
    frames: () => [...frames],
    roots: () => [...roots],
    isAwaiting: () => awaited.size > 0,
    take,
    goOn,
  };
}

function isNamed(element: Element): boolean {
  return (
    NAMED_BY.some((name) => {
      const text = attributeOf(element, name);
      return text !== null && text.length < 100 && MENTIONS.test(text);
    }) && !matches(element, 'a, button, img, svg, iframe, html, body')
  );
}
