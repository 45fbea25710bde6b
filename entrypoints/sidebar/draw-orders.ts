import { browser } from '../../utils/browser.ts';
import { sendCommand } from '../../utils/commands.ts';
import {
  type FrameOrder,
  type FrameReport,
  SIDEBAR_LINE,
  type SidebarAnswer,
  type SidebarHello,
  type SidebarOrder,
} from '../../utils/messages.ts';
import type { Language } from '../../utils/view/language.ts';
import type { SidebarCommand, View } from '../../utils/view/view.ts';

type Draw = (view: View, language: Language) => void;

/**
 * Waits for the port that the content script or the panel hands in, and for the one generation this frame is for: it is
 * bound to it for its whole life (design.md §1). The ticket is the holder's word that this frame is its own; a copy of
 * this document in a page of somebody else's gets no ticket, and shows nothing.
 *
 * @param draw puts a view on the screen, in a language
 * @param clear takes everything off it: the background is gone, and with it whoever could say that this still holds
 * @param answered hears whether what was to be copied or printed is on record
 * @returns sends what the person at the screen asks for
 */
export function onDrawOrder(
  draw: Draw,
  clear: () => void,
  answered: (answer: SidebarAnswer) => void,
): (command: SidebarCommand) => void {
  let say: (command: SidebarCommand) => void = sendCommand;
  addEventListener(
    'message',
    ({ ports: [port] }) => {
      if (!port) return;
      port.onmessage = ({ data }: MessageEvent<FrameOrder>) => {
        port.onmessage = null;
        const onLine = follow(data, { draw, clear, answered }, () =>
          port.postMessage({ drawn: data.generation } satisfies FrameReport),
        );
        if (data.inPanel) say = onLine;
      };
    },
    { once: true },
  );
  return (command) => say(command);
}

type Screen = {
  readonly draw: Draw;
  readonly clear: () => void;
  readonly answered: (answer: SidebarAnswer) => void;
};

/** @returns sends a command over the line by which this frame is known */
function follow(
  { generation, ticket }: FrameOrder,
  { draw, clear, answered }: Screen,
  drawn: () => void,
): (command: SidebarCommand) => void {
  const line = browser.runtime.connect({ name: SIDEBAR_LINE });
  let isOver = false;
  line.onDisconnect.addListener(() => {
    isOver = true;
    clear();
  });
  let reported = false;
  line.onMessage.addListener((order) => {
    const meant = order as SidebarOrder | SidebarAnswer;
    if (meant.generation !== generation) return;
    if (meant.do === 'answer') return answered(meant);
    draw(meant.view, meant.language);
    if (!reported) afterNextFrame(drawn);
    reported = true;
  });
  line.postMessage({ generation, ticket } satisfies SidebarHello);
  return (command) => {
    if (!isOver) line.postMessage(command);
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
