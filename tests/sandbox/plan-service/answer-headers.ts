import type { IncomingMessage, ServerResponse } from 'node:http';

const EXTENSION_ORIGIN = /^(chrome|moz|safari-web)-extension:\/\/[\w-]+$/;

const ALLOWED_HEADERS = [
  'Accept',
  'Authorization',
  'Content-Type',
  'If-None-Match',
  'NHSD-End-User-Organisation-ODS',
  'NHSD-Session-URID',
  'X-Correlation-ID',
  'X-Request-ID',
].join(', ');

const EXPOSED_HEADERS = 'ETag, Date, Location, Retry-After, WWW-Authenticate, X-Correlation-ID, X-Request-ID';

/** Ids are sent back as they came, unless they are no ids at all. */
function mirror(request: IncomingMessage, response: ServerResponse, name: string): void {
  const value = request.headers[name.toLowerCase()];
  if (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)) response.setHeader(name, value);
}

/**
 * Sets what every FHIR answer carries, faults included: nothing is cached, ids are mirrored, and extensions may
 * read it (Fetch standard, CORS protocol). No web page may.
 */
export function setAnswerHeaders(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  mirror(request, response, 'X-Request-ID');
  mirror(request, response, 'X-Correlation-ID');
  response.setHeader('Vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !EXTENSION_ORIGIN.test(origin)) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', EXPOSED_HEADERS);
}

/** Answers a CORS preflight. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT');
  response.setHeader('Access-Control-Allow-Headers', ALLOWED_HEADERS);
  response.writeHead(204).end();
}
