import type { AuditEvent } from 'fhir/r4';
import { LIMITS } from '../../utils/plan/service/asking.ts';
import { sealedFor } from './audit-keys.ts';
import { NotCheckable } from './row.ts';
import type { Run } from './run.ts';

/** An event as it was sealed, and the status it was answered with; `null`: no answer came, or a web page. */
export type SentEvent = { readonly sealed: string; readonly status: number | null };

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
  return { sealed, status: await putSealed(run, sealed) };
}

/**
 * Stores what was sealed under the id of this run. The product keeps its events in an outbox first, so this sends for
 * itself.
 *
 * @returns the status; `null` where no answer came, or a web page
 */
export async function putSealed(run: Run, sealed: string): Promise<number | null> {
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
    return /\bhtml\b/i.test(answer.headers.get('content-type') ?? '') ? null : answer.status;
  } catch {
    return null;
  }
}
