import { vi } from 'vitest';

/** A request as it was sent. */
export type SentRequest = {
  readonly address: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: string;
  readonly redirect: RequestRedirect | undefined;
  readonly cache: RequestCache | undefined;
};

/** One turn of the service: an answer, a connection that fails, or no answer for as long as the client waits. */
export type Turn = ((request: SentRequest) => Response) | 'down' | 'never';

/** A connection that fails, as `fetch` says it in Node. */
export const networkError = () => new TypeError('fetch failed');

/** Replaces `fetch` by a service that does these things in turn, the last one for ever. */
export function scriptedService(...turns: readonly Turn[]): readonly SentRequest[] {
  const requests: SentRequest[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const { method, redirect, cache, signal } = init;
    const request = { address, method, redirect, cache, headers: new Headers(init.headers), body: String(init.body) };
    requests.push(request);
    const turn = turns[Math.min(requests.length, turns.length) - 1];
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (turn === 'down' || turn === undefined) return Promise.reject(networkError());
    if (turn !== 'never') return Promise.resolve(turn(request));
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  });
  return requests;
}

/** An answer with this status, the same each time. */
export const status =
  (code: number, headers: Record<string, string> = {}, body: string | null = '{}'): Turn =>
  () =>
    new Response([204, 304].includes(code) ? null : body, { status: code, headers });
