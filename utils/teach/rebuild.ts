import { drawnParentOf } from '../page/dom.ts';
import { type PageIndex, pageIndex } from '../page/page-index.ts';
import { type PieceReader, pieceReader } from '../page/pieces.ts';
import type { Sight } from '../page/sight.ts';
import { isRecordedText, type RecordedElement, type RecordedFrame, type RecordedNode } from './recorded.ts';

/**
 * A recorded frame as a document that nobody shows: nothing in it loads, runs or is drawn. What a person could see of
 * the page is known from the recording.
 */
export type LessonFrame = {
  readonly path: string;
  readonly isTop: boolean;
  readonly place: readonly number[] | null;
  readonly document: Document;
  readonly index: PageIndex;
  readonly sight: Sight;
  readonly reader: PieceReader;
  /** The element that was recorded under this name. */
  readonly elementOf: (id: number) => Element | null;
  readonly idOf: (element: Element) => number | null;
  /** Which of the frames of its frame an element holds. */
  readonly heldBy: (element: Element) => number | null;
};

/** Builds a recorded frame again. */
export function rebuild({ path, isTop, place, root }: RecordedFrame): LessonFrame {
  const document = globalThis.document.implementation.createHTMLDocument('');
  const recorded = new Map<Element, RecordedElement>();
  const seenTexts = new Set<Text>();
  const byId = new Map<number, Element>();

  function add(parent: Node, nodes: readonly RecordedNode[]): void {
    for (const node of nodes) {
      if (isRecordedText(node)) {
        const text = document.createTextNode(node.text);
        if (node.seen) seenTexts.add(text);
        parent.appendChild(text);
      } else parent.appendChild(built(node));
    }
  }

  function built(node: RecordedElement): Element {
    const element = document.createElement(node.name);
    recorded.set(element, node);
    byId.set(node.id, element);
    for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value);
    if (node.value !== undefined) (element as HTMLInputElement).value = node.value;
    if (node.shadow) add(element.attachShadow({ mode: 'open' }), node.shadow);
    add(element, node.children);
    return element;
  }

  document.documentElement.remove();
  document.appendChild(built(root));
  const index = pageIndex(document, () => undefined);
  while (!index.goOn());
  const sight = sightOfRecording(recorded, seenTexts);
  return {
    path,
    isTop,
    place,
    document,
    index,
    sight,
    reader: pieceReader(sight),
    elementOf: (id) => byId.get(id) ?? null,
    idOf: (element) => recorded.get(element)?.id ?? null,
    heldBy: (element) => recorded.get(element)?.holdsFrame ?? null,
  };
}

/** Sees what was seen. */
function sightOfRecording(recorded: ReadonlyMap<Element, RecordedElement>, seenTexts: ReadonlySet<Text>): Sight {
  const inherited = (element: Element | null, what: 'weight' | 'size'): string => {
    for (let at = element; at !== null; at = drawnParentOf(at)) {
      const own = recorded.get(at)?.[what];
      if (own !== undefined) return own;
    }
    return '';
  };
  return {
    seesElement: (element) => recorded.get(element)?.seen ?? false,
    seesText: (text) => seenTexts.has(text),
    isCovered(node) {
      const element = node.nodeType === Node.TEXT_NODE ? drawnParentOf(node) : (node as Element);
      return element !== null && recorded.get(element)?.covered === true;
    },
    styleOf(element) {
      const own = recorded.get(element);
      const style = {
        display: own?.display ?? 'inline',
        fontWeight: inherited(element, 'weight'),
        fontSize: inherited(element, 'size'),
        cursor: own?.pressed ? 'pointer' : 'auto',
      };
      return style as CSSStyleDeclaration;
    },
    layersInFront: () => [],
  };
}
