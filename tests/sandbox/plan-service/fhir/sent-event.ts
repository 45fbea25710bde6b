import { createHash } from 'node:crypto';
import type { AuditKeys } from '../audit/audit-keys.ts';
import { notUnderstood, Refusal } from './outcome.ts';
import type { FhirContext } from './surroundings.ts';

/** The body of a request that brings an event, opened where it was sealed. */
export type SentEvent = {
  readonly body: unknown;
  readonly isSealed: boolean;
  /** SHA-256, hex, of the body as it was sent. */
  readonly hash: string;
};

const unreadable = (code: 'invalid' | 'processing', diagnostics: string) => new Refusal(422, code, diagnostics);

async function opened(sealed: string, keys: AuditKeys): Promise<string> {
  const result = await keys.open(sealed);
  if (result.kind === 'opened') return result.text;
  if (result.kind === 'unknownKey') throw unreadable('processing', 'The event is sealed for another key');
  throw unreadable(
    'invalid',
    'The event cannot be opened: ECDH-ES, A256GCM and cty application/fhir+json are expected',
  );
}

/**
 * Reads the body: a resource, or a resource sealed for the key of this service.
 *
 * @throws Refusal 415 for another media type, 422 for what cannot be opened, 400 for what is no JSON
 */
export async function sentEvent(c: FhirContext, keys: AuditKeys): Promise<SentEvent> {
  const type = c.req.header('content-type') ?? '';
  const isSealed = /^application\/jose\s*(;|$)/i.test(type);
  if (!isSealed && !/^application\/(fhir\+)?json\s*(;|$)/i.test(type)) {
    throw new Refusal(415, 'not-supported', 'An event is sent as application/jose or application/fhir+json');
  }
  const sent = await c.req.text();
  const text = isSealed ? await opened(sent, keys) : sent;
  try {
    return { body: JSON.parse(text), isSealed, hash: createHash('sha256').update(sent).digest('hex') };
  } catch {
    throw notUnderstood('structure', 'The body is not JSON');
  }
}
