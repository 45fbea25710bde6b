import type { HubContext } from './current-context.ts';

/** Why a hub cannot be followed. */
export const HUB_FAULTS = [
  /** No session is open with the plan service, whose tokens hubs ask for. */
  'signedOut',
  /** Neither policy nor sign-in says which of the hub's sessions is this person's. */
  'noTopic',
  'unreachable',
  /** The hub has answered, and said no. */
  'refused',
  /** It sends the WebSocket, or the request for one, to another host. */
  'elsewhere',
  'closed',
  /** Nothing has come from it for too long. */
  'silent',
  /** The subscription has been ended by the hub, or has run out. */
  'denied',
  'expired',
  /** It does not say who is open. */
  'noContext',
  'unreadable',
] as const;
export type HubFault = (typeof HUB_FAULTS)[number];

/** What a hub has asked for in an event, for a refusal. */
export type Trigger = {
  readonly id: string;
  readonly name: string;
  /** `null`: older than something that came before it. */
  readonly at: number | null;
  readonly context: HubContext;
};

/** Of a connection that is open. */
export type Connection = {
  readonly endpoint: string;
  /** By when the next word of the hub must be here; `silenceMs` is how long it may be silent. */
  readonly silentAt: number;
  readonly silenceMs: number;
  /** The hub does not say by itself that it is there: it is asked. */
  readonly asksAt: number | null;
  readonly renewAt: number;
  readonly endsAt: number;
};

/** Where the link to a hub stands. Only `following` holds somebody: there is none in a link that is lost. */
export type HubLink =
  | { readonly is: 'subscribing'; readonly asked: number; readonly until: number }
  | { readonly is: 'opening'; readonly topic: string; readonly endpoint: string; readonly until: number }
  /** The hub has been asked who is open. */
  | {
      readonly is: 'reading';
      readonly asked: number;
      readonly until: number;
      readonly connection: Connection;
      /** Something has come since it was asked, so what it answers may be old. */
      readonly again: boolean;
      /** The event that made it necessary to ask; `null`: none. */
      readonly because: Trigger | null;
      /** It has answered something else than that event said, and is asked once more then, or (`null`) has been. */
      readonly doubted: { readonly context: HubContext; readonly askAt: number | null } | null;
    }
  | {
      readonly is: 'following';
      readonly connection: Connection;
      readonly context: HubContext;
      /** When that was set, by the hub's own event; `null`: the hub was asked, and does not say. */
      readonly setAt: number | null;
      /** The hub has been asked whether it is there, and must have answered by then. */
      readonly checking: { readonly asked: number; readonly until: number } | null;
    }
  | { readonly is: 'lost'; readonly nextAt: number };

/** All there is to know of one hub. */
export type HubState = {
  readonly link: HubLink;
  /** Since when, and why, nobody can be followed; `null`: somebody can, or it has never been tried before. */
  readonly broken: { readonly since: number; readonly cause: HubFault } | null;
  readonly startedAt: number;
  /** How often in a row it has been tried without success. */
  readonly tries: number;
  /** The last question asked. */
  readonly asked: number;
  /** The time of the newest event about who is open that has come. */
  readonly newest: number;
  /** Events that have been answered, and how, newest last. */
  readonly answered: readonly { readonly id: string; readonly status: number }[];
};

/** What is to be done, in this order. */
export type HubAct =
  | { readonly do: 'subscribe'; readonly asked: number }
  | { readonly do: 'open'; readonly endpoint: string }
  | { readonly do: 'read'; readonly asked: number }
  | { readonly do: 'renew'; readonly endpoint: string }
  | { readonly do: 'answer'; readonly id: string; readonly status: number }
  /** An event that was taken cannot be followed after all. */
  | { readonly do: 'refuse'; readonly id: string; readonly name: string }
  | { readonly do: 'close' };

export type Step = { readonly state: HubState; readonly acts: readonly HubAct[] };

/** What has happened; `chance` (0 to 1) spreads tries over time. */
export type Moment = { readonly now: number; readonly chance: number };

/** The state after this, and what is to be done. */
export function step(state: HubState, ...acts: readonly HubAct[]): Step {
  return { state, acts };
}

/** By when something must have happened, whatever comes: whoever runs the link wakes it then. */
export function wakeAt({ link }: HubState): number {
  switch (link.is) {
    case 'subscribing':
    case 'opening':
      return link.until;
    case 'lost':
      return link.nextAt;
    case 'reading':
      return Math.min(link.doubted?.askAt ?? link.until, dueOf(link.connection));
    case 'following':
      return Math.min(link.checking?.until ?? Number.POSITIVE_INFINITY, dueOf(link.connection));
  }
}

function dueOf({ silentAt, asksAt, renewAt, endsAt }: Connection): number {
  return Math.min(silentAt, asksAt ?? Number.POSITIVE_INFINITY, renewAt, endsAt);
}
