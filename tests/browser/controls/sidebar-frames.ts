import type { FrameOrder } from '../../../utils/messages.ts';
import type { SidebarFrames } from '../../../utils/page/sidebar-frames.ts';

/**
 * CONTROL, never shipped: one frame for all patients under an opaque curtain, as such a sidebar is usually built. On
 * Chromium it shows the plan of the previous patient for single frames, although the document never says so; the
 * pixel measurement must catch it.
 */
export function sidebarFrames(document: Document, address: string, origin: string): SidebarFrames {
  let place: { host: HTMLElement; curtain: HTMLElement; port: Promise<MessagePort> } | null = null;
  let current: number | null = null;

  function open() {
    if (place) return place;
    const host = document.createElement('div');
    host.popover = 'manual';
    host.style.cssText =
      'all:initial;position:fixed;inset:0 0 0 auto;width:360px;height:100%;max-height:none;border:0;padding:0;margin:0;background:#fff';
    const root = host.attachShadow({ mode: 'closed' });
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;border:0';
    const curtain = document.createElement('div');
    curtain.style.cssText = 'position:absolute;inset:0;background:#fff';
    root.append(frame, curtain);
    document.documentElement.append(host);
    host.showPopover();
    document.documentElement.style.marginRight = '360px';
    const port = new Promise<MessagePort>((resolve) => {
      frame.addEventListener('load', () => {
        const { port1, port2 } = new MessageChannel();
        frame.contentWindow?.postMessage('planside', origin, [port2]);
        resolve(port1);
      });
    });
    place = { host, curtain, port };
    return place;
  }

  function takeAway(): void {
    current = null;
    if (place) place.curtain.style.display = 'block';
  }

  return {
    takeAway,
    put: () => {},
    isLost: () => false,
    host: () => null,
    isOpen: () => place !== null,
    async show(order: FrameOrder, stillTrue) {
      const { curtain, port } = open();
      takeAway();
      current = order.generation;
      const opened = await port;
      if (current !== order.generation) return;
      opened.onmessage = ({ data }) => {
        if (data.drawn === current && stillTrue()) curtain.style.display = 'none';
      };
      opened.postMessage(order);
    },
    close: () => place?.host.remove(),
  };
}
