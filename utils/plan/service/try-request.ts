import type { FhirAnswer, Limits, NoAnswer } from './asking.ts';
import { httpDate } from './http-date.ts';
import { parseBody } from './parse-body.ts';
import { type BodyText, readBody } from './read-body.ts';
import { retryAfterMs } from './retry-after.ts';

/** One request, the same at every try of it. */
export type FhirRequest = {
  readonly address: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `X-Request-ID`: the service may see by it that a second try is no second question. */
  readonly requestId: string;
};

/** What one try came to, and whether another may come to more. */
export type Tried = {
  readonly answer: FhirAnswer;
  readonly again: boolean;
  /** How long the service wants to be left alone first, in milliseconds; `null`: it says nothing. */
  readonly after: number | null;
};

/** The service, or something before it, is busy or away for a moment (RFC 9110, RFC 6585). */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Sends a request once. Nothing is followed, nothing is cached, no cookie goes along.
 *
 * @param signal ends the try early
 * @returns never throws: whatever goes wrong is an answer
 */
export async function tryRequest(request: FhirRequest, signal: AbortSignal, limits: Limits): Promise<Tried> {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(limits.tryMs)]);
  const startedAt = Date.now();
  const { address, method, headers, body, requestId } = request;
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      headers: { ...headers, 'x-request-id': requestId },
      ...(body === undefined ? {} : { body }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: ends,
    });
  } catch {
    return noAnswer(ends);
  }
  const notOurs = judgeHead(response, requestId);
  if (notOurs) {
    void response.body?.cancel().catch(() => undefined);
    return { answer: notOurs, again: false, after: null };
  }
  const text = await readBody(response, limits.largestBody);
  if (text.kind === 'brokenOff' && response.status === 200 && ends.aborted) return noAnswer(ends);
  return judgeTry(response, text, (startedAt + Date.now()) / 2, limits);
}

/** Why not even the body of an answer is looked at. */
function judgeHead(response: Response, requestId: string): NoAnswer | null {
  const { type, status, headers } = response;
  const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
  if (isRedirect) return { kind: 'failed', cause: 'redirected', code: 'PLN-REDIRECT', tries: 1 };
  const mirrored = headers.get('x-request-id');
  // An answer to somebody else's question may be about somebody else.
  const isOther = mirrored !== null && mirrored.toLowerCase() !== requestId.toLowerCase();
  return isOther ? { kind: 'failed', cause: 'unexpectedAnswer', code: 'PLN-OTHER-ANSWER', tries: 1 } : null;
}

function judgeTry({ status, headers }: Response, text: BodyText, at: number, limits: Limits): Tried {
  const parsed = parseBody(text, headers.get('content-type'), limits.deepest);
  // The body of a refusal is looked at for its codes only: the status speaks for itself.
  if (status === 200 && !parsed.ok) {
    const { cause, code } = parsed;
    return { answer: { kind: 'failed', cause, code, tries: 1 }, again: cause === 'cutShort', after: null };
  }
  const date = httpDate(headers.get('date') ?? '');
  const body = parsed.ok ? parsed.value : undefined;
  return {
    answer: { kind: 'body', status, body, etag: headers.get('etag'), date, at, tries: 1 },
    again: PASSING.has(status),
    after: retryAfterMs(headers.get('retry-after'), date ?? at),
  };
}

/** No status came, or no end of the body: the limit of this try ran out, or the connection did not hold. */
function noAnswer(ends: AbortSignal): Tried {
  const failed = (cause: NoAnswer['cause'], code: string): Tried => ({
    answer: { kind: 'failed', cause, code, tries: 1 },
    again: true,
    after: null,
  });
  if (isTimeOut(ends)) return failed('timedOut', 'PLN-TIMEOUT');
  return isOffline() ? failed('offline', 'PLN-OFFLINE') : failed('serviceDown', 'PLN-NET');
}

/** Whether what ended a signal was a limit, and not somebody who no longer waits. */
export function isTimeOut({ aborted, reason }: AbortSignal): boolean {
  return aborted && reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** Whether this computer is known to have no network. Outside browsers nobody knows, which counts as online. */
export function isOffline(): boolean {
  return navigator.onLine === false;
}
