import {
  type Connection,
  type HubFault,
  type HubLink,
  type HubState,
  type Moment,
  type Step,
  step,
} from './hub-link.ts';
import type { HubMessage } from './hub-messages.ts';
import { reconnectDelayMs } from './reconnect.ts';

type Reading = Extract<HubLink, { is: 'reading' }>;

/** The background asks the sign-in service and the hub, and gives up within this time (milliseconds). */
export const ASKED_MS = 20_000;
/** A WebSocket that has not been confirmed by then is none (milliseconds). */
const OPENING_MS = 10_000;
/** A hub is silent for longer than it said before it counts as lost, by this factor: the network may be slow. */
const SLACK = 1.5;
const HEARTBEAT_MS = 10_000;
/** A hub without heartbeats is asked this often, in milliseconds. */
export const ASK_EVERY_MS = 10_000;
/** A subscription is renewed once so much of it is over. */
const RENEW_AFTER = 0.8;

/**
 * Begins to follow a hub.
 *
 * @param asked the number of the last question that somebody else has asked
 */
export function startHub(now: number, asked = 0): Step {
  const nothing = { broken: null, startedAt: now, tries: 0, asked, newest: Number.NEGATIVE_INFINITY, answered: [] };
  return subscribe({ ...nothing, link: { is: 'lost', nextAt: now } }, now);
}

/** Asks the hub for a subscription, once more. */
export function subscribe(state: HubState, now: number): Step {
  const asked = state.asked + 1;
  const link = { is: 'subscribing', asked, until: now + ASKED_MS } as const;
  return step({ ...state, asked, link }, { do: 'subscribe', asked });
}

/** The hub gave an address for the WebSocket. */
export function openSocket(
  state: HubState,
  { endpoint, topic }: { readonly endpoint: string; readonly topic: string },
  now: number,
): Step {
  const link = { is: 'opening', endpoint, topic, until: now + OPENING_MS } as const;
  return step({ ...state, link }, { do: 'open', endpoint });
}

/** From this moment nobody is followed; it is tried again, later each time. */
export function lose(state: HubState, cause: HubFault, { now, chance }: Moment): Step {
  const broken = { since: state.broken?.since ?? now, cause };
  const link = { is: 'lost', nextAt: now + reconnectDelayMs(state.tries, chance) } as const;
  const next = { ...state, broken, link, tries: state.tries + 1 };
  return hasSocket(state) ? step(next, { do: 'close' }) : step(next);
}

function hasSocket({ link }: HubState): boolean {
  return link.is === 'opening' || link.is === 'reading' || link.is === 'following';
}

/** The hub has confirmed the subscription: who is open is asked for, and nobody is followed before it has answered. */
export function confirm(state: HubState, message: Extract<HubMessage, { kind: 'confirmed' }>, moment: Moment): Step {
  const { link } = state;
  const { now } = moment;
  if (link.is === 'opening') {
    if (message.topic !== link.topic) return lose(state, 'denied', moment);
    return read(state, connectionOf(link.endpoint, message, now), now);
  }
  if (link.is !== 'reading' && link.is !== 'following') return step(state);
  const connection = connectionOf(link.connection.endpoint, message, now);
  return step({ ...state, link: { ...link, connection } });
}

function connectionOf(
  endpoint: string,
  { leaseMs, heartbeats }: Extract<HubMessage, { kind: 'confirmed' }>,
  now: number,
): Connection {
  const silenceMs = heartbeats ? HEARTBEAT_MS * SLACK : Number.POSITIVE_INFINITY;
  return {
    endpoint,
    silenceMs,
    silentAt: now + silenceMs,
    asksAt: heartbeats ? null : now + ASK_EVERY_MS,
    renewAt: now + leaseMs * RENEW_AFTER,
    endsAt: now + leaseMs,
  };
}

/** The hub has said something; `periodMs`: and how long it may be silent from now on. */
export function heard(state: HubState, now: number, periodMs?: number): HubState {
  const { link } = state;
  if (link.is !== 'reading' && link.is !== 'following') return state;
  const silenceMs = periodMs === undefined ? link.connection.silenceMs : periodMs * SLACK;
  const connection = { ...link.connection, silenceMs, silentAt: now + silenceMs };
  return { ...state, link: { ...link, connection } };
}

/**
 * Who is open is asked for, and until it is known nobody is followed.
 *
 * @param more why, and what is known of it already
 */
export function read(
  state: HubState,
  connection: Connection,
  now: number,
  more: Partial<Pick<Reading, 'because' | 'doubted'>> = {},
): Step {
  const asked = state.asked + 1;
  const nothing = { again: false, because: null, doubted: null };
  const link = { is: 'reading', asked, until: now + ASKED_MS, connection, ...nothing, ...more } as const;
  return step({ ...state, asked, link }, { do: 'read', asked });
}
