import { type Asking, type FhirAnswer, type FhirBody, LIMITS } from './asking.ts';
import type { KeptAnswer } from './kept-answers.ts';
import { withRetries } from './retry.ts';
import { type FhirRequest, tryRequest } from './try-request.ts';

/** Parameters of a search, in order; one name may come several times. */
export type SearchParameters = readonly (readonly [name: string, value: string])[];

/** Searches by POST, so that no identifier stands in an address (S7). */
export function search(asking: Asking, type: string, parameters: SearchParameters): Promise<FhirAnswer> {
  return send(asking, {
    address: `${asking.fhirBase}/${type}/_search`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString(),
  });
}

/** Reads one address, which must lie on the plan service's own origin. */
export function read(asking: Asking, address: string): Promise<FhirAnswer> {
  return readAs(asking, address, {});
}

/**
 * Reads a document, or asks whether the one had before still holds (`If-None-Match`, RFC 9110 §13.1.2).
 *
 * @returns the document as status 200 either way; a 304 that names no version held here stays one, for the judge
 */
export async function readDocumentAt(asking: Asking, address: string): Promise<FhirAnswer> {
  const held = asking.kept.get(address);
  const answer = await readAs(asking, address, held ? { 'if-none-match': held.etag } : {});
  if (answer.kind !== 'body') return answer;
  if (answer.status === 304 && held && isSameVersion(answer, held)) {
    return { ...answer, status: 200, body: held.body, etag: held.etag };
  }
  if (answer.status === 200 && answer.etag !== null) {
    asking.kept.set(address, { etag: answer.etag, body: answer.body });
  } else if (answer.status < 500) asking.kept.forget(address);
  return answer;
}

/** Asks what needs no sign-in: once, for a short time, and without the access token. */
export async function readOpenly(asking: Asking, address: string): Promise<FhirAnswer> {
  const limits = asking.limits ?? LIMITS;
  const request = numbered({ address, method: 'GET', headers: commonHeaders(asking) });
  const { answer } = await tryRequest(request, asking.signal, { ...limits, tryMs: limits.besideMs });
  if (answer.kind === 'body') asking.heard?.(answer);
  return answer;
}

function readAs(asking: Asking, address: string, headers: Readonly<Record<string, string>>): Promise<FhirAnswer> {
  if (URL.parse(address)?.origin !== new URL(asking.fhirBase).origin) {
    return Promise.resolve({ kind: 'failed', cause: 'unexpectedAnswer', code: 'PLN-ORIGIN', tries: 0 });
  }
  return send(asking, { address, method: 'GET', headers });
}

async function send(asking: Asking, unnumbered: Omit<FhirRequest, 'requestId'>): Promise<FhirAnswer> {
  const headers = {
    ...unnumbered.headers,
    ...commonHeaders(asking),
    ...(asking.accessToken === '' ? {} : { authorization: `Bearer ${asking.accessToken}` }),
    'nhsd-end-user-organisation-ods': asking.odsCode,
    ...(asking.roleId ? { 'nhsd-session-urid': asking.roleId } : {}),
  };
  const request = numbered({ ...unnumbered, headers });
  const answer = await withRetries(asking, () => tryRequest(request, asking.signal, asking.limits ?? LIMITS));
  if (answer.kind === 'body') asking.heard?.(answer);
  return answer;
}

function commonHeaders({ correlationId }: Asking): Readonly<Record<string, string>> {
  return { accept: 'application/fhir+json', 'x-correlation-id': correlationId };
}

function numbered(request: Omit<FhirRequest, 'requestId'>): FhirRequest {
  return { ...request, requestId: crypto.randomUUID() };
}

/** The 304 names the version that is held, or none; the `W/` of a weak name does not count. */
function isSameVersion({ etag }: FhirBody, held: KeptAnswer): boolean {
  const opaque = (name: string) => name.replace(/^W\//, '');
  return etag === null || opaque(etag) === opaque(held.etag);
}
