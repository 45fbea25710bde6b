import { vi } from 'vitest';

/** A request to the service, and a way to have its answer. */
export type Bent = {
  readonly address: string;
  readonly method: string;
  readonly headers: Headers;
  /** A form, or JSON. */
  readonly body: string;
  /** Asks the service itself, in other words than the client's where any are given. */
  readonly ask: (changes?: Changes) => Promise<Response>;
};

type Changes = { readonly address?: string; readonly headers?: Headers; readonly body?: string };

export type Bend = (request: Bent) => Promise<Response> | Response;

/** What a service says of every answer. */
export const FHIR = { 'content-type': 'application/fhir+json', 'cache-control': 'no-store' };

/** Puts somebody between client and service, who changes what is asked or answered; ended by `unstubAllGlobals`. */
export function bend(change: Bend): void {
  const service = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: string | URL, init: RequestInit = {}) => {
    const [address, headers, body] = [String(input), new Headers(init.headers), String(init.body ?? '')];
    const ask: Bent['ask'] = (changes = {}) =>
      service(changes.address ?? address, {
        ...init,
        headers: changes.headers ?? headers,
        ...(init.body ? { body: changes.body ?? init.body } : {}),
      });
    return change({ address, method: init.method ?? 'GET', headers, body, ask });
  });
}

/** Does this to some requests, and leaves the others. */
export function only(which: (request: Bent) => boolean, change: Bend): Bend {
  return (request) => (which(request) ? change(request) : request.ask());
}

/** Every answer without this header. */
export function withoutHeader(name: string): Bend {
  return async ({ ask }) => changedHead(await ask(), (headers) => headers.delete(name));
}

/** Answers with other words in them. */
export function withWords(pattern: RegExp | string, words: string): Bend {
  return async ({ ask }) => {
    const answer = await ask();
    const text = (await answer.text()).replaceAll(pattern, words);
    return changedHead(new Response(text || null, answer), () => undefined);
  };
}

/** A refusal that echoes the ids of its request, as the service does. */
export function refusing(status: number, code: string): Bend {
  return ({ headers }) => {
    const ids = ['x-request-id', 'x-correlation-id'].flatMap((name) => {
      const id = headers.get(name);
      return id === null ? [] : [[name, id]];
    });
    const head = { ...FHIR, ...Object.fromEntries(ids), date: new Date().toUTCString() };
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] };
    return new Response(status === 304 ? null : JSON.stringify(outcome), { status, headers: head });
  };
}

/** An answer with another head. */
export function changedHead(answer: Response, change: (headers: Headers) => void, status = answer.status): Response {
  const headers = new Headers(answer.headers);
  // The body is unpacked by now.
  headers.delete('content-encoding');
  headers.delete('content-length');
  change(headers);
  return new Response(answer.body, { status, headers });
}
