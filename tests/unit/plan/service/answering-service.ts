import { vi } from 'vitest';
import { type Answers, answerFrom } from './answer-from.ts';
import type { SentRequest } from './scripted-service.ts';

export { type Answers, NEVER } from './answer-from.ts';

/** Replaces `fetch` by a service that answers these. */
export function answeringService(base: string, answers: Answers): readonly SentRequest[] {
  const requests: SentRequest[] = [];
  vi.stubGlobal(
    'fetch',
    answerFrom(base, answers, (request) => requests.push(request)),
  );
  return requests;
}

/** The addresses asked, below the base. */
export function askedOf(base: string, requests: readonly SentRequest[]): readonly string[] {
  return requests.map(({ address }) => address.replace(`${base}/`, ''));
}
