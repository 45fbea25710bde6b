import { browser } from '../../utils/browser.ts';
import { sendCommand } from '../../utils/commands.ts';
import {
  type FrameMoved,
  type FrameOrder,
  type FrameReport,
  type Saying,
  SIDEBAR_LINE,
  type SidebarAnswer,
  type SidebarHello,
  type SidebarOrder,
  type SidebarSight,
} from '../../utils/messages.ts';
import type { Place } from '../../utils/page/place.ts';
import type { SidebarCommand, View } from '../../utils/view/view.ts';
import { watchSight } from './in-sight.ts';

/** What this document does with its orders. */
export type Screen = {
  /** Puts a view on the screen, in a language, with whom to call; done once it stands there. */
  readonly draw: (view: View, saying: Saying) => Promise<void>;
  /** Takes everything off it: the background is gone, and with it whoever could say that this still holds. */
  readonly clear: () => void;
  /** This document stands in the browser's own panel. */
  readonly inPanel: () => void;
  /** Hears whether what was to be copied or printed is on record. */
  readonly answered: (answer: SidebarAnswer) => void;
  /**
   * Draws it anew where it stands now.
   *
   * @param report tells the page what somebody does with the sidebar itself
   */
  readonly stand: (place: Place, report: (report: FrameReport) => void) => void;
};

/**
 * Waits for the port that the content script or the panel hands in, and for the one generation this frame is for: it is
 * bound to it for its whole life (docs/architecture.md). The ticket is the holder's word that this frame is its own; a
 * copy of this document in a page of somebody else's gets no ticket, and shows nothing.
 *
 * @returns sends what the person at the screen asks for
 */
export function onDrawOrder(screen: Screen): (command: SidebarCommand) => void {
  let say: (command: SidebarCommand) => void = sendCommand;
  addEventListener(
    'message',
    ({ ports: [port] }) => {
      if (!port) return;
      port.onmessage = ({ data }: MessageEvent<FrameOrder>) => {
        const report = (said: FrameReport) => port.postMessage(said);
        if (data.place) screen.stand(data.place, report);
        const line = follow(data, screen, report);
        if (data.inPanel) {
          say = line.say;
          screen.inPanel();
        }
        port.onmessage = ({ data: { place } }: MessageEvent<FrameMoved>) => {
          screen.stand(place, report);
          line.drawnAnew();
        };
      };
    },
    { once: true },
  );
  return (command) => say(command);
}

type FrameLine = {
  /** Sends a command over the line by which this frame is known. */
  readonly say: (command: SidebarCommand) => void;
  /** Reports once more that the generation is drawn, if it is. */
  readonly drawnAnew: () => void;
};

function follow(
  { generation, ticket, inPanel: isInPanel }: FrameOrder,
  { draw, clear, answered }: Screen,
  report: (report: FrameReport) => void,
): FrameLine {
  const line = browser.runtime.connect({ name: SIDEBAR_LINE });
  let isOver = false;
  line.onDisconnect.addListener(() => {
    isOver = true;
    clear();
  });
  let isDrawn = false;
  let standsAnew = () => {};
  const drawn = () => afterNextFrame(() => report({ drawn: generation }));
  line.onMessage.addListener((order) => {
    const meant = order as SidebarOrder | SidebarAnswer;
    if (meant.generation !== generation) return;
    if (meant.do === 'answer') return answered(meant);
    const { do: _, generation: __, view, ...saying } = meant;
    void draw(view, saying).then(isStanding);
  });
  function isStanding(): void {
    if (isDrawn || isOver) return;
    isDrawn = true;
    drawn();
    if (isInPanel) return;
    const tell = (inSight: boolean) => {
      if (!isOver) line.postMessage({ inSight } satisfies SidebarSight);
    };
    standsAnew = watchSight(document, tell, () => report({ unseen: true }));
  }
  line.postMessage({ generation, ticket } satisfies SidebarHello);
  return {
    say: (command) => {
      if (!isOver) line.postMessage(command);
    },
    drawnAnew: () => {
      standsAnew();
      if (isDrawn) drawn();
    },
  };
}

/** After the browser has drawn what is in the document now: the next frame, and the task behind it. */
function afterNextFrame(done: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });
}
