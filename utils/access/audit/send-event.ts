import type { StoredEvent } from './trail-types.ts';

/** Where events are delivered, and in whose session: whoever is signed in may deliver, who acted stands in the event. */
export type AuditConnection = {
  readonly fhirBase: string;
  readonly accessToken: string;
  readonly odsCode: string;
  /** Empty: none is sent. */
  readonly roleId: string;
};

/**
 * What came of sending one event. `taken`: the service has an event of this id, and it is not this one to the letter.
 * `refused`: the service cannot take it, whoever sends it. `forbidden`: not from who is signed in. `later`: nobody knows,
 * or not now.
 */
export type Sent = 'acknowledged' | 'taken' | 'refused' | 'forbidden' | 'signedOut' | 'later';

const TIME_OUT_MS = 9_000;

/** It is not understood, too large, or of a type that is not taken. */
const REFUSED: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/**
 * Sends one event to the plan service (docs/plan-service.md, audit), under the id it has: sent twice, it is still one.
 *
 * @returns never throws: whatever goes wrong is an answer
 */
export async function sendEvent(event: StoredEvent, connection: AuditConnection): Promise<Sent> {
  const { fhirBase, accessToken, odsCode, roleId } = connection;
  const requestId = crypto.randomUUID();
  try {
    const answer = await fetch(`${fhirBase}/AuditEvent/${event.id}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${accessToken}`,
        accept: 'application/fhir+json',
        'content-type': 'application/jose',
        'x-request-id': requestId,
        'x-correlation-id': event.correlationId,
        'nhsd-end-user-organisation-ods': odsCode,
        ...(roleId === '' ? {} : { 'nhsd-session-urid': roleId }),
      },
      body: event.jwe,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_OUT_MS),
    });
    // What an answer says besides its status is not needed.
    void answer.body?.cancel().catch(() => undefined);
    return isFromService(answer, requestId) ? judge(answer, event.id) : 'later';
  } catch {
    return 'later';
  }
}

/** A log-in page of a network, or an answer to another request, must not make anybody forget an event. */
function isFromService({ headers }: Response, requestId: string): boolean {
  const mirrored = headers.get('x-request-id');
  const isOther = mirrored !== null && mirrored.toLowerCase() !== requestId;
  return !isOther && !/\bhtml\b/i.test(headers.get('content-type') ?? '');
}

/**
 * Whether an answer says where the event is (`Location`, as FHIR R4 has it for whatever is created: http.html#update): a
 * mere 200 may come from something before the service that has stored nothing.
 *
 * @param id of the event
 */
export function saysWhere({ headers }: Pick<Response, 'headers'>, id: string): boolean {
  const [place = ''] = (headers.get('location') ?? '').split('/_history/');
  return place.toLowerCase().endsWith(`/auditevent/${id}`);
}

function judge(answer: Response, id: string): Sent {
  const { status } = answer;
  if (status === 200 || status === 201) return saysWhere(answer, id) ? 'acknowledged' : 'later';
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 409) return 'taken';
  return REFUSED.has(status) ? 'refused' : 'later';
}
