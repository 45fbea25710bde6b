import { boxOf, documentElementOf } from '../page/dom.ts';
import { markAsOurs } from '../page/ours.ts';
import { setStyle } from '../page/set-style.ts';

/** Lines around elements of a page, over everything and in nobody's way. */
export type Outlines = {
  /** Around these, and no others. */
  readonly around: (elements: readonly Element[]) => void;
  /** The page has moved. */
  readonly follow: () => void;
  readonly close: () => void;
};

const HOST = 'all:initial;position:fixed;inset:0;z-index:2147483647;pointer-events:none;';
/** Dark within light, so that it is seen on any page. */
const LINE = 'border:3px solid #ffdd00;outline:3px solid #0b0c0c;box-sizing:border-box;';
const GAP = 4;

export function outlines(document: Document): Outlines {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  let marked: readonly Element[] = [];
  markAsOurs(host);
  setStyle(host, HOST);
  host.setAttribute('aria-hidden', 'true');

  function follow(): void {
    root.replaceChildren(
      ...marked.map((element) => {
        const { left, top, width, height } = boxOf(element);
        const line = document.createElement('div');
        const place = `left:${left - GAP}px;top:${top - GAP}px;width:${width + 2 * GAP}px;height:${height + 2 * GAP}px;`;
        setStyle(line, `position:fixed;${place}${LINE}`);
        return line;
      }),
    );
  }

  return {
    around(elements) {
      marked = elements;
      if (marked.length > 0 && !host.isConnected) documentElementOf(document).append(host);
      if (marked.length === 0) host.remove();
      follow();
    },
    follow,
    close: () => host.remove(),
  };
}
