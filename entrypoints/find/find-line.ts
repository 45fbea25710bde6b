import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../utils/browser.ts';
import { FIND_LINE, type FindList, type FindOrder, type FindReport } from '../../utils/messages.ts';

/** How long to wait, in milliseconds, before a line that dropped is opened again. */
const RECONNECT_MS = 50;
/** The background goes to sleep after 30 s without a word, and takes the plan with it. */
const REPEAT_MS = 20_000;

const NOBODY: FindReport = { sequence: 0, wants: { who: 'nobody' } };

export type FindLine = {
  readonly report: (report: FindReport) => void;
  /** Asks for the residents. */
  readonly ask: () => void;
};

/**
 * The line of this page to the background, for as long as the page can be seen; a page behind others opens it again
 * when it is turned to.
 *
 * @param follow what the background asks of this page
 * @param ended the line has dropped: another person is signed in, or nobody can say any more what holds
 */
export function openFindLine(follow: (order: FindOrder) => void, ended: () => void): FindLine {
  let port: Runtime.Port | null = null;
  let last = NOBODY;

  function connect(): void {
    if (port || document.visibilityState !== 'visible' || browser.runtime?.id === undefined) return;
    const opened = browser.runtime.connect({ name: FIND_LINE });
    port = opened;
    last = NOBODY;
    opened.onMessage.addListener((order) => follow(order as FindOrder));
    opened.onDisconnect.addListener(() => {
      port = null;
      ended();
      setTimeout(connect, RECONNECT_MS);
    });
  }

  document.addEventListener('visibilitychange', connect);
  setInterval(() => {
    if (document.visibilityState === 'visible') port?.postMessage(last);
  }, REPEAT_MS);
  connect();
  return {
    report(report) {
      last = report;
      port?.postMessage(report);
    },
    ask() {
      port?.postMessage({ list: 'residents' } satisfies FindList);
    },
  };
}
