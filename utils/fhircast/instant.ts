const WRITTEN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads the timestamp of an event. FHIRcast writes them in UTC, and its own examples leave the `Z` out; some hubs write
 * nanoseconds, which decide between two events of one millisecond.
 *
 * @returns milliseconds since 1970, with what is smaller behind the point; `null`: it is none
 */
export function parseInstant(text: string): number | null {
  const [, seconds, fraction = '', zone = 'Z'] = WRITTEN.exec(text) ?? [];
  const whole = Date.parse(`${seconds}${zone}`);
  return Number.isNaN(whole) ? null : whole + Number(`0.${fraction || '0'}`) * 1000;
}
