import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * The time to draw with, in milliseconds since 1970: `now`, and what has passed since it came, whenever that is to be
 * drawn differently. An age on the screen must not grow younger than what it is about.
 *
 * @param nextAt in: the time that is drawn. Out: when something else is to be drawn; `null`: never
 */
export function usePassingTime(now: number, nextAt: (drawn: number) => number | null): number {
  const came = useRef({ now, at: Date.now() });
  if (came.current.now !== now) came.current = { now, at: Date.now() };
  const [passed, setPassed] = useState({ since: now, drawn: now });
  const drawn = passed.since === now ? passed.drawn : now;
  const next = nextAt(drawn);
  useEffect(() => {
    if (next === null) return;
    const isNow = () => now + Date.now() - came.current.at;
    // Timers may be early by a hair, and a clock may be set back: time goes on all the same.
    const timer = setTimeout(() => setPassed({ since: now, drawn: Math.max(next, isNow()) }), next - isNow());
    return () => clearTimeout(timer);
  }, [now, next]);
  return drawn;
}
