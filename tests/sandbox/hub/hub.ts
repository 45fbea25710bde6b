import { getRequestListener } from '@hono/node-server';
import { listen } from '../listen.ts';
import { hubApp } from './hub-app.ts';
import { confirmation, contextEvent, currentContext, heartbeat, type OpenInHub } from './hub-messages.ts';
import { type HubSockets, hubSockets } from './hub-sockets.ts';

export type HubOptions = {
  /** Wanted port; 0 or left out: any free one. */
  readonly port?: number;
  readonly topic?: string;
  /** How often it says that it is there; five seconds unless told. */
  readonly heartbeatSeconds?: number;
  readonly leaseSeconds?: number;
};

/** A small FHIRcast hub with one session, and what can go wrong with it. */
export type Hub = {
  readonly address: string;
  readonly topic: string;
  /** What subscribers have answered to events, and the SyncErrors they have sent. */
  readonly answers: readonly { readonly id: string; readonly status: number }[];
  readonly syncErrors: readonly object[];
  readonly subscribers: () => number;
  readonly open: (who: OpenInHub) => void;
  readonly close: () => void;
  /** Opens both, and tells of the second first. */
  readonly openOutOfOrder: (first: OpenInHub, second: OpenInHub) => void;
  /** Sends the last event once more, with the same id. */
  readonly repeat: () => void;
  /** Sends an event of an hour ago, which changes nothing. */
  readonly sendStale: (who: OpenInHub) => void;
  /** Cuts every connection without a word. */
  readonly drop: () => void;
  /** Goes away for so long as this is not called again with `false`: every connection ends, and nothing is answered. */
  readonly away: (away: boolean) => void;
  /** Ends and comes back, with everything forgotten. */
  readonly restart: () => void;
  /** Connections stay, and nothing comes over them any more. */
  readonly silence: () => void;
  readonly stop: () => Promise<void>;
};

const EVENTS = 'Patient-open,Patient-close,Heartbeat';

/** Starts the hub on the loopback address. */
export async function startHub(options: HubOptions = {}): Promise<Hub> {
  const { port = 0, topic = 'sandbox-session', heartbeatSeconds = 5, leaseSeconds = 600 } = options;
  const listening = await listen(port);
  const answers: { id: string; status: number }[] = [];
  const syncErrors: object[] = [];
  const first = () => confirmation(topic, EVENTS, leaseSeconds);
  const now = {
    open: null as OpenInHub | null,
    version: 0,
    last: null as object | null,
    isAway: false,
    isSilent: false,
  };
  const sockets = hubSockets(
    () => (now.isSilent ? null : first()),
    (message) => answers.push(message as { id: string; status: number }),
  );
  const app = hubApp({
    topic,
    isAway: () => now.isAway,
    context: () => currentContext(now.open, now.version),
    newEndpoint: () => `ws://127.0.0.1:${listening.port}${sockets.newPath()}`,
    renewed: (endpoint) => sockets.at(new URL(endpoint).pathname)?.send(JSON.stringify(first())),
    left: (endpoint) => sockets.leave(new URL(endpoint).pathname),
    refused: (event) => void syncErrors.push(event),
  });
  listening.answerWith(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  listening.upgradeWith(sockets.upgrade);
  const send = (message: object) => {
    if (!now.isSilent) sockets.send(message);
  };
  const beat = setInterval(() => send(heartbeat(topic, heartbeatSeconds)), heartbeatSeconds * 500);
  const address = `http://127.0.0.1:${listening.port}/hub`;
  const stop = async () => {
    clearInterval(beat);
    sockets.endAll();
    await listening.stop();
  };
  return {
    address,
    topic,
    answers,
    syncErrors,
    subscribers: sockets.count,
    ...played(now, topic, send, sockets),
    stop,
  };
}

type Now = { open: OpenInHub | null; version: number; last: object | null; isAway: boolean; isSilent: boolean };
type Played = Omit<Hub, 'address' | 'topic' | 'answers' | 'syncErrors' | 'subscribers' | 'stop'>;

/** What somebody, or chance, does with it. */
function played(now: Now, topic: string, send: (message: object) => void, { endAll }: HubSockets): Played {
  function change(open: OpenInHub | null, event: object): object {
    Object.assign(now, { open, version: now.version + 1, last: event });
    return event;
  }
  const opening = (who: OpenInHub, at = Date.now()) => contextEvent(topic, 'Patient-open', who, at);
  return {
    open: (who) => send(change(who, opening(who))),
    close() {
      if (now.open !== null) send(change(null, contextEvent(topic, 'Patient-close', now.open, Date.now())));
    },
    openOutOfOrder(first, second) {
      const before = change(first, opening(first, Date.now() - 20));
      send(change(second, opening(second)));
      send(before);
    },
    repeat() {
      if (now.last) send(now.last);
    },
    sendStale: (who) => send(opening(who, Date.now() - 3_600_000)),
    drop: endAll,
    away(isAway) {
      now.isAway = isAway;
      if (isAway) endAll();
    },
    restart() {
      endAll();
      Object.assign(now, { open: null, version: 0, isSilent: false });
    },
    silence() {
      now.isSilent = true;
    },
  };
}
