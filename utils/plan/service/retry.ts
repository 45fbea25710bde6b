import pRetry, { type RetryContext } from 'p-retry';
import { type Asking, type FhirAnswer, LIMITS } from './asking.ts';
import { isOffline, isTimeOut, type Tried } from './try-request.ts';

/** Carries a try through p-retry, which knows failures as errors only. */
class TryAgain extends Error {
  readonly tried: Tried;

  constructor(tried: Tried) {
    super('Worth another try');
    this.tried = tried;
  }
}

/**
 * Tries a request until it brings an answer that stands, a few times at most, with growing and random waits between,
 * longer where the service asks for it (`Retry-After`). A wait that would not end before everything has to is not
 * begun: the answer that is there stands.
 *
 * @param once one try of a request that changes nothing at the service, so that a second does no harm
 * @returns the last answer, with the number of tries
 */
export async function withRetries(asking: Asking, once: () => Promise<Tried>): Promise<FhirAnswer> {
  const { tries, leastWaitMs, longestWaitMs } = asking.limits ?? LIMITS;
  let made = 0;
  const attempt = async (): Promise<FhirAnswer> => {
    made += 1;
    const tried = await once();
    if (tried.again) throw new TryAgain(tried);
    return tried.answer;
  };
  const options = {
    retries: tries - 1,
    minTimeout: leastWaitMs,
    maxTimeout: longestWaitMs,
    randomize: true,
    signal: asking.signal,
    shouldRetry: (context: RetryContext) => isWorthAnother(asking, context),
  };
  try {
    return { ...(await pRetry(attempt, options)), tries: made };
  } catch (error) {
    if (error instanceof TryAgain) return { ...error.tried.answer, tries: made };
    if (asking.signal.aborted) return stopped(asking.signal, made);
    throw error;
  }
}

/** Waits for as long as the service asks, and then p-retry's own random wait, so that not all come back at once. */
async function isWorthAnother(asking: Asking, { error, retryDelay }: RetryContext): Promise<boolean> {
  if (!(error instanceof TryAgain) || isOffline()) return false;
  const after = error.tried.after ?? 0;
  const left = (asking.endsAt ?? Number.POSITIVE_INFINITY) - performance.now();
  if (after + retryDelay >= left) return false;
  if (after > 0) await wait(after, asking.signal);
  return true;
}

/** @throws what ended the signal */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function stopped(signal: AbortSignal, tries: number): FhirAnswer {
  return isTimeOut(signal)
    ? { kind: 'failed', cause: 'timedOut', code: 'PLN-TIMEOUT', tries }
    : { kind: 'failed', cause: 'interrupted', code: 'PLN-STOPPED', tries };
}
