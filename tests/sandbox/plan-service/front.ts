import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Random } from '../people/random.ts';
import { answerPreflight, setAnswerHeaders } from './answer-headers.ts';
import { commitFaults } from './faults/commit-faults.ts';
import type { RequestLog } from './faults/request-log.ts';
import { FHIR_PATH, LOG_IN_PATH, SIGN_IN_PATH, stepOf } from './faults/step-of.ts';
import type { Fault, SwitchBoard } from './switches.ts';

/** The faults of a request that change its answer, for whoever answers it to find. */
export type FaultsOf = WeakMap<object, readonly Fault[]>;

export type Front = {
  readonly fhir: RequestListener;
  /** oidc-provider, which expects to be mounted: it finds its own prefix by `originalUrl`. */
  readonly signIn: (request: IncomingMessage, response: ServerResponse) => unknown;
  readonly logIn: RequestListener;
  readonly pages: RequestListener;
  readonly switches: SwitchBoard;
  readonly log: RequestLog;
  readonly random: Random;
  readonly faultsOf: FaultsOf;
};

function answerSignIn(front: Front, request: IncomingMessage, response: ServerResponse): void {
  const mounted = Object.assign(request, { originalUrl: request.url ?? '' });
  mounted.url = mounted.originalUrl.slice(SIGN_IN_PATH.length) || '/';
  front.signIn(mounted, response);
}

function answer(front: Front, path: string, request: IncomingMessage, response: ServerResponse): void {
  if (path.startsWith(FHIR_PATH)) front.fhir(request, response);
  else if (path.startsWith(LOG_IN_PATH)) front.logIn(request, response);
  else answerSignIn(front, request, response);
}

/**
 * Stands before everything on the plan service's origin: remembers the request, commits the faults that are
 * switched on, and sends it to FHIR, to signing in, or to the sandbox's own pages.
 */
export function frontOf(front: Front): RequestListener {
  return async (request, response) => {
    const [path = '', query] = (request.url ?? '').split('?');
    const step = stepOf(path, query);
    if (step === undefined) {
      front.pages(request, response);
      return;
    }
    const isFhir = path.startsWith(FHIR_PATH);
    if (isFhir) setAnswerHeaders(request, response);
    else response.setHeader('Cache-Control', 'no-store');
    if (request.method === 'OPTIONS') {
      if (isFhir) answerPreflight(response);
      else answerSignIn(front, request, response);
      return;
    }
    const faults = front.switches.take(step === 'other' ? undefined : step);
    front.log.add(request, response, step, faults);
    front.faultsOf.set(request, faults);
    const goesOn = await commitFaults(request, response, faults, { random: front.random, oauth: step === 'token' });
    if (goesOn) answer(front, path, request, response);
  };
}
