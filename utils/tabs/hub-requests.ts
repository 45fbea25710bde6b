import {
  type HubSession,
  readContext,
  refuseEvent,
  type Subscribed,
  subscribeTo,
  unsubscribeFrom,
} from '../fhircast/ask-hub.ts';
import { currentSession } from '../session/access-token.ts';
import type { Session } from '../session/session.ts';
import type { InForce } from '../settings/settings.ts';

/** What is asked of the hub that policy names, in the name of whoever is signed in: tokens stay in the background. */
export type HubRequests = {
  readonly subscribe: () => Promise<Subscribed>;
  readonly renew: (endpoint: string) => Promise<void>;
  /** `null`: it does not say. */
  readonly read: () => Promise<unknown>;
  readonly refuse: (event: { readonly id: string; readonly name: string }) => Promise<void>;
  readonly unsubscribe: (endpoint: string) => Promise<void>;
};

/** @param settings those in force when something is asked */
export function hubRequests(settings: () => Promise<InForce>): HubRequests {
  async function withSession<T>(ask: (session: HubSession) => Promise<T>, without: T): Promise<T> {
    const session = await hubSession(settings);
    return 'hub' in session ? ask(session) : without;
  }
  return {
    async subscribe() {
      const session = await hubSession(settings);
      return 'hub' in session ? subscribeTo(session) : { ok: false, cause: session.cause };
    },
    renew: (endpoint) => withSession(async (session) => void (await subscribeTo(session, endpoint)), undefined),
    read: () => withSession<unknown>(readContext, null),
    refuse: (event) => withSession((session) => refuseEvent(session, event), undefined),
    unsubscribe: (endpoint) => withSession((session) => unsubscribeFrom(session, endpoint), undefined),
  };
}

type NoSession = Pick<Extract<Subscribed, { ok: false }>, 'cause'>;

async function hubSession(settings: () => Promise<InForce>): Promise<HubSession | NoSession> {
  const { planService, fhircast } = await settings();
  if (!planService || !fhircast) return { cause: 'signedOut' };
  const token = await currentSession(planService);
  if (token.kind === 'signedOut') return { cause: 'signedOut' };
  if (token.kind === 'unreachable') return { cause: 'unreachable' };
  const { hub } = fhircast;
  const topic = fhircast.topic ?? topicOf(token.session, hub);
  return topic ? { hub, topic, accessToken: token.session.accessToken } : { cause: 'noTopic' };
}

/** A session of another hub is none of this one's. */
function topicOf({ hub }: Session, named: string): string | null {
  if (!hub) return null;
  const isNamed = hub.address === null || withoutSlash(hub.address) === withoutSlash(named);
  return isNamed ? hub.topic : null;
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
