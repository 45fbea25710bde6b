import { vi } from 'vitest';
import type { SentRequest } from './scripted-service.ts';

/**
 * What a service answers, by the address below its base: a function is called, a `Response` comes as it is, everything
 * else as JSON, and what is not there is 404.
 */
export type Answers = Readonly<Record<string, unknown>>;

/** No answer for as long as the client waits. */
export const NEVER = Symbol('never');

/** Replaces `fetch` by a service that answers these. */
export function answeringService(base: string, answers: Answers): readonly SentRequest[] {
  const requests: SentRequest[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const { method, redirect, cache } = init;
    const request = { address, method, redirect, cache, headers: new Headers(init.headers), body: String(init.body) };
    requests.push(request);
    const found = answers[address.replace(`${base}/`, '')];
    if (found === NEVER) return ended(init.signal);
    const answer = typeof found === 'function' ? found(request) : found;
    if (answer === undefined) return Response.json({}, { status: 404 });
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  return requests;
}

function ended(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The addresses asked, below the base. */
export function askedOf(base: string, requests: readonly SentRequest[]): readonly string[] {
  return requests.map(({ address }) => address.replace(`${base}/`, ''));
}
