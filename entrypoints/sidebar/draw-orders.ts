import { browser } from '../../utils/browser.ts';
import {
  type FrameOrder,
  type FrameReport,
  SIDEBAR_LINE,
  type SidebarHello,
  type SidebarOrder,
} from '../../utils/messages.ts';
import type { Language } from '../../utils/view/language.ts';
import type { View } from '../../utils/view/view.ts';

type Draw = (view: View, language: Language) => void;

/**
 * Waits for the port that the content script hands in, and for the one generation this frame is for: it is bound to
 * it for its whole life (design.md §1). The ticket is the content script's word that this frame is the page's own;
 * a copy of this document in a page of somebody else's gets no ticket, and shows nothing.
 *
 * @param draw puts a view on the screen, in a language
 * @param clear takes everything off it: the background is gone, and with it whoever could say that this still holds
 */
export function onDrawOrder(draw: Draw, clear: () => void): void {
  addEventListener(
    'message',
    ({ ports: [port] }) => {
      if (!port) return;
      port.onmessage = ({ data }: MessageEvent<FrameOrder>) => {
        port.onmessage = null;
        follow(data, { draw, clear }, () => port.postMessage({ drawn: data.generation } satisfies FrameReport));
      };
    },
    { once: true },
  );
}

type Screen = { readonly draw: Draw; readonly clear: () => void };

function follow({ generation, ticket }: FrameOrder, { draw, clear }: Screen, drawn: () => void): void {
  const line = browser.runtime.connect({ name: SIDEBAR_LINE });
  line.onDisconnect.addListener(clear);
  let reported = false;
  line.onMessage.addListener((order) => {
    const { generation: meant, view, language } = order as SidebarOrder;
    if (meant !== generation) return;
    draw(view, language);
    if (!reported) afterNextFrame(drawn);
    reported = true;
  });
  line.postMessage({ generation, ticket } satisfies SidebarHello);
}

/** After the browser has drawn what is in the document now: the next frame, and the task behind it. */
function afterNextFrame(done: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });
}
