import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { listen } from '../listen.ts';
import { hubApp } from './hub-app.ts';
import { confirmation, currentContext, heartbeat, type OpenInHub } from './hub-messages.ts';
import { hubSockets } from './hub-sockets.ts';
import { type HubNow, type Played, played } from './played.ts';

export type HubOptions = {
  /** Wanted port; 0 or left out: any free one. */
  readonly port?: number;
  readonly topic?: string;
  /** How often it says that it is there; five seconds unless told. */
  readonly heartbeatSeconds?: number;
  readonly leaseSeconds?: number;
};

/** A small FHIRcast hub with one session, and what can go wrong with it. */
export type Hub = Played & {
  readonly origin: string;
  readonly address: string;
  readonly topic: string;
  /** Who is open, and how it goes. */
  readonly now: () => Readonly<Pick<HubNow, 'open' | 'is'>>;
  /** What subscribers have answered to events, and the SyncErrors they have sent. */
  readonly answers: readonly { readonly id: string; readonly status: number }[];
  readonly syncErrors: readonly object[];
  readonly subscribers: () => number;
  /** How often somebody has asked for a subscription to go on. */
  readonly renewals: () => number;
  /** Answers everything at its origin that is no business of a hub. */
  readonly alsoServe: (app: Hono) => void;
  readonly stop: () => Promise<void>;
};

type Heard = {
  readonly answers: { readonly id: string; readonly status: number }[];
  readonly syncErrors: object[];
  renewals: number;
};

const EVENTS = 'Patient-open,Patient-close,Heartbeat';

/** Starts the hub on the loopback address. */
export async function startHub(options: HubOptions = {}): Promise<Hub> {
  const { port = 0, topic = 'sandbox-session', heartbeatSeconds = 5, leaseSeconds = 600 } = options;
  const listening = await listen(port);
  const heard: Heard = { answers: [], syncErrors: [], renewals: 0 };
  const lease = { seconds: leaseSeconds, isRenewed: true };
  const now: HubNow = { open: null as OpenInHub | null, version: 0, last: null, is: 'well', lease };
  const host = `127.0.0.1:${listening.port}`;
  const sockets = hubSockets(
    () => (now.is === 'silent' ? null : confirmation(topic, EVENTS, now.lease.seconds)),
    (message) => heard.answers.push(message as Heard['answers'][number]),
  );
  const app = appOf({ now, topic, host, heard, sockets });
  listening.answerWith(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  listening.upgradeWith(sockets.upgrade);
  const beat = setInterval(() => {
    if (now.is === 'well') sockets.send(JSON.stringify(heartbeat(topic, heartbeatSeconds)));
  }, heartbeatSeconds * 500);
  return {
    ...played(now, topic, sockets),
    origin: `http://${host}`,
    address: `http://${host}/hub`,
    topic,
    now: () => now,
    answers: heard.answers,
    syncErrors: heard.syncErrors,
    subscribers: sockets.count,
    renewals: () => heard.renewals,
    alsoServe: (more) => void app.route('/', more),
    async stop() {
      clearInterval(beat);
      sockets.endAll();
      await listening.stop();
    },
  };
}

type Parts = {
  readonly now: HubNow;
  readonly topic: string;
  readonly host: string;
  readonly heard: Heard;
  readonly sockets: ReturnType<typeof hubSockets>;
};

function appOf({ now, topic, host, heard, sockets }: Parts): Hono {
  return hubApp({
    topic,
    is: () => now.is,
    context: () => currentContext(now.open, now.version),
    newEndpoint: () => `ws://${host}${sockets.newPath()}`,
    renewed(endpoint) {
      heard.renewals += 1;
      const { seconds, isRenewed } = now.lease;
      if (isRenewed) sockets.at(new URL(endpoint).pathname)?.send(JSON.stringify(confirmation(topic, EVENTS, seconds)));
    },
    left: (endpoint) => sockets.leave(new URL(endpoint).pathname),
    refused: (event) => void heard.syncErrors.push(event),
  });
}
