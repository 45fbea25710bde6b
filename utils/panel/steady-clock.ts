/**
 * A clock that only goes forward, in milliseconds since 1970: neither a computer whose clock is set back, nor one that has
 * slept, makes a silence look shorter than it was.
 */
export function steadyClock(): () => number {
  let now = Date.now();
  let last = { wall: now, since: performance.now() };
  return () => {
    const next = { wall: Date.now(), since: performance.now() };
    now += Math.max(next.wall - last.wall, next.since - last.since, 0);
    last = next;
    return now;
  };
}
