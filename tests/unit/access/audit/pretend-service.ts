import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import type { AuditKey } from '../../../../utils/access/audit/audit-key.ts';
import { type ReadAuditEvent, readAuditEvent } from '../../../sandbox/plan-service/fhir/audit-event.ts';

/** What the pretend service does with a request, besides what the contract says. */
export type Behaviour =
  | 'takes'
  /** Takes the event; the answer is never heard. */
  | 'takesSilently'
  /** The connection fails before it has anything. */
  | 'unreachable'
  /** A log-in page of the network. */
  | 'webPage'
  /** The answer to another request. */
  | 'otherAnswer'
  /** 200, and not a word of the event. */
  | 'nods'
  | number;

/** One request as it came. */
export type Received = { readonly address: string; readonly init: RequestInit; readonly headers: Headers };

const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
const { x = '', y = '' } = await exportJWK(publicKey);

/** The key that events are sealed to here. */
export const AUDIT_KEY: AuditKey = { kty: 'EC', crv: 'P-256', kid: 'key-1', x, y };

/** The event in a sealed one, read by the schema of the sandbox. Throws where it is none. */
export async function unseal(jwe: string): Promise<ReadAuditEvent> {
  const { plaintext } = await compactDecrypt(jwe, privateKey);
  const read = readAuditEvent(JSON.parse(new TextDecoder().decode(plaintext)));
  if ('wrong' in read) throw new Error(read.wrong.join(', '));
  return read.event;
}

/** A plan service that stores audit events as docs/plan-service.md says, as far as `behave` lets it. */
export class PretendService {
  readonly held = new Map<string, string>();
  readonly received: Received[] = [];
  /** Requests that came for an id under which there is another event. */
  conflicts = 0;
  behave: (id: string) => Behaviour = () => 'takes';

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    this.received.push({ address, init, headers });
    const id = address.slice(address.lastIndexOf('/') + 1);
    const behaviour = this.behave(id);
    if (behaviour === 'unreachable') throw new TypeError('Failed to fetch');
    if (behaviour === 'webPage') return new Response('<p>Log in</p>', { headers: { 'content-type': 'text/html' } });
    if (behaviour === 'otherAnswer') return new Response('{}', { headers: { 'x-request-id': crypto.randomUUID() } });
    if (behaviour === 'nods') return this.answer(200, headers);
    if (typeof behaviour === 'number') return this.answer(behaviour, headers);
    const status = this.store(id, String(init.body));
    if (behaviour === 'takesSilently') throw new TypeError('Failed to fetch');
    return this.answer(status, headers, { location: new URL(address).pathname });
  };

  /** The events it holds, opened, in the order in which they came. */
  events(): Promise<ReadAuditEvent[]> {
    return Promise.all([...this.held.values()].map(unseal));
  }

  private store(id: string, jwe: string): number {
    const known = this.held.get(id);
    if (known === undefined) {
      this.held.set(id, jwe);
      return 201;
    }
    if (known === jwe) return 200;
    this.conflicts += 1;
    return 409;
  }

  private answer(status: number, asked: Headers, more: Record<string, string> = {}): Response {
    const headers = {
      'content-type': 'application/fhir+json',
      'x-request-id': asked.get('x-request-id') ?? '',
      ...more,
    };
    return new Response('{}', { status, headers });
  }
}

/** What the trail entity of an event says under one type of detail. */
export function trailSays({ entity = [] }: ReadAuditEvent, type: string): readonly string[] {
  const { detail = [] } = entity.find(({ name }) => name === 'Planside audit trail') ?? {};
  return detail.flatMap((each) => (each.type === type && each.valueString !== undefined ? each.valueString : []));
}
