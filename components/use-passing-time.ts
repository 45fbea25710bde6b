import { useEffect, useState } from 'preact/hooks';

const MINUTE_MS = 60_000;

/**
 * The time to draw with, in milliseconds since 1970: `now`, and while `counts` what has passed since it came, minute by
 * minute. An age on the screen must not grow younger than what it is about.
 */
export function usePassingTime(now: number, counts: boolean): number {
  const [passed, setPassed] = useState({ since: now, ms: 0 });
  useEffect(() => {
    if (!counts) return;
    const began = Date.now();
    const timer = setInterval(() => setPassed({ since: now, ms: Math.max(0, Date.now() - began) }), MINUTE_MS);
    return () => clearInterval(timer);
  }, [now, counts]);
  return counts && passed.since === now ? now + passed.ms : now;
}
