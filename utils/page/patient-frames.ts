import type { FrameOrder, FrameReport } from '../messages.ts';

/** A sidebar frame that is loaded or loading; `port` speaks with the document in it. */
type SidebarFrame = { readonly element: HTMLIFrameElement; readonly port: Promise<MessagePort> };

/** Where sidebar frames stand, and the document of the extension they load. */
export type FramesOptions = {
  readonly root: ShadowRoot | HTMLElement;
  /** Address of the sidebar document. */
  readonly address: string;
  /** Origin of that document, once loaded. */
  readonly origin: string;
};

export type PatientFrames = {
  /** Takes the frame that has shown or was to show somebody out of the page, now, for good. */
  readonly takeAway: () => void;
  /**
   * Gives the spare frame this generation; it becomes visible once it has drawn and `stillTrue` says so at that
   * moment.
   */
  readonly show: (order: FrameOrder, stillTrue: () => boolean) => void;
};

/**
 * One frame for one patient, and a spare that has shown nobody (design.md §1, “One frame, one patient”). A frame is
 * drawn at 1 % opacity and uncovered: covered tiles are not rastered, and uncovering them can show recycled pixels of
 * somebody else.
 */
export function patientFrames(options: FramesOptions): PatientFrames {
  let live: SidebarFrame | null = null;
  let spare: SidebarFrame | null = null;

  function takeAway(): void {
    live?.element.remove();
    live = null;
  }

  return {
    takeAway,
    async show(order, stillTrue) {
      takeAway();
      const frame = spare ?? loadFrame(options);
      live = frame;
      spare = null;
      const port = await frame.port;
      if (live !== frame) return;
      port.onmessage = ({ data }: MessageEvent<FrameReport>) => {
        if (live !== frame || data.drawn !== order.generation || !stillTrue()) return;
        frame.element.style.setProperty('opacity', '1', 'important');
        spare ??= loadFrame(options);
      };
      port.postMessage(order);
    },
  };
}

const frameStyle = {
  position: 'absolute',
  inset: '0 0 0 1px',
  width: 'calc(100% - 1px)',
  height: '100%',
  border: '0',
  opacity: '0.01',
} as const;

function loadFrame({ root, address, origin }: FramesOptions): SidebarFrame {
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
