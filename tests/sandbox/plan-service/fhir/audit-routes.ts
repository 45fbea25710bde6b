import { isDeepStrictEqual } from 'node:util';
import type { Hono } from 'hono';
import { readAuditEvent, reasonGivenFor } from './audit-event.ts';
import { notUnderstood, Refusal } from './outcome.ts';
import { needScope } from './permit.ts';
import { type FhirContext, type FhirEnv, fhirJson, type Surroundings } from './surroundings.ts';

async function jsonBody(c: FhirContext): Promise<unknown> {
  if (!/^application\/(fhir\+)?json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal(415, 'not-supported', 'A resource is sent as application/fhir+json');
  }
  try {
    return JSON.parse(await c.req.text());
  } catch {
    throw notUnderstood('structure', 'The body is not JSON');
  }
}

/**
 * Stores an audit event under the id its sender chose. The same event again is no second event: 200. Another event
 * under the same id is refused, because an audit trail is never changed.
 */
async function putAuditEvent(c: FhirContext, { store }: Surroundings): Promise<Response> {
  needScope(c, 'user/AuditEvent.c');
  const id = (c.req.param('id') ?? '').toLowerCase();
  const read = readAuditEvent(await jsonBody(c));
  if ('wrong' in read) throw notUnderstood('invalid', `Missing or wrong: ${read.wrong.join(', ')}`);
  if (read.event.id.toLowerCase() !== id)
    throw notUnderstood('invalid', 'The id in the body is not the one in the URL');
  const { username } = c.get('holder').account;
  const known = store.auditEvent(id);
  if (known !== undefined) {
    if (known.username === username && isDeepStrictEqual(known.resource, read.resource))
      return fhirJson(c, known.resource);
    throw new Refusal(409, 'conflict', 'Another audit event has this id');
  }
  store.addAuditEvent(id, { username, receivedAt: new Date().toISOString(), resource: read.resource });
  for (const nhsNumber of reasonGivenFor(read.event)) {
    const patient = store.patientByNhsNumber(nhsNumber);
    if (patient !== undefined) store.giveReason(username, patient.id);
  }
  c.header('location', new URL(c.req.url).pathname);
  return fhirJson(c, read.resource, 201);
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
