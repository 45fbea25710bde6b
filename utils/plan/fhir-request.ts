import type { CouldNotCheckCause } from './plan-lookup.ts';

/** Who asks, and for whom: goes with every request to the plan service. */
export type Asking = {
  readonly fhirBase: string;
  readonly accessToken: string;
  readonly odsCode: string;
  /** One for each patient context. */
  readonly correlationId: string;
  readonly signal: AbortSignal;
};

/** What came back, before anybody judges the content. */
export type FhirAnswer =
  | { readonly kind: 'body'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'failed'; readonly cause: CouldNotCheckCause; readonly code: string };

/** One call may take this long (milliseconds); the whole look-up has its own limit. */
const TIME_OUT_MS = 10_000;
/** A plan is a few hundred kilobytes at most; more is a fault or an attack. */
const LARGEST_BODY = 5_000_000;

/** Searches by POST, so that no identifier stands in an address (S7). */
export function search(
  asking: Asking,
  type: string,
  parameters: Readonly<Record<string, string>>,
): Promise<FhirAnswer> {
  return send(asking, `${asking.fhirBase}/${type}/_search`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters).toString(),
  });
}

/** Reads one address, which must lie below the plan service's own base. */
export function read(asking: Asking, address: string): Promise<FhirAnswer> {
  if (URL.parse(address)?.origin !== new URL(asking.fhirBase).origin) {
    return Promise.resolve({ kind: 'failed', cause: 'unexpectedAnswer', code: 'PLN-ORIGIN' });
  }
  return send(asking, address, { method: 'GET' });
}

async function send(asking: Asking, address: string, init: RequestInit): Promise<FhirAnswer> {
  const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(TIME_OUT_MS)]);
  try {
    const answer = await fetch(address, {
      ...init,
      headers: {
        ...init.headers,
        accept: 'application/fhir+json',
        authorization: `Bearer ${asking.accessToken}`,
        'x-request-id': crypto.randomUUID(),
        'x-correlation-id': asking.correlationId,
        'nhsd-end-user-organisation-ods': asking.odsCode,
      },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal,
    });
    return { kind: 'body', status: answer.status, body: await readJson(answer) };
  } catch {
    // The reason tells a limit that has run out, of this call or of the whole look-up, from everything else.
    const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
    if (timedOut) return { kind: 'failed', cause: 'timedOut', code: 'PLN-TIMEOUT' };
    if (!navigator.onLine) return { kind: 'failed', cause: 'offline', code: 'PLN-OFFLINE' };
    return { kind: 'failed', cause: 'serviceDown', code: 'PLN-NET' };
  }
}

/** The body as JSON; `undefined` for anything that is none, or is too large: whoever judges it says so. */
async function readJson(answer: Response): Promise<unknown> {
  if (!answer.body) return undefined;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of answer.body) {
    size += piece.byteLength;
    if (size > LARGEST_BODY) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(await new Blob(pieces).text());
  } catch {
    return undefined;
  }
}
