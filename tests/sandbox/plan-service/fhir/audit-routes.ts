import { isDeepStrictEqual } from 'node:util';
import type { AuditEvent, OperationOutcome } from 'fhir/r4';
import type { Hono } from 'hono';
import { isAlert, reasonIn } from './access-reason.ts';
import { type ReadAuditEvent, readAuditEvent } from './audit-event.ts';
import { notUnderstood, Refusal } from './outcome.ts';
import { needScope } from './permit.ts';
import { sentEvent } from './sent-event.ts';
import { type FhirContext, type FhirEnv, fhirJson, type Surroundings } from './surroundings.ts';
import { type Acting, whoActed, whomItAlerts } from './who-acted.ts';

/**
 * A reason opens one patient to the account that acted, in the role that acts now, and only when that account delivers
 * it itself: an emergency to requests of the visit it was given in, any other to all of them.
 */
function openPatient(c: FhirContext, { store }: Surroundings, event: ReadAuditEvent, acted: Acting | undefined): void {
  const reason = reasonIn(event);
  const patient = reason && store.patientByNhsNumber(reason.nhsNumber);
  const { username } = c.get('holder').account;
  const role = c.get('role');
  if (!patient || acted?.account.username !== username || acted.role?.id !== role.id) return;
  const correlationId = c.req.header('x-correlation-id') ?? '';
  if (reason.isEmergency && correlationId === '') return;
  store.open({
    username,
    roleId: role.id,
    patientId: patient.id,
    correlationId: reason.isEmergency ? correlationId : null,
    at: Date.now(),
  });
}

const STORED: OperationOutcome = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'information', code: 'informational', diagnostics: 'The event is stored' }],
};

/** What was sealed is not sent back in clear: whoever delivers it may be somebody else than whoever acted. */
function stored(c: FhirContext, resource: AuditEvent, isSealed: boolean, status: 200 | 201): Response {
  c.header('location', new URL(c.req.url).pathname);
  return fhirJson(c, isSealed ? STORED : resource, status);
}

/**
 * Stores an audit event under the id its sender chose. The same event again, by whomever, is no second event: 200.
 * Another event under the same id is refused, because an audit trail is never changed.
 */
async function putAuditEvent(c: FhirContext, around: Surroundings): Promise<Response> {
  needScope(c, 'user/AuditEvent.c');
  const { store, auditKeys } = around;
  const id = (c.req.param('id') ?? '').toLowerCase();
  const sent = await sentEvent(c, auditKeys);
  const read = readAuditEvent(sent.body);
  if ('wrong' in read) throw notUnderstood('invalid', `Missing or wrong: ${read.wrong.join(', ')}`);
  if (read.event.id.toLowerCase() !== id)
    throw notUnderstood('invalid', 'The id in the body is not the one in the URL');
  const known = store.auditEvent(id);
  if (known !== undefined) {
    if (isDeepStrictEqual(known.resource, read.resource)) return stored(c, known.resource, sent.isSealed, 200);
    throw new Refusal(409, 'conflict', 'Another audit event has this id');
  }
  const acted = whoActed(read.event, around, c.get('role'));
  store.addAuditEvent(id, {
    deliveredBy: c.get('holder').account.username,
    ...(acted === undefined ? {} : { actedBy: acted.account.username }),
    receivedAt: new Date().toISOString(),
    isSealed: sent.isSealed,
    hash: sent.hash,
    ...(isAlert(read.event) ? { alerted: whomItAlerts(acted, c.get('role')) } : {}),
    resource: read.resource,
  });
  openPatient(c, around, read.event, acted);
  return stored(c, read.resource, sent.isSealed, 201);
}

/** The audit trail: written, never read over FHIR. */
export function auditRoutes(app: Hono<FhirEnv>, around: Surroundings): void {
  app.put('/AuditEvent/:id', (c) => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(c.req.param('id'))) {
      throw notUnderstood('value', 'The id must be a UUID');
    }
    return putAuditEvent(c, around);
  });
}
