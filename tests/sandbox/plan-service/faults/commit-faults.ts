import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../people/random.ts';
import { type IssueCode, operationOutcome } from '../fhir/outcome.ts';
import type { Fault } from '../switches.ts';
import { answerHugely, answerPacked, deepJson, FHIR_JSON } from './huge-answers.ts';

const HOUR = 3_600_000;
/** A fatal alert: handshake failure (RFC 8446 §6). */
const TLS_REFUSES = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);

type StatusFault = Extract<Fault, { kind: 'status' }>;

/** What a hotel's or hospital's network answers in place of the real server. */
const CAPTIVE_PORTAL =
  '<!DOCTYPE html><html lang="en"><head><title>Guest network</title></head>' +
  '<body><h1>Guest network</h1><p>Accept the terms of use to go online.</p></body></html>';

function issueCodeFor(status: number): IssueCode {
  if (status === 401) return 'login';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'throttled';
  if (status === 503 || status === 504) return 'transient';
  return status >= 500 ? 'exception' : 'processing';
}

/** OAuth endpoints speak RFC 6749 §5.2, the FHIR ones OperationOutcome. */
function errorBody(status: number, oauth: boolean): readonly [contentType: string, body: string] {
  if (oauth) {
    const error = status < 500 ? 'invalid_grant' : 'server_error';
    return ['application/json', JSON.stringify({ error, error_description: 'switched off at the sandbox' })];
  }
  const outcome = operationOutcome(issueCodeFor(status), 'Switched off at the sandbox');
  return [FHIR_JSON, JSON.stringify(outcome)];
}

function answer(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function answerStatus(response: ServerResponse, fault: StatusFault, oauth: boolean): void {
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
  if (fault.body === 'html') {
    answer(response, fault.status, 'text/html; charset=utf-8', CAPTIVE_PORTAL);
  } else if (fault.body === 'empty' || fault.status === 204 || fault.status === 304) {
    response.writeHead(fault.status, fault.status === 304 ? {} : { 'content-length': 0 });
    response.end();
  } else {
    answer(response, fault.status, ...errorBody(fault.status, oauth));
  }
}

function waitOf(fault: Extract<Fault, { kind: 'slow' }>, random: Random): number {
  return typeof fault.ms === 'number' ? fault.ms : random.integer(Math.min(...fault.ms), Math.max(...fault.ms));
}

/** Headers that are wrong on an answer that may be right. */
function setWrongHeaders(response: ServerResponse, faults: readonly Fault[]): void {
  for (const fault of faults) {
    if (fault.kind === 'otherAnswer') response.setHeader('X-Request-ID', randomUUID());
    if (fault.kind === 'clock') response.setHeader('Date', new Date(Date.now() + (fault.ms ?? HOUR)).toUTCString());
  }
}

/** Deals with one fault that leaves no room for an answer; `false`: it is another kind. */
function commit(request: IncomingMessage, response: ServerResponse, fault: Fault, oauth: boolean): boolean {
  switch (fault.kind) {
    case 'never':
      return true;
    case 'down':
      request.socket.destroy();
      return true;
    case 'notHttp':
      request.socket.end(TLS_REFUSES);
      return true;
    case 'status':
      answerStatus(response, fault, oauth);
      return true;
    case 'html':
      answer(response, 200, 'text/html; charset=utf-8', CAPTIVE_PORTAL);
      return true;
    case 'redirect':
      response.setHeader('location', fault.to ?? `http://localhost:${request.socket.localPort ?? 80}/elsewhere`);
      response.writeHead(307, { 'content-length': 0 }).end();
      return true;
    case 'deep':
      answer(response, 200, FHIR_JSON, deepJson());
      return true;
    case 'large':
      answerHugely(response);
      return true;
    case 'gzipBomb':
      void answerPacked(response);
      return true;
    default:
      return false;
  }
}

/**
 * Commits the faults that come before any answer, slowness first.
 *
 * @param oauth whether the request is for the token endpoint, which words its errors otherwise
 * @returns whether the request still is to be answered; if not, it has been dealt with here
 */
export async function commitFaults(
  request: IncomingMessage,
  response: ServerResponse,
  faults: readonly Fault[],
  { random, oauth }: { readonly random: Random; readonly oauth: boolean },
): Promise<boolean> {
  for (const fault of faults) {
    if (fault.kind === 'slow') await delay(waitOf(fault, random), undefined, { ref: false });
  }
  if (response.destroyed) return false;
  setWrongHeaders(response, faults);
  return !faults.some((fault) => commit(request, response, fault, oauth));
}
