/**
 * Whether the id of an event comes from what the event is (UUID version 8, RFC 9562 §5.8): where a service has another
 * event of this id, it is the same one, written down a second time by a background that was killed in between.
 */
export function isToldBefore(id: string): boolean {
  return id.charAt(14) === '8';
}
