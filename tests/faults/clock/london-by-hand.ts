const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When the clocks change in the United Kingdom: at 01:00 UTC on the last Sundays of March and October. The rule since
 * 1996, written by hand, so that nothing is judged by the code it checks.
 *
 * @returns milliseconds since 1970
 */
export function clockChanges(year: number): readonly [forward: number, back: number] {
  return [lastSunday(year, 2) + HOUR_MS, lastSunday(year, 9) + HOUR_MS];
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0);
  return last - new Date(last).getUTCDay() * DAY_MS;
}

/** Day and clock on the wall in London. */
export function londonByHand(instant: number): { readonly date: string; readonly clock: string } {
  const [forward, back] = clockChanges(new Date(instant).getUTCFullYear());
  const written = new Date(instant + (instant >= forward && instant < back ? HOUR_MS : 0)).toISOString();
  return { date: written.slice(0, 10), clock: written.slice(11, 16) };
}

/** A time near which clocks and calendars go wrong, within three hours. */
export function edgeNear(year: number, which: 'forward' | 'back' | 'midnight' | 'year', dayOfYear: number): number {
  const [forward, back] = clockChanges(year);
  if (which === 'forward') return forward;
  if (which === 'back') return back;
  return which === 'year' ? Date.UTC(year, 0, 1) : Date.UTC(year, 0, dayOfYear);
}
