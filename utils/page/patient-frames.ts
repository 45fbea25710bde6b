import type { FrameMoved, FrameNews, FrameOrder, FrameReport } from '../messages.ts';
import type { Place } from './place.ts';
import { onceSeen, onceSeenFor } from './schedule.ts';
import { setStyle } from './set-style.ts';

/** A sidebar frame that is loaded or loading; `port` speaks with the document in it. */
type SidebarFrame = { readonly element: HTMLIFrameElement; readonly port: Promise<MessagePort> };

/** Where sidebar frames stand, and the document of the extension they load. */
export type FramesOptions = {
  readonly root: ShadowRoot | HTMLElement;
  /** Address of the sidebar document. */
  readonly address: string;
  /** Origin of that document, once loaded. */
  readonly origin: string;
  /** Hears what the live frame reports besides. */
  readonly heard?: (report: FrameNews) => void;
  /**
   * The live frame has drawn nothing for too long, while somebody could see it: its process may have ended. It has left,
   * and another comes with the next order.
   */
  readonly isMute?: () => void;
};

/** What a frame is given to draw, in milliseconds in which it could be seen; so much more each time it was not enough. */
const DRAWN_MS = 3_000;

export type PatientFrames = {
  /** Takes the frame that has shown or was to show somebody out of the page, now, for good. */
  readonly takeAway: () => void;
  /**
   * Gives the spare frame this generation; it becomes visible once it has drawn and `stillTrue` says so at that
   * moment. In a tab that nobody sees it waits until somebody does.
   */
  readonly show: (order: FrameOrder, stillTrue: () => boolean) => void;
  /**
   * Tells the live frame where it stands now.
   *
   * @param anew it becomes another thing to look at, and is out of sight until it has drawn that
   */
  readonly move: (place: Place, anew: boolean) => void;
};

/**
 * One frame for one patient, and a spare that has shown nobody (docs/architecture.md, “One frame, one patient”). A frame
 * is drawn at 1 % opacity and uncovered: covered tiles are not rastered, and uncovering them can show recycled pixels of
 * somebody else. The frames of all tabs share one process: those that nobody sees would keep the one that somebody
 * waits for.
 */
export function patientFrames(options: FramesOptions): PatientFrames {
  const document = options.root.ownerDocument;
  let live: SidebarFrame | null = null;
  let spare: SidebarFrame | null = null;
  let stopWaiting = () => {};
  let timesMute = 0;

  /** The spare may be as dead as the live frame: their process is one. */
  function awaitDrawing(isMute: () => void): void {
    stopWaiting = onceSeenFor(document, DRAWN_MS * (timesMute + 1), () => {
      timesMute += 1;
      takeAway();
      spare?.element.remove();
      spare = null;
      isMute();
    });
  }

  function takeAway(): void {
    stopWaiting();
    if (!live) return;
    const { element } = live;
    const stood = (element.getRootNode() as ShadowRoot).activeElement === element;
    element.remove();
    live = null;
    // Whoever stands in the sidebar with the keyboard is not put out of it with its patient.
    if (stood) spare?.element.focus();
  }

  async function give(order: FrameOrder, stillTrue: () => boolean): Promise<void> {
    const frame = spare ?? loadFrame(options);
    live = frame;
    spare = null;
    if (options.isMute) awaitDrawing(options.isMute);
    const port = await frame.port;
    if (live !== frame) return;
    port.onmessage = ({ data }: MessageEvent<FrameReport>) => {
      if (live !== frame) return;
      if (!('drawn' in data)) return options.heard?.(data);
      if (data.drawn !== order.generation || !stillTrue()) return;
      stopWaiting();
      timesMute = 0;
      setOpacity(frame.element, 1);
      spare ??= loadFrame(options);
    };
    port.postMessage(order);
  }

  return {
    takeAway,
    show(order, stillTrue) {
      takeAway();
      if (document.visibilityState === 'hidden') stopWaiting = onceSeen(document, () => void give(order, stillTrue));
      else void give(order, stillTrue);
    },
    async move(place, anew) {
      const frame = live;
      if (!frame) return;
      if (anew) setOpacity(frame.element, OUT_OF_SIGHT);
      (await frame.port).postMessage({ place } satisfies FrameMoved);
    },
  };
}

/** Drawn, and seen by nobody. */
const OUT_OF_SIGHT = 0.01;

/** Tab leads to what can be seen, and to nothing else. */
function setOpacity(element: HTMLIFrameElement, opacity: number): void {
  element.tabIndex = opacity < 1 ? -1 : 0;
  setStyle(element, `position:absolute;inset:0;width:100%;height:100%;border:0;opacity:${opacity};`);
}

function loadFrame({ root, address, origin }: FramesOptions): SidebarFrame {
  const element = root.ownerDocument.createElement('iframe');
  element.src = address;
  element.title = 'Planside';
  setOpacity(element, OUT_OF_SIGHT);
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
