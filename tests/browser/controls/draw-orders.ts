import type { Screen } from '../../../entrypoints/sidebar/draw-orders.ts';
import { browser } from '../../../utils/browser.ts';
import { sendCommand } from '../../../utils/commands.ts';
import { type FrameOrder, SIDEBAR_LINE, type SidebarOrder } from '../../../utils/messages.ts';
import type { SidebarCommand } from '../../../utils/view/view.ts';

/** CONTROL, never shipped: follows one order after another in the same frame, and reports as soon as it has drawn. */
export function onDrawOrder({ draw }: Screen): (command: SidebarCommand) => void {
  let line: ReturnType<typeof browser.runtime.connect> | null = null;
  addEventListener(
    'message',
    ({ ports: [port] }) => {
      if (!port) return;
      port.onmessage = ({ data }: MessageEvent<FrameOrder>) => {
        line?.disconnect();
        const opened = browser.runtime.connect({ name: SIDEBAR_LINE });
        line = opened;
        opened.onMessage.addListener((order) => {
          const { generation, view, language } = order as SidebarOrder;
          if (line !== opened || generation !== data.generation) return;
          void draw(view, { language }).then(() => port.postMessage({ drawn: generation }));
        });
        opened.postMessage(data);
      };
    },
    { once: true },
  );
  return (command) => void sendCommand(command);
}
