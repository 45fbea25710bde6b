import type { AuditEvent } from 'fhir/r4';
import { LIMITS } from '../../utils/plan/service/asking.ts';
import type { Run } from './run.ts';

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
 * Stores an event under the id that was chosen for it. The product does not write any yet, so this is no code of its own.
 *
 * @returns the status; `null` where no answer came, or a web page
 */
export async function putEvent(run: Run, event: AuditEvent): Promise<number | null> {
  const { fhirBase, accessToken, odsCode, correlationId, limits = LIMITS } = await run.asking();
  try {
    const answer = await fetch(`${fhirBase}/AuditEvent/${event.id}`, {
      method: 'PUT',
      headers: {
        accept: 'application/fhir+json',
        'content-type': 'application/fhir+json',
        authorization: `Bearer ${accessToken}`,
        'nhsd-end-user-organisation-ods': odsCode,
        'x-request-id': crypto.randomUUID(),
        'x-correlation-id': correlationId,
      },
      body: JSON.stringify(event),
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.tryMs),
    });
    void answer.body?.cancel().catch(() => undefined);
    return /\bhtml\b/i.test(answer.headers.get('content-type') ?? '') ? null : answer.status;
  } catch {
    return null;
  }
}
