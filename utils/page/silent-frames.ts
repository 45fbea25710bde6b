import { isConnected, isElement, isInside } from './dom.ts';
import type { Told } from './doubt-event.ts';
import { isBigEnough } from './frame-size.ts';

/** A frame that has not said a word keeps the page around it in doubt for so long at most (milliseconds). */
export const SILENT_MS = 1_000;

/** Which frames right below one have said what they show, they and all in them: the others may yet show somebody. */
export type SilentFrames = {
  /** What a frame has told; also of one that has just come in, of which nothing is known any more. */
  readonly told: (frame: Element, what: Told) => void;
  /**
   * @param frames in the document, whether they can be read or not
   * @param now milliseconds, of any clock that only goes forward
   * @returns for how many milliseconds more one of them may keep the page in doubt, unless it says something; 0: none does
   */
  readonly silentFor: (frames: readonly Element[], now: number) => number;
  /** Whether one of them did, when they were asked about last. */
  readonly areAwaited: () => boolean;
  /** Tells the frame above, where that is news to it. */
  readonly tellAbove: (hasSpoken: boolean) => void;
};

/** @param tellAbove called when this frame and every frame in it has said what it shows, and when that is no longer so */
export function silentFrames(tellAbove: (what: Told) => void): SilentFrames {
  const spoken = new WeakSet<Element>();
  const silentSince = new WeakMap<Element, number>();
  let areAwaited = false;
  let toldAbove: Told = 'silent';

  function silentFor(frame: Element, now: number): number {
    if (spoken.has(frame)) return 0;
    const since = silentSince.get(frame) ?? (mayShowSomebody(frame) ? now : null);
    if (since === null) return 0;
    silentSince.set(frame, since);
    return Math.max(0, since + SILENT_MS - now);
  }

  return {
    told(frame, what) {
      silentSince.delete(frame);
      if (what === 'spoken') spoken.add(frame);
      else spoken.delete(frame);
    },
    silentFor(frames, now) {
      const longest = Math.max(0, ...frames.map((frame) => silentFor(frame, now)));
      areAwaited = longest > 0;
      return longest;
    },
    areAwaited: () => areAwaited,
    tellAbove(hasSpoken) {
      const what = hasSpoken && !areAwaited ? 'spoken' : 'silent';
      if (what === toldAbove) return;
      toldAbove = what;
      tellAbove(what);
    },
  };
}

/**
 * Which frames of a document have come in with these mutations. One that was moved comes in as well: it loads its
 * document anew.
 */
export function framesThatCameIn(
  before: readonly Element[],
  now: readonly Element[],
  records: readonly MutationRecord[],
): readonly Element[] {
  const wasTakenOut = (frame: Element) =>
    records.some(({ removedNodes }) =>
      [...removedNodes].some((node) => isElement(node) && isConnected(node) && isInside(frame, node)),
    );
  return now.filter((frame) => !before.includes(frame) || wasTakenOut(frame));
}

/** Of the same origin, or on its way: a frame of another speaks with the background alone. */
function mayShowSomebody(frame: Element): boolean {
  return (frame as HTMLIFrameElement).contentDocument !== null && isBigEnough(frame);
}
