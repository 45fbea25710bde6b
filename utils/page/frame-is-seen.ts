import type { Budget } from './budget.ts';
import { sightOf } from './sight.ts';

/** A frame smaller than this in either direction shows nobody. */
const LEAST_PIXELS = 2;

/**
 * Whether a person can see a frame at all: systems keep other patients' pages in frames they hide. Around a frame of
 * another origin nothing can be looked at; of such a frame only the size is known.
 */
export function frameIsSeen(window: Window, spent: Budget): boolean {
  if (window === window.top) return true;
  if (window.innerWidth < LEAST_PIXELS || window.innerHeight < LEAST_PIXELS) return false;
  let at: Window = window;
  while (at !== at.top) {
    const element = frameElementOf(at);
    if (!element) return true;
    const sight = sightOf(element.ownerDocument, spent);
    if (!sight.seesElement(element) || sight.isCovered(element)) return false;
    at = at.parent;
  }
  return true;
}

function frameElementOf(window: Window): Element | null {
  try {
    return window.frameElement;
  } catch {
    return null;
  }
}
