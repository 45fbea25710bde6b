import type { SentRequest } from './scripted-service.ts';

/**
 * What a service answers, by the address below its base: a function is called and waited for, a `Response` comes as it is, everything
 * else as JSON, and what is not there is 404.
 */
export type Answers = Readonly<Record<string, unknown>>;

/** No answer for as long as the client waits. */
export const NEVER = Symbol('never');

/** Stands in for `fetch`: a service that answers these. */
export function answerFrom(
  base: string,
  answers: Answers,
  heard: (request: SentRequest) => void = () => undefined,
): (address: string, init?: RequestInit) => Promise<Response> {
  return async (address, init = {}) => {
    const { method, redirect, cache } = init;
    const request = { address, method, redirect, cache, headers: new Headers(init.headers), body: String(init.body) };
    heard(request);
    const found = answers[address.replace(`${base}/`, '')];
    if (found === NEVER) return ended(init.signal);
    const answer = typeof found === 'function' ? await found(request) : found;
    if (answer === undefined) return Response.json({}, { status: 404 });
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
}

function ended(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
