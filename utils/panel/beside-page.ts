import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { PANEL_LINE, type PanelBeside, type PanelContext, type PanelOrder } from '../messages.ts';
import type { PatientFrames } from '../page/patient-frames.ts';

/** How long to wait, in milliseconds, before a line that dropped is opened again. */
const RECONNECT_MS = 50;

export type BesidePageOptions = {
  /** Whether the frames are this one's now: the panel may follow a hub. */
  readonly isOn: () => boolean;
  /** Somebody has chosen whom to follow. */
  readonly chosen: (what: 'page' | 'hub') => void;
};

export type BesidePage = {
  /** Another tab is in front, or none is known to be: what stands here goes before this returns. */
  readonly turn: (tabId: number | null) => void;
};

/**
 * The browser's own panel beside the page of one tab after another. What it shows is of the tab it stands beside at that
 * very moment (S3): every order names its tab, and one for another tab is not followed.
 */
export function besidePage(
  frames: PatientFrames,
  { isOn, chosen }: BesidePageOptions,
): BesidePage & { readonly renew: () => void } {
  let beside: number | null = null;
  let shown: string | null = null;
  let line: Runtime.Port | null = null;

  function takeAway(): void {
    shown = null;
    if (isOn()) frames.takeAway();
  }

  function follow(order: PanelOrder): void {
    if (order.tab !== beside) return;
    if ('follow' in order) chosen(order.follow);
    else if (isOn()) stand(order);
  }

  function stand({ tab, generation, ticket }: PanelContext & { readonly tab: number }): void {
    if (ticket !== null && ticket === shown) return;
    takeAway();
    if (ticket === null) return;
    shown = ticket;
    frames.show({ generation, ticket, inPanel: true }, () => shown === ticket && beside === tab);
  }

  function say(): void {
    if (beside !== null) line?.postMessage({ beside } satisfies PanelBeside);
  }

  function connect(): void {
    const opened = browser.runtime.connect({ name: PANEL_LINE });
    line = opened;
    opened.onMessage.addListener((order) => follow(order as PanelOrder));
    opened.onDisconnect.addListener(() => {
      // The background is gone, and with it whoever could say that this still holds.
      line = null;
      takeAway();
      setTimeout(connect, RECONNECT_MS);
    });
    say();
  }

  connect();
  return {
    turn(tabId) {
      takeAway();
      beside = tabId;
      say();
    },
    /** It follows the page again: another frame is to stand here. */
    renew() {
      takeAway();
      say();
    },
  };
}
