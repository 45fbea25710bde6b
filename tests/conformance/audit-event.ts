import type { AuditEvent } from 'fhir/r4';
import { saysWhere } from '../../utils/access/audit/send-event.ts';
import { LIMITS } from '../../utils/plan/service/asking.ts';
import { sealedFor } from './audit-keys.ts';
import { NotCheckable } from './row.ts';
import type { Run } from './run.ts';

/** What came of sending one. `status`: `null` where no answer came, or a web page. `isPlaced`: it says where the event is. */
export type Stored = { readonly status: number | null; readonly isPlaced: boolean };

/** An event as it was sealed, and what came of sending it. */
export type SentEvent = Stored & { readonly sealed: string };

/** An event that tells of this check and of nobody: it stays at the service for good. */
export function checkEvent(id: string, recorded: string): AuditEvent {
  return {
    resourceType: 'AuditEvent',
    id,
    type: {
      system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
      code: 'rest',
      display: 'RESTful Operation',
    },
    action: 'E',
    recorded,
    outcome: '0',
    agent: [{ requestor: true, name: 'Planside conformance check' }],
    source: { observer: { display: 'Planside conformance check' } },
  };
}

/**
 * Seals an event and sends it.
 *
 * @throws NotCheckable where there is no key for it
 */
export async function sendEvent(run: Run, event: AuditEvent): Promise<SentEvent> {
  const found = await run.auditKey();
  if (!found.ok) throw new NotCheckable('There is no key to seal it for; see “Keys for audit events are published”.');
  const sealed = await sealedFor(found.key, event);
  return { sealed, ...(await putSealed(run, sealed)) };
}

/**
 * Stores what was sealed under the id of this run. The product keeps its events in an outbox first, so this sends for
 * itself.
 */
export async function putSealed(run: Run, sealed: string): Promise<Stored> {
  const { fhirBase, accessToken, odsCode, roleId = '', correlationId, limits = LIMITS } = await run.asking();
  try {
    const answer = await fetch(`${fhirBase}/AuditEvent/${run.auditId}`, {
      method: 'PUT',
      headers: {
        accept: 'application/fhir+json',
        'content-type': 'application/jose',
        authorization: `Bearer ${accessToken}`,
        'nhsd-end-user-organisation-ods': odsCode,
        ...(roleId === '' ? {} : { 'nhsd-session-urid': roleId }),
        'x-request-id': crypto.randomUUID(),
        'x-correlation-id': correlationId,
      },
      body: sealed,
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.tryMs),
    });
    void answer.body?.cancel().catch(() => undefined);
    const isPage = /\bhtml\b/i.test(answer.headers.get('content-type') ?? '');
    return { status: isPage ? null : answer.status, isPlaced: saysWhere(answer, run.auditId) };
  } catch {
    return { status: null, isPlaced: false };
  }
}
