import { attributeOf, boxOf } from './dom.ts';
import { isBigEnough } from './frame-size.ts';
import type { Sight } from './sight.ts';

/** What of a page nobody can read for Planside. */
export type Unread = {
  /** Hosts, in order; the empty word stands for a frame without an address of its own. */
  readonly hosts: readonly string[];
  /** Whether such frames fill most of the page, so that nobody's record would be seen here anyway. */
  readonly isMost: boolean;
};

/**
 * Frames in a document that a person sees and Planside cannot read: of an origin that is not enabled, or closed off
 * (`sandbox`, `data:`) and therefore never believed.
 *
 * @param origins match patterns of the enabled system, e.g. `https://record.example.org/*`
 */
export function unreadFrames(
  frames: readonly Element[],
  origins: readonly string[],
  sight: Sight,
  window: Window,
): Unread {
  const unread = frames.filter((frame) => !isRead(frame, origins) && isBigEnough(frame) && sight.seesElement(frame));
  const area = unread.reduce((sum, frame) => sum + boxOf(frame).width * boxOf(frame).height, 0);
  return {
    hosts: [...new Set(unread.map((frame) => addressOf(frame)?.host ?? ''))].sort(),
    isMost: area > (window.innerWidth * window.innerHeight) / 2,
  };
}

/** Whether the page script works in it: its document can be reached, or its address belongs to the system. */
function isRead(frame: Element, origins: readonly string[]): boolean {
  if ((frame as HTMLIFrameElement).contentDocument) return true;
  const sandbox = attributeOf(frame, 'sandbox');
  if (sandbox !== null && !/\ballow-same-origin\b/.test(sandbox)) return false;
  const address = addressOf(frame);
  return address !== null && origins.includes(`${address.protocol}//${address.hostname}/*`);
}

function addressOf(frame: Element): URL | null {
  const source = attributeOf(frame, 'src') ?? '';
  const address = URL.parse(source, frame.ownerDocument.baseURI);
  return address?.host ? address : null;
}
