import * as z from 'zod/mini';
import { boundedFetch, UnusableAnswer } from '../session/bounded-fetch.ts';
import type { HubFault } from './hub-link.ts';

/** Only builds for the sandbox follow a hub without TLS. */
const insecureAllowed = import.meta.env.PLANSIDE_INSECURE === 'yes';

/** A call to a hub ends within this time (milliseconds). */
const CALL_MS = 8_000;
/** What a panel follows; a hub that can say that it is still there does so. */
const EVENTS = 'Patient-open,Patient-close,Heartbeat';
/** How Planside is called in what a hub tells others of it. */
const SUBSCRIBER = 'Planside';

/** One session that a hub keeps, and the token with which it may be followed. Only the background holds one of these. */
export type HubSession = { readonly hub: string; readonly topic: string; readonly accessToken: string };

export type Subscribed =
  | { readonly ok: true; readonly endpoint: string; readonly topic: string }
  | { readonly ok: false; readonly cause: HubFault };

const subscriptionSchema = z.object({ 'hub.channel.endpoint': z.url() });

/**
 * Asks a hub for a subscription (FHIRcast 2.4).
 *
 * @param endpoint the WebSocket whose subscription is to be renewed; left out: a new one
 */
export async function subscribeTo(session: HubSession, endpoint?: string): Promise<Subscribed> {
  const { topic } = session;
  const form = { 'hub.mode': 'subscribe', 'hub.events': EVENTS, 'subscriber.name': SUBSCRIBER };
  try {
    const answer = await post(session, formOf(session, { ...form, ...(endpoint ? endpointOf(endpoint) : {}) }));
    if (!answer.ok) return { ok: false, cause: 'refused' };
    const parsed = subscriptionSchema.safeParse(await answer.json());
    if (!parsed.success) return { ok: false, cause: 'unreadable' };
    const given = parsed.data['hub.channel.endpoint'];
    return isOfHub(given, session.hub) ? { ok: true, endpoint: given, topic } : { ok: false, cause: 'elsewhere' };
  } catch (error) {
    return { ok: false, cause: causeOf(error) };
  }
}

/** Tells a hub that nobody listens any more; whether it hears of it makes no difference here. */
export async function unsubscribeFrom(session: HubSession, endpoint: string): Promise<void> {
  await post(session, formOf(session, { 'hub.mode': 'unsubscribe', ...endpointOf(endpoint) })).catch(() => undefined);
}

/** Asks a hub who is open (FHIRcast 2.9); `null`: it does not say. */
export async function readContext({ hub, topic, accessToken }: HubSession): Promise<unknown> {
  const headers = { ...headersOf(accessToken), accept: 'application/json' };
  const address = `${withoutSlash(hub)}/${encodeURIComponent(topic)}`;
  const answer = await boundedFetch(address, { headers, signal: AbortSignal.timeout(CALL_MS) }).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}

/** Tells a hub that an event that was taken cannot be followed (FHIRcast 3.2.1). Nothing of a patient is in it. */
export async function refuseEvent(
  session: HubSession,
  event: { readonly id: string; readonly name: string },
): Promise<void> {
  const headers = { ...headersOf(session.accessToken), 'content-type': 'application/fhir+json' };
  const body = JSON.stringify(syncError(session.topic, event, { id: crypto.randomUUID(), at: Date.now() }));
  const signal = AbortSignal.timeout(CALL_MS);
  await boundedFetch(session.hub, { method: 'POST', headers, body, signal }).catch(() => undefined);
}

/** A SyncError about an event. */
export function syncError(
  topic: string,
  { id: about, name }: { readonly id: string; readonly name: string },
  { id, at }: { readonly id: string; readonly at: number },
): object {
  const issue = {
    severity: 'warning',
    code: 'processing',
    diagnostics: `${SUBSCRIBER} cannot follow this context`,
    details: {
      coding: [
        { system: 'https://fhircast.hl7.org/events/syncerror/eventid', code: about },
        { system: 'https://fhircast.hl7.org/events/syncerror/eventname', code: name },
        { system: 'https://fhircast.hl7.org/events/syncerror/subscriber', code: SUBSCRIBER },
      ],
    },
  };
  const context = [{ key: 'operationoutcome', resource: { resourceType: 'OperationOutcome', issue: [issue] } }];
  return {
    timestamp: new Date(at).toISOString(),
    id,
    event: { 'hub.topic': topic, 'hub.event': 'SyncError', context },
  };
}

/** A hub whose WebSocket is another host's is none that the policy names. */
export function isOfHub(endpoint: string, hub: string): boolean {
  const [given, named] = [URL.parse(endpoint), URL.parse(hub)];
  if (!given || !named || given.hostname !== named.hostname) return false;
  return given.protocol === 'wss:' || (insecureAllowed && given.protocol === 'ws:');
}

function post({ hub, accessToken }: HubSession, body: URLSearchParams): Promise<Response> {
  const headers = {
    ...headersOf(accessToken),
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  return boundedFetch(hub, { method: 'POST', headers, body, signal: AbortSignal.timeout(CALL_MS) });
}

function formOf({ topic }: HubSession, more: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams({ 'hub.channel.type': 'websocket', 'hub.topic': topic, ...more });
}

function endpointOf(endpoint: string) {
  return { 'hub.channel.endpoint': endpoint };
}

function headersOf(accessToken: string) {
  return { authorization: `Bearer ${accessToken}` };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function causeOf(error: unknown): HubFault {
  if (!(error instanceof UnusableAnswer)) return 'unreadable';
  return error.fault === 'didNotCome' ? 'unreachable' : error.fault === 'redirected' ? 'elsewhere' : 'unreadable';
}
