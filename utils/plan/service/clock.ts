import type { FhirBody } from './asking.ts';

const HALF_A_SECOND = 500;

/**
 * By how much this computer's clock is ahead of the service's. Each answer says what time it was there when it was
 * written, in whole seconds, of which half a second has passed on average; half-way through the request is when that
 * was by our own clock, on average. Of several answers the middle one counts, so that one slow answer changes nothing.
 *
 * @returns milliseconds, negative where ours is behind; `null` where no answer named a time
 */
export function clockAhead(answers: readonly Pick<FhirBody, 'date' | 'at'>[]): number | null {
  const ahead = answers
    .flatMap(({ date, at }) => (date === null ? [] : [at - (date + HALF_A_SECOND)]))
    .sort((one, other) => one - other);
  return ahead[Math.floor(ahead.length / 2)] ?? null;
}
