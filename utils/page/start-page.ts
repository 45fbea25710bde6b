import type { PageOrder } from '../messages.ts';
import { askBelow, onAskedAbove, onRaisedBelow, onToldBelow, raiseAbove, tellAbove } from './doubt-event.ts';
import { type FramesBelow, framesBelow } from './frames-below.ts';
import { type PageIndex, pageIndex } from './page-index.ts';
import { openPageLine, type PageLine, type PageRuntime } from './page-line.ts';
import { readerOnDemand } from './reader-on-demand.ts';
import { type SidebarFrames, sidebarFrames } from './sidebar-frames.ts';
import type { SidebarHost } from './sidebar-host.ts';
import type { Sighting } from './sighting.ts';
import { removeStaleHosts } from './stale-hosts.ts';
import { type TopFrame, topFrame } from './top-frame.ts';
import { type Watching, watchPage } from './watch.ts';

export type { PageRuntime };

/** A page that takes the sidebar out is answered so often, and so much later each time (milliseconds). */
const MOST_TIMES_PUT_BACK = 20;
const PUT_BACK_MS = 100;
const LONGEST_PUT_BACK_MS = 1_000;

type ReadOrder = Extract<PageOrder, { do: 'read' }>;

/** What other scripts of ours in the same frame ask of this one. */
export type PageScript = {
  readonly isOver: () => boolean;
  readonly readerIsHere: () => void;
  /** What `guard.js` keeps in sight. */
  readonly host: () => SidebarHost | null;
  /** None stands, because the page has taken it out: it is about to come back, or does not any more. */
  readonly isTakenOut: () => boolean;
};

/**
 * Everything Planside does in one frame of a clinical page: reads who is open, tells the background, and, in the top
 * frame, holds the sidebar. The first order of the background says how this page is to be read; before it nothing is
 * looked at.
 */
export function startPage(window: Window & typeof globalThis, runtime: PageRuntime): PageScript {
  const { document } = window;
  const isTop = window === window.top;
  let line: PageLine | null = null;
  let frames: SidebarFrames | null = null;
  let top: TopFrame | null = null;
  let watch: Watching | null = null;
  let below: FramesBelow | null = null;
  let reading: ReadOrder | null = null;
  let listening = new AbortController();
  let puttingBack: ReturnType<typeof setTimeout> | undefined;
  let timesPutBack = 0;
  let over = false;
  let sequence = 0;
  let last: Sighting = { kind: 'unsettled' };

  function follow(order: PageOrder): void {
    if (order.do === 'read') read(order);
    else if (order.do === 'context') top?.follow(order);
    else if (order.do === 'place') frames?.put(order.place);
    else leave();
  }

  function read(order: ReadOrder): void {
    if (reading) {
      // Settings may have changed while no line was open to tell this page: nothing that was read otherwise holds.
      if (isReadOtherwise(order, reading)) {
        leave();
        start();
      } else line?.isAgreed();
      return;
    }
    reading = order;
    line?.isAgreed();
    if (isTop) {
      const address = runtime.getURL('sidebar.html');
      frames = sidebarFrames(document, address, extensionOrigin(runtime), () => say(last), unheard);
      top = topFrame(frames, () => watch?.isStillTrue() ?? false);
    }
    const index = pageIndex(document, (root) => watch?.observe(root));
    below = framesBelow(index, order.doubtEvent);
    watch = watchPage({
      document,
      index,
      look: readerOnDemand(window, index, order, () => line?.askForReader()),
      say,
      note: (unread) => line?.note({ unread }),
      onMutations(records) {
        // `document.open()` takes every listener off the document.
        if (records.some(({ target }) => target === document)) listen(order, index);
        below?.onMutations(records);
        if (frames?.isLost(records)) putBack();
      },
      onUntold: () => below?.askIn(0),
      tellAbove: (what) => tellAbove(window, order.doubtEvent, what),
    });
    listen(order, index);
    watch.lookNow();
  }

  function unheard(change: () => void): void {
    if (watch) watch.unheard(change);
    else change();
  }

  function listen({ doubtEvent }: ReadOrder, index: PageIndex): void {
    listening.abort();
    listening = new AbortController();
    const { signal } = listening;
    // A page that is put aside for the back button takes nobody with it, and is read afresh when it returns.
    window.addEventListener('pagehide', leave, { signal });
    onAskedAbove(document, doubtEvent, signal, () => {
      askBelow(index.frames(), doubtEvent);
      watch?.lookNow();
    });
    onToldBelow(document, doubtEvent, signal, (below, what) => watch?.told(below, what));
    if (!isTop) return;
    onRaisedBelow(document, doubtEvent, signal, (doubt) => {
      line?.wake();
      if (doubt.sequence !== 'left') return top?.doubt(doubt.frame, doubt.sequence, doubt.claims);
      top?.forget(doubt.frame);
      say(last);
    });
  }

  /** The page has taken the sidebar out. It comes back, each time later, and after a while not until somebody else is open. */
  function putBack(): void {
    frames?.close();
    if (puttingBack || timesPutBack >= MOST_TIMES_PUT_BACK) return;
    puttingBack = setTimeout(
      () => {
        puttingBack = undefined;
        timesPutBack += 1;
        say(last);
      },
      Math.min(timesPutBack * PUT_BACK_MS, LONGEST_PUT_BACK_MS),
    );
  }

  /** Whatever the change is: first the sidebar frame goes, then the background hears of it. */
  function say(sighting: Sighting): void {
    if (!reading) return;
    const isFirstWord = sequence === 0;
    if (sighting.kind !== last.kind) timesPutBack = 0;
    sequence += 1;
    last = sighting;
    const { frame, doubtEvent } = reading;
    const claims = sighting.kind !== 'none';
    // The first word of a frame that claims nobody is no doubt; the background thinks the same (`tab-context.ts`).
    const isDoubt = claims || !isFirstWord;
    if (isDoubt && top) top.doubt(frame, sequence, claims);
    else if (isDoubt) raiseAbove(window, doubtEvent, { frame, sequence, claims });
    line?.report({ sequence, sighting });
  }

  function leave(): void {
    over = true;
    if (reading && !isTop) {
      raiseAbove(window, reading.doubtEvent, { frame: reading.frame, sequence: 'left', claims: false });
      tellAbove(window, reading.doubtEvent, 'silent');
    }
    listening.abort();
    clearTimeout(puttingBack);
    puttingBack = undefined;
    watch?.stop();
    watch = null;
    below?.stop();
    below = null;
    reading = null;
    frames?.close();
    line?.close();
  }

  function start(): void {
    // Nobody's origin: whatever a sandboxed or data: frame shows, it is never believed.
    if (window.origin === 'null') return;
    over = false;
    sequence = 0;
    line = openPageLine(runtime, document, () => frames?.isOpen() ?? false, follow, leave);
  }

  if (isTop) removeStaleHosts(document);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) start();
  });
  // A page that is loaded before anybody goes to it is not read, and its frames have other numbers until then.
  if (Reflect.get(document, 'prerendering') === true) document.addEventListener('prerenderingchange', start);
  else start();
  return {
    isOver: () => over,
    readerIsHere: () => void watch?.lookNow(),
    host: () => frames?.host() ?? null,
    isTakenOut: () => puttingBack !== undefined || (timesPutBack > 0 && !frames?.isOpen()),
  };
}

function isReadOtherwise(one: ReadOrder, other: ReadOrder): boolean {
  const how = ({ adapter, origins }: ReadOrder) => JSON.stringify([adapter, origins]);
  return how(one) !== how(other);
}

/** With `use_dynamic_url` the address of a page of ours has another host than the origin of its document. */
function extensionOrigin(runtime: PageRuntime): string {
  const { protocol, origin } = new URL(runtime.getURL('sidebar.html'));
  return protocol === 'chrome-extension:' ? `chrome-extension://${runtime.id}` : origin;
}
