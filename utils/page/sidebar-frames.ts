import type { FrameOrder, FrameReport } from '../messages.ts';
import { documentElementOf } from './dom.ts';
import { markAsOurs } from './ours.ts';

/** Width of the sidebar in CSS pixels. */
const WIDTH = 360;

/** A sidebar frame that is loaded or loading; `port` speaks with the document in it. */
type SidebarFrame = { readonly element: HTMLIFrameElement; readonly port: Promise<MessagePort> };

export type SidebarFrames = {
  /** Takes the frame that has shown or was to show somebody out of the page, now, for good. */
  readonly takeAway: () => void;
  /**
   * Gives the spare frame this generation; it becomes visible once it has drawn and `stillTrue` says so at that
   * moment.
   */
  readonly show: (order: FrameOrder, stillTrue: () => boolean) => void;
  /** Whether the sidebar stands in the page, with or without a frame in it. */
  readonly isOpen: () => boolean;
  /** Whether the page has taken the host out. */
  readonly isLost: () => boolean;
  /** Takes back everything: host, frames, margin. */
  readonly close: () => void;
};

/**
 * The sidebar in a page: one host element in the top layer with a closed shadow root, one frame for one patient,
 * and a spare that has shown nobody (design.md §1, “One frame, one patient”). A frame is drawn at 1 % opacity and
 * uncovered: covered tiles are not rastered, and uncovering them can show recycled pixels of somebody else.
 *
 * @param address of the sidebar document of the extension
 * @param origin of that document, once loaded
 */
export function sidebarFrames(document: Document, address: string, origin: string): SidebarFrames {
  let place: { readonly host: HTMLElement; readonly root: ShadowRoot; readonly margin: PageMargin } | null = null;
  let live: SidebarFrame | null = null;
  let spare: SidebarFrame | null = null;

  function open(): ShadowRoot {
    if (place?.host.isConnected) return place.root;
    place?.margin.takeBack();
    const host = document.createElement('div');
    markAsOurs(host);
    host.popover = 'manual';
    for (const [property, value] of Object.entries(hostStyle)) host.style.setProperty(property, value, 'important');
    const root = host.attachShadow({ mode: 'closed' });
    documentElementOf(document).append(host);
    host.showPopover();
    place = { host, root, margin: pushAside(documentElementOf(document)) };
    live = null;
    spare = null;
    return root;
  }

  function takeAway(): void {
    live?.element.remove();
    live = null;
  }

  return {
    takeAway,
    isOpen: () => place !== null,
    isLost: () => place !== null && !place.host.isConnected,
    async show(order, stillTrue) {
      const root = open();
      takeAway();
      const frame = spare ?? loadFrame(root, address, origin);
      live = frame;
      spare = null;
      const port = await frame.port;
      if (live !== frame) return;
      port.onmessage = ({ data }: MessageEvent<FrameReport>) => {
        if (live !== frame || data.drawn !== order.generation || !stillTrue()) return;
        frame.element.style.setProperty('opacity', '1', 'important');
        spare ??= loadFrame(root, address, origin);
      };
      port.postMessage(order);
    },
    close() {
      takeAway();
      spare = null;
      place?.host.remove();
      place?.margin.takeBack();
      place = null;
    },
  };
}

const hostStyle = {
  all: 'initial',
  position: 'fixed',
  inset: '0 0 0 auto',
  width: `${WIDTH}px`,
  height: '100%',
  'max-height': 'none',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'hidden',
  display: 'block',
  'color-scheme': 'light dark',
  background: 'light-dark(#ffffff, #161c20)',
  'box-shadow': 'inset 1px 0 light-dark(#768692, #8b98a1)',
} as const;

const frameStyle = {
  position: 'absolute',
  inset: '0 0 0 1px',
  width: 'calc(100% - 1px)',
  height: '100%',
  border: '0',
  opacity: '0.01',
} as const;

function loadFrame(root: ShadowRoot, address: string, origin: string): SidebarFrame {
  const element = root.ownerDocument.createElement('iframe');
  element.src = address;
  element.title = 'Planside';
  for (const [property, value] of Object.entries(frameStyle)) element.style.setProperty(property, value, 'important');
  const port = new Promise<MessagePort>((resolve) => {
    element.addEventListener(
      'load',
      () => {
        const { port1, port2 } = new MessageChannel();
        element.contentWindow?.postMessage('planside', origin, [port2]);
        resolve(port1);
      },
      { once: true },
    );
  });
  root.prepend(element);
  return { element, port };
}

type PageMargin = { readonly takeBack: () => void };

/** The one thing that changes in the page itself (S12): a margin on its root, taken back on closing. */
function pushAside(root: HTMLElement): PageMargin {
  const [value, priority] = [
    root.style.getPropertyValue('margin-right'),
    root.style.getPropertyPriority('margin-right'),
  ];
  root.style.setProperty('margin-right', `${WIDTH}px`, 'important');
  return {
    takeBack() {
      if (value) root.style.setProperty('margin-right', value, priority);
      else root.style.removeProperty('margin-right');
      if (root.getAttribute('style') === '') root.removeAttribute('style');
    },
  };
}
