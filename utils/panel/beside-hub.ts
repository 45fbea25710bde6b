import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { HUB_LINE, type HubAsk, type HubBeside, type HubOrder, type HubReport } from '../messages.ts';
import type { PatientFrames } from '../page/patient-frames.ts';
import { type HubWire, hubWire } from './hub-wire.ts';

/** How long to wait, in milliseconds, before a line that dropped is opened again. */
const RECONNECT_MS = 50;
/** The background goes to sleep after 30 s without a word (facts: browsers), and takes the plan with it. */
const REPEAT_MS = 20_000;

export type BesideHubOptions = {
  /** The frames of the panel, for as long as it follows the hub. */
  readonly frames: PatientFrames;
  /** Policy names this hub now; `null`: none. */
  readonly named: (hub: string | null) => void;
  /** Somebody has chosen whom to follow. */
  readonly chosen: (what: 'page' | 'hub') => void;
};

export type BesideHub = {
  readonly turn: (tabId: number | null) => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** What is being waited for is tried at once. */
  readonly tryNow: () => void;
};

/**
 * The browser's own panel following a hub. Whoever stood there goes in the very event in which the hub, or the browser
 * with another tab, says something else; the next one stands there once the background rests on what was said last.
 */
export function besideHub({ frames, named, chosen }: BesideHubOptions): BesideHub {
  let wire: HubWire | null = null;
  let line: Runtime.Port | null = null;
  let beside: number | null = null;
  let askedBefore = 0;
  let sequence = 0;
  let shown: string | null = null;
  let session: string | null = null;

  function takeAway(): void {
    shown = null;
    if (wire) frames.takeAway();
  }

  function report(): void {
    if (wire) line?.postMessage({ sequence, says: wire.now() } satisfies HubReport);
  }

  function stand(): void {
    if (wire && beside !== null) line?.postMessage({ nextTo: beside } satisfies HubBeside);
  }

  function leave(): void {
    askedBefore = wire?.asked() ?? askedBefore;
    wire?.stop();
    wire = null;
  }

  function start(): void {
    leave();
    wire = hubWire({
      askedBefore,
      ask: (question) => line?.postMessage(question satisfies HubAsk),
      says() {
        takeAway();
        sequence += 1;
        report();
      },
    });
    sequence += 1;
    report();
    stand();
  }

  function follow(order: HubOrder): void {
    if (order.do === 'subscribed') wire?.subscribed(order.asked, order.answer);
    if (order.do === 'read') wire?.read(order.asked, order.answer);
    if (order.do === 'follow') chosen(order.follow);
    if (order.do === 'context') show(order);
    if (order.do !== 'hub') return;
    const [before, isAnother] = [wire, session !== order.session];
    session = order.session;
    named(order.hub);
    if (!before || before !== wire || !isAnother) return;
    // Nobody follows on somebody else's token.
    takeAway();
    start();
  }

  function show({ generation, ticket, rests }: Extract<HubOrder, { do: 'context' }>): void {
    if (!wire || rests < sequence || (ticket !== null && ticket === shown)) return;
    takeAway();
    if (ticket === null) return;
    shown = ticket;
    const [mine, tab] = [sequence, beside];
    const stillTrue = () => shown === ticket && sequence === mine && beside === tab;
    frames.show({ generation, ticket, inPanel: true }, stillTrue);
  }

  function connect(): void {
    const opened = browser.runtime.connect({ name: HUB_LINE });
    line = opened;
    opened.onMessage.addListener((order) => follow(order as HubOrder));
    opened.onDisconnect.addListener(() => {
      // The background is gone, and with it whoever could say that this still holds; the hub is not.
      line = null;
      takeAway();
      setTimeout(connect, RECONNECT_MS);
    });
    report();
    stand();
    wire?.askAgain();
  }

  connect();
  setInterval(report, REPEAT_MS);
  return {
    turn(tabId) {
      takeAway();
      beside = tabId;
      stand();
    },
    start,
    stop() {
      takeAway();
      leave();
    },
    tryNow: () => wire?.tryNow(),
  };
}
