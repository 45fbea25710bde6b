import type { Runtime } from 'webextension-polyfill';
import { PAGE_LINE, type PageOrder, type PageReport } from '../messages.ts';

/** The part of the extension API that a page frame has in every browser. */
export type PageRuntime = {
  readonly id?: string;
  connect(options: { name: string }): Runtime.Port;
  getURL(path: string): string;
};

/** How long to wait, in milliseconds, before a line that dropped is opened again. */
const RECONNECT_MS = 50;

export type PageLine = {
  /** Tells the background what this frame shows now; opens the line again if it has dropped. */
  readonly report: (report: PageReport) => void;
  readonly close: () => void;
};

/**
 * The line from one page frame to the background. The background goes to sleep and wakes; a frame that claims
 * anything opens its line again at once and repeats itself, a frame that claims nothing waits until it has something
 * to say.
 *
 * @param onOrder what the background asks of this frame
 * @param onOrphaned the extension was updated or removed: this script must leave the page
 */
export function openPageLine(
  runtime: PageRuntime,
  onOrder: (order: PageOrder) => void,
  onOrphaned: () => void,
): PageLine {
  let port: Runtime.Port | null = null;
  let last: PageReport = { sequence: 0, sighting: { kind: 'unsettled' } };
  let closed = false;

  function connect(): void {
    if (closed || port) return;
    if (!runtime.id) {
      leave();
      return;
    }
    try {
      const opened = runtime.connect({ name: PAGE_LINE });
      port = opened;
      opened.onMessage.addListener((order) => onOrder(order as PageOrder));
      opened.onDisconnect.addListener(() => {
        if (port === opened) port = null;
        if (!runtime.id) leave();
        else if (last.sighting.kind !== 'none') setTimeout(connect, RECONNECT_MS);
      });
      opened.postMessage(last);
    } catch {
      leave();
    }
  }

  function leave(): void {
    closed = true;
    onOrphaned();
  }

  connect();
  return {
    report(report) {
      last = report;
      if (port) port.postMessage(last);
      else connect();
    },
    close() {
      closed = true;
      port?.disconnect();
      port = null;
    },
  };
}
