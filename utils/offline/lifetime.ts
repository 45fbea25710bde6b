/** One shift, in milliseconds. */
export const COPY_LASTS_MS = 12 * 3_600_000;

/** A copy may be from so far in the future before the clock counts as set back, in milliseconds. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

/** Milliseconds since 1970. */
export type UsableTimes = { readonly after: number; readonly until: number };

/**
 * When a copy must have been fetched to be usable now.
 *
 * @param now milliseconds since 1970
 * @returns `after` is itself too old, `until` is itself still usable
 */
export function usableTimes(now: number): UsableTimes {
  return { after: now - COPY_LASTS_MS, until: now + CLOCK_TOLERANCE_MS };
}

/** Whether a copy that was fetched then is usable now; both in milliseconds since 1970. What is no time is not. */
export function isUsable(fetchedAt: number, now: number): boolean {
  const { after, until } = usableTimes(now);
  return fetchedAt > after && fetchedAt <= until;
}
