import { documentElementOf } from './dom.ts';
import { markAsOurs } from './ours.ts';
import { type OwnChange, pageMargin } from './page-margin.ts';
import type { Place } from './place.ts';
import { setStyle } from './set-style.ts';

/** In a window narrower than this the sidebar lies over the page: beside it nothing could be read. */
const NARROW_WINDOW = 700;

export type Stance = {
  readonly place: Place;
  /** Where its inner edge is being drawn to: frames and page stay as they are until that is over. */
  readonly edge: number | null;
  /** What it takes when folded, in CSS pixels. */
  readonly tab: { readonly width: number; readonly height: number };
};

export type SidebarHost = {
  readonly element: HTMLElement;
  /** Where frames stand. */
  readonly box: HTMLElement;
  readonly arrange: (change?: Partial<Stance>) => void;
  readonly stance: () => Stance;
  /** To the top of what stands above the page; not before a dialog that the page waits for (`keep-on-top.ts`). */
  readonly rise: () => void;
  /** Takes back everything. */
  readonly close: () => void;
};

/** The one element of ours in a page: in the top layer, with a closed shadow root, and a margin beside it. */
export function sidebarHost(document: Document, place: Place, ownChange: OwnChange): SidebarHost {
  const root = documentElementOf(document);
  const margin = pageMargin(root, ownChange);
  const listening = new AbortController();
  const [host, box] = [document.createElement('div'), document.createElement('div')];
  let stance: Stance = { place, edge: null, tab: { width: 44, height: 320 } };
  let isPrinting = false;

  function arrange(change: Partial<Stance> = {}): void {
    stance = { ...stance, ...change };
    setStyle(host, hostStyle(stance, isPrinting));
    setStyle(box, boxStyle(stance));
    const { side, width, covers, folded } = stance.place;
    const beside = folded ? stance.tab.width : innerWidth < NARROW_WINDOW ? 0 : width;
    margin.push(side, covers || isPrinting ? 0 : beside);
  }

  /** So does what makes all else in the page unpressable: whoever pressed the sidebar before it would press the page behind. */
  function rise(): void {
    if (Document.prototype.querySelector.call(document, ':modal:not(:root)')) return;
    const stood = shadow.activeElement as HTMLElement | null;
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
    // Whoever writes in the sidebar goes on writing.
    stood?.focus();
  }

  markAsOurs(host);
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.append(box);
  arrange();
  root.append(host);
  rise();
  for (const happens of ['resize', 'beforeprint', 'afterprint']) {
    const heard = () => {
      isPrinting = happens === 'beforeprint';
      arrange();
    };
    addEventListener(happens, heard, listening);
  }

  return {
    element: host,
    box,
    arrange,
    stance: () => stance,
    rise,
    close() {
      listening.abort();
      host.remove();
      margin.takeBack();
    },
  };
}

function hostStyle({ place: { side, width, folded }, edge, tab }: Stance, isPrinting: boolean): string {
  const size = folded ? `width:${tab.width}px;height:${tab.height}px;` : `width:${edge ?? width}px;height:100%;`;
  const border = `border-${side === 'left' ? 'right' : 'left'}:${folded ? 0 : 1}px solid light-dark(#768692,#8b98a1);`;
  return `${HOST_STYLE}${size}${border}${side}:0;visibility:${isPrinting ? 'hidden' : 'visible'};`;
}

/** The z-index is for when it cannot be in the top layer. */
const HOST_STYLE =
  'all:initial;position:fixed;inset:0 auto;margin:auto 0;max-width:100%;max-height:100%;box-sizing:border-box;display:block;overflow:hidden;z-index:2147483647;color-scheme:light dark;background:light-dark(#fff,#161c20);';

/** While the edge is being drawn the box keeps its width: words that jump from line to line cannot be read. */
function boxStyle({ place: { side, width }, edge }: Stance): string {
  return `position:absolute;${side}:0;width:${edge === null ? '100%' : `${width - 1}px`};height:100%;`;
}
