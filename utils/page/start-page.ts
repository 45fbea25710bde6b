import type { PageOrder } from '../messages.ts';

export type { PageRuntime } from './page-line.ts';

import { openPageLine, type PageLine, type PageRuntime } from './page-line.ts';
import { readStandard } from './read-standard.ts';
import { type Look, readWithAdapter } from './read-with-adapter.ts';
import { type SidebarFrames, sidebarFrames } from './sidebar-frames.ts';
import type { Sighting } from './sighting.ts';
import { type TopFrame, topFrame } from './top-frame.ts';
import { type PageWatch, watchPage } from './watch.ts';

/**
 * Everything Planside does in one frame of a clinical page: reads who is open, tells the background, and, in the top
 * frame, holds the sidebar. The first order of the background says how this page is to be read; before it nothing is
 * looked at.
 */
export function startPage(window: Window & typeof globalThis, runtime: PageRuntime): void {
  const { document } = window;
  const isTop = window === window.top;
  let line: PageLine | null = null;
  let frames: SidebarFrames | null = null;
  let top: TopFrame | null = null;
  let watch: PageWatch | null = null;
  let sequence = 0;
  let listening = new AbortController();

  function follow(order: PageOrder): void {
    if (order.do === 'read') read(order);
    else if (order.do === 'context') top?.follow(order);
    else leave();
  }

  function read(order: Extract<PageOrder, { do: 'read' }>): void {
    if (watch) return;
    const look = (): Look => (order.adapter ? readWithAdapter(document, order.adapter) : readStandard(document));
    if (isTop) {
      frames = sidebarFrames(document, runtime.getURL('sidebar.html'), extensionOrigin(runtime));
      top = topFrame(frames, () => watch?.lookNow().kind !== 'unsettled');
      document.addEventListener(order.doubtEvent, (event) => raiseDoubt(top, event), {
        signal: listening.signal,
      });
    }
    watch = watchPage(document, look, (sighting) => say(sighting, order));
  }

  /** Whatever the change is: first the frame goes, then the background hears of it. */
  function say(sighting: Sighting, { frame, doubtEvent }: Extract<PageOrder, { do: 'read' }>): void {
    sequence += 1;
    if (top) top.doubt(frame, sequence);
    else doubtAbove(window, doubtEvent, `${frame} ${sequence}`);
    line?.report({ sequence, sighting });
  }

  function leave(): void {
    listening.abort();
    listening = new AbortController();
    watch?.stop();
    watch = null;
    frames?.close();
    line?.close();
  }

  function start(): void {
    line = openPageLine(runtime, follow, leave);
  }

  /** A page that is put aside for the back button takes nobody with it, and is read afresh when it returns. */
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) start();
  });
  start();
}

/** Where a frame has the origin of the top frame, its doubt takes effect in the same task. */
function doubtAbove(window: Window, doubtEvent: string, detail: string): void {
  try {
    window.top?.document.dispatchEvent(new CustomEvent(doubtEvent, { detail }));
  } catch {
    // Another origin: the background passes the doubt on.
  }
}

function raiseDoubt(top: TopFrame | null, event: Event): void {
  const [frame, sequence] = event instanceof CustomEvent ? String(event.detail).split(' ') : [];
  if (top && frame && sequence) top.doubt(frame, Number(sequence));
}

/** With `use_dynamic_url` the address of a page of ours has another host than the origin of its document. */
function extensionOrigin(runtime: PageRuntime): string {
  const { protocol, origin } = new URL(runtime.getURL('sidebar.html'));
  return protocol === 'chrome-extension:' ? `chrome-extension://${runtime.id}` : origin;
}
