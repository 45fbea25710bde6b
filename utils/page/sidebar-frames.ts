import { documentElementOf } from './dom.ts';
import { markAsOurs } from './ours.ts';
import { type PatientFrames, patientFrames } from './patient-frames.ts';

/** Width of the sidebar in CSS pixels. */
const WIDTH = 360;

export type SidebarFrames = PatientFrames & {
  /** Whether the sidebar stands in the page, with or without a frame in it. */
  readonly isOpen: () => boolean;
  /** Whether the page has taken the host out. */
  readonly isLost: () => boolean;
  /** Takes back everything: host, frames, margin. */
  readonly close: () => void;
};

/**
 * The sidebar in a page: one host element in the top layer with a closed shadow root, the frames of patients in it, and
 * a margin that pushes the page aside.
 *
 * @param address of the sidebar document of the extension
 * @param origin of that document, once loaded
 */
export function sidebarFrames(document: Document, address: string, origin: string): SidebarFrames {
  let place: { readonly host: HTMLElement; readonly frames: PatientFrames; readonly margin: PageMargin } | null = null;

  function open(): PatientFrames {
    if (place?.host.isConnected) return place.frames;
    place?.margin.takeBack();
    const host = document.createElement('div');
    markAsOurs(host);
    host.popover = 'manual';
    for (const [property, value] of Object.entries(hostStyle)) host.style.setProperty(property, value, 'important');
    const root = host.attachShadow({ mode: 'closed' });
    documentElementOf(document).append(host);
    host.showPopover();
    const frames = patientFrames({ root, address, origin });
    place = { host, frames, margin: pushAside(documentElementOf(document)) };
    return frames;
  }

  return {
    takeAway: () => place?.frames.takeAway(),
    isOpen: () => place !== null,
    isLost: () => place !== null && !place.host.isConnected,
    show: (order, stillTrue) => open().show(order, stillTrue),
    close() {
      place?.frames.takeAway();
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
