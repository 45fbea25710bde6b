import * as z from 'zod/mini';
import { type HubPatient, patientInContext } from './hub-patient.ts';
import { parseInstant } from './instant.ts';

/** What a hub says over the WebSocket (FHIRcast STU3, 2.4, 2.5 and 3.2). */
export type HubMessage =
  /** The subscription holds, for so long; `heartbeats`: the hub says regularly that it is there. */
  | { readonly kind: 'confirmed'; readonly topic: string; readonly leaseMs: number; readonly heartbeats: boolean }
  /** It does not, or no longer; or not for what is needed. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'heartbeat'; readonly id: string; readonly periodMs: number }
  | ({ readonly kind: 'open' } & ContextEvent)
  | ({ readonly kind: 'close' } & ContextEvent)
  /** Some other event: none that says who is open. */
  | { readonly kind: 'other'; readonly id: string }
  /** Nobody can say what this is. */
  | { readonly kind: 'unreadable' };

/** An event about who is open. */
export type ContextEvent = {
  readonly id: string;
  /** As the hub wrote it, for answers. */
  readonly name: string;
  /** When it happened, in milliseconds since 1970; `null`: nobody can say. */
  readonly at: number | null;
  /** `null`: it names nobody, or more than one. */
  readonly patient: HubPatient | null;
};

const LONGEST = 200_000;
/** The longest that a hub may be silent between heartbeats, until it says itself (FHIRcast 3.2.2), in milliseconds. */
const HEARTBEAT_MS = 10_000;

const confirmationSchema = z.object({
  'hub.mode': z.literal('subscribe'),
  'hub.topic': z.string(),
  'hub.events': z.string(),
  'hub.lease_seconds': z.coerce.number().check(z.positive()),
});
const denialSchema = z.object({ 'hub.mode': z.literal('denied') });
const eventSchema = z.object({
  timestamp: z.string(),
  id: z.string().check(z.minLength(1), z.maxLength(300)),
  event: z.object({
    'hub.event': z.string().check(z.maxLength(300)),
    context: z.array(z.looseObject({ key: z.optional(z.string()) })),
  }),
});
const periodSchema = z.coerce.number().check(z.positive(), z.maximum(3600));

/** Parses a message of a hub, whatever it holds. */
export function parseHubMessage(text: unknown): HubMessage {
  if (typeof text !== 'string' || text.length > LONGEST) return { kind: 'unreadable' };
  const raw = jsonIn(text);
  const confirmation = confirmationSchema.safeParse(raw);
  if (confirmation.success) return confirmed(confirmation.data);
  if (denialSchema.safeParse(raw).success) return { kind: 'denied' };
  const event = eventSchema.safeParse(raw);
  return event.success ? eventOf(event.data) : { kind: 'unreadable' };
}

function confirmed(data: z.infer<typeof confirmationSchema>): HubMessage {
  const granted = data['hub.events'].split(',').map((one) => one.trim().toLowerCase());
  const has = (...names: readonly string[]) => names.some((name) => granted.includes(name));
  // A hub may grant less than was asked for: without both of these nobody can be followed.
  const isEnough = ['open', 'close'].every((suffix) =>
    has(`patient-${suffix}`, 'patient-*', `*-${suffix}`, '*-*', '*'),
  );
  if (!isEnough) return { kind: 'denied' };
  const leaseMs = data['hub.lease_seconds'] * 1000;
  return { kind: 'confirmed', topic: data['hub.topic'], leaseMs, heartbeats: has('heartbeat', '*') };
}

function eventOf({ timestamp, id, event }: z.infer<typeof eventSchema>): HubMessage {
  const { 'hub.event': name, context } = event;
  const kind = { 'patient-open': 'open', 'patient-close': 'close' } as const;
  const is = name.toLowerCase();
  if (is === 'heartbeat') {
    const period = periodSchema.safeParse(context.find(({ key }) => key === 'period')?.decimal);
    return { kind: 'heartbeat', id, periodMs: period.success ? period.data * 1000 : HEARTBEAT_MS };
  }
  if (is !== 'patient-open' && is !== 'patient-close') return { kind: 'other', id };
  return { kind: kind[is], id, name, at: parseInstant(timestamp), patient: patientInContext(context) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
