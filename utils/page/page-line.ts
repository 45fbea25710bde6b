import type { Runtime } from 'webextension-polyfill';
import { PAGE_LINE, type PageNeed, type PageNote, type PageOrder, type PageReport } from '../messages.ts';

/** The part of the extension API that a page frame has in every browser. */
export type PageRuntime = {
  readonly id?: string;
  connect(options: { name: string }): Runtime.Port;
  getURL(path: string): string;
};

/** How long to wait, in milliseconds, before a line that dropped is opened again. */
const RECONNECT_MS = 50;
/** So often a script that stands in sight looks whether its extension is still there, in milliseconds. */
const ALIVE_MS = 1_000;
/** The background goes to sleep after 30 s without a word, and takes the plan with it. */
const REPEAT_MS = 20_000;

/** A frame that is there, of which nothing is known yet. */
const HERE: PageReport = { sequence: 0, sighting: { kind: 'unsettled' } };

export type PageLine = {
  /** This frame is read as the background has just said: what is seen may be told on this line. */
  readonly isAgreed: () => void;
  /** Tells the background what this frame shows now; opens the line again if it has dropped. */
  readonly report: (report: PageReport) => void;
  /** Asks for the script that reads. */
  readonly askForReader: () => void;
  /** Tells what cannot be read here, besides. */
  readonly note: (note: PageNote) => void;
  /** Opens the line again if it has dropped, with nothing new to say. */
  readonly wake: () => void;
  readonly close: () => void;
};

/**
 * The line from one page frame to the background. A frame that claims a patient and can be seen keeps the background
 * awake by repeating itself, and opens the line again at once if it drops, as does the frame that holds the sidebar. A
 * hidden frame waits until it is seen, a frame that claims nothing until it has something to say. The background
 * remembers nothing over its sleep: it is told again, once it has said how to read, which may have changed meanwhile.
 *
 * @param holdsSidebar whether the sidebar stands in this frame
 * @param onOrder what the background asks of this frame
 * @param onOrphaned the extension was updated or removed: this script must leave the page
 */
export function openPageLine(
  runtime: PageRuntime,
  document: Document,
  holdsSidebar: () => boolean,
  onOrder: (order: PageOrder) => void,
  onOrphaned: () => void,
): PageLine {
  let port: Runtime.Port | null = null;
  let last = HERE;
  let noted: PageNote | null = null;
  let agreed = false;
  let repeating: ReturnType<typeof setInterval> | undefined;
  let looking: ReturnType<typeof setInterval> | undefined;
  let closed = false;

  function connect(): void {
    if (closed || port) return;
    try {
      // An orphaned script has no id any more; connecting would throw or hang.
      if (!runtime.id) {
        leave();
        return;
      }
      const opened = runtime.connect({ name: PAGE_LINE });
      port = opened;
      agreed = false;
      opened.onMessage.addListener((order) => onOrder(order as PageOrder));
      opened.onDisconnect.addListener(() => dropped(opened));
      opened.postMessage(HERE);
    } catch {
      leave();
    }
  }

  function dropped(old: Runtime.Port): void {
    if (port === old) port = null;
    if (!runtime.id) leave();
    else if (isWatched()) setTimeout(connect, RECONNECT_MS);
  }

  function tell(message: PageReport | PageNote): void {
    if (agreed) port?.postMessage(message);
  }

  /** Somebody can see a claim of this frame, or what was made of the claims below it. */
  function isWatched(): boolean {
    return (last.sighting.kind !== 'none' || holdsSidebar()) && document.visibilityState === 'visible';
  }

  function keepAwake(): void {
    stopTimers();
    if (!isWatched()) return;
    connect();
    repeating = setInterval(() => tell(last), REPEAT_MS);
    // A line that was opened while the extension went never says that it has dropped.
    looking = setInterval(() => {
      if (!runtime.id) leave();
    }, ALIVE_MS);
  }

  function stopTimers(): void {
    clearInterval(repeating);
    clearInterval(looking);
  }

  function leave(): void {
    if (closed) return;
    closed = true;
    onOrphaned();
  }

  document.addEventListener('visibilitychange', keepAwake);
  connect();
  return {
    isAgreed() {
      agreed = true;
      if (last !== HERE) tell(last);
      if (noted) tell(noted);
    },
    report(report) {
      last = report;
      connect();
      tell(last);
      keepAwake();
    },
    askForReader() {
      connect();
      port?.postMessage({ needs: 'reader' } satisfies PageNeed);
    },
    note(note) {
      noted = note;
      tell(note);
    },
    wake: connect,
    close() {
      closed = true;
      stopTimers();
      document.removeEventListener('visibilitychange', keepAwake);
      port?.disconnect();
      port = null;
    },
  };
}
