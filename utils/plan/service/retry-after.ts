import { httpDate } from './http-date.ts';

/**
 * How long a service wants to be left alone (`Retry-After`, RFC 9110 §10.2.3).
 *
 * @param value the header, seconds or an HTTP-date
 * @param now the service's clock where it is known, else ours: a date is meant by the service's own
 * @returns milliseconds, however many; 0 for a moment that has passed; `null` where nothing intelligible is said
 */
export function retryAfterMs(value: string | null, now: number): number | null {
  if (value === null) return null;
  const said = value.trim();
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const until = httpDate(said, now);
  return until === null ? null : Math.max(0, until - now);
}
