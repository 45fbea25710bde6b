import { createHash } from 'node:crypto';
import type { Resource } from 'fhir/r4';
import { FHIR_JSON, type FhirContext } from './surroundings.ts';

/** Weak, because what is compared is the meaning, not the bytes. Different for each role that is shown less. */
function etagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** RFC 9110 §13.1.2, weak comparison: the opaque parts are the same, or any version will do. */
function holds(ifNoneMatch: string, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

/** A resource with its ETag, or 304 without a body where the client holds this version already. */
export function withEtag(c: FhirContext, resource: Resource): Response {
  const body = JSON.stringify(resource);
  const etag = etagOf(body);
  const ifNoneMatch = c.req.header('if-none-match');
  if (ifNoneMatch !== undefined && holds(ifNoneMatch, etag)) return c.body(null, 304, { etag });
  return c.body(body, 200, { 'content-type': FHIR_JSON, etag });
}
