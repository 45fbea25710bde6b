import { contextEvent, denial, type OpenInHub } from './hub-messages.ts';
import type { HubSockets } from './hub-sockets.ts';

/** Where a hub stands. */
export type HubNow = {
  open: OpenInHub | null;
  version: number;
  /** The last event. */
  last: object | null;
  /** `down`: nothing is answered; `silent`: connections stay, and nothing comes; `denying`: nobody may subscribe. */
  is: 'well' | 'down' | 'silent' | 'denying';
  lease: { readonly seconds: number; readonly isRenewed: boolean };
};

/** What somebody, or chance, does with a hub. */
export type Played = {
  /** @returns the id of the event */
  readonly open: (who: OpenInHub) => string;
  readonly close: () => void;
  /** Somebody is open, and nobody is told of it. */
  readonly openSilently: (who: OpenInHub) => void;
  /** Opens both, and tells of the second first. */
  readonly openOutOfOrder: (first: OpenInHub, second: OpenInHub) => void;
  /** Sends the last event once more, with the same id. */
  readonly repeat: () => void;
  /** Sends an event of an hour ago, which changes nothing. @returns its id */
  readonly sendStale: (who: OpenInHub) => string;
  /** Sends this text. */
  readonly sendText: (text: string) => void;
  /** Cuts every connection without a word. */
  readonly drop: () => void;
  /** Goes away for so long as this is not called again with `false`: every connection ends, and nothing is answered. */
  readonly away: (away: boolean) => void;
  /** Ends every subscription, and refuses new ones for so long as this is not called again with `false`. */
  readonly deny: (denies: boolean) => void;
  /** How long subscriptions hold that are confirmed from now on, and whether they are renewed. */
  readonly lease: (seconds: number, isRenewed: boolean) => void;
  /** Ends and comes back, well, with everything forgotten. */
  readonly restart: () => void;
  /** Connections stay, and nothing comes over them any more. */
  readonly silence: () => void;
};

const HOUR_MS = 3_600_000;

/** @param now is changed by what is done */
export function played(now: HubNow, topic: string, { send, endAll }: Pick<HubSockets, 'send' | 'endAll'>): Played {
  function change(open: OpenInHub | null, event: object | null = null): void {
    Object.assign(now, { open, version: now.version + 1, last: event });
  }
  function tell(event: { readonly id: string }): string {
    if (now.is === 'well') send(JSON.stringify(event));
    return event.id;
  }
  const opening = (who: OpenInHub, at = Date.now()) => contextEvent(topic, 'Patient-open', who, at);
  function open(who: OpenInHub, at = Date.now()): { readonly id: string } {
    const event = opening(who, at);
    change(who, event);
    return event;
  }
  return {
    open: (who) => tell(open(who)),
    close() {
      if (now.open === null) return;
      const event = contextEvent(topic, 'Patient-close', now.open, Date.now());
      change(null, event);
      tell(event);
    },
    openSilently: (who) => change(who),
    openOutOfOrder(first, second) {
      const before = open(first, Date.now() - 20);
      tell(open(second));
      tell(before);
    },
    repeat() {
      if (now.last && now.is === 'well') send(JSON.stringify(now.last));
    },
    sendStale: (who) => tell(opening(who, Date.now() - HOUR_MS)),
    sendText: send,
    drop: endAll,
    ...troubles(now, topic, { send, endAll }),
  };
}

type Troubles = Pick<Played, 'away' | 'deny' | 'lease' | 'restart' | 'silence'>;

function troubles(now: HubNow, topic: string, { send, endAll }: Pick<HubSockets, 'send' | 'endAll'>): Troubles {
  return {
    away(isAway) {
      now.is = isAway ? 'down' : 'well';
      if (isAway) endAll();
    },
    deny(denies) {
      now.is = denies ? 'denying' : 'well';
      if (denies) send(JSON.stringify(denial(topic)));
    },
    lease(seconds, isRenewed) {
      now.lease = { seconds, isRenewed };
    },
    restart() {
      endAll();
      Object.assign(now, { open: null, version: 0, last: null, is: 'well' });
    },
    silence() {
      now.is = 'silent';
    },
  };
}
