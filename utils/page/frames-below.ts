import { isInside } from './dom.ts';
import { askBelow } from './doubt-event.ts';
import type { PageIndex } from './page-index.ts';
import { runIn } from './schedule.ts';

/** What else changes around frames is passed on to them at most so often (milliseconds). */
const QUIET_INTERVAL_MS = 100;

/** The frames right below one, of the same origin: they cannot see what happens around them, and are asked to look. */
export type FramesBelow = {
  readonly onMutations: (records: readonly Pick<MutationRecord, 'type' | 'target'>[]) => void;
  /** Asks all of them after so many milliseconds, or in the next animation frame. */
  readonly askIn: (delay: number) => void;
  readonly stop: () => void;
};

/**
 * Asks frames below to look at themselves. An attribute of something around a frame may hide or show it and is passed
 * on at once (S2); other changes may put something in front of it, and are passed on a little later, all in one.
 */
export function framesBelow(index: PageIndex, doubtEvent: string): FramesBelow {
  let asking: { readonly delay: number; readonly cancel: () => void } | null = null;

  function askIn(delay: number): void {
    if (index.frames().length === 0 || (asking && asking.delay <= delay)) return;
    asking?.cancel();
    const ask = () => {
      asking = null;
      askBelow(index.frames(), doubtEvent);
    };
    asking = { delay, cancel: runIn(delay, ask) };
  }

  return {
    onMutations(records) {
      const touched = (frame: Element) =>
        records.some(({ type, target }) => type === 'attributes' && isInside(frame, target as Element));
      askBelow(index.frames().filter(touched), doubtEvent);
      if (records.some(({ type }) => type === 'childList')) askIn(QUIET_INTERVAL_MS);
    },
    askIn,
    stop: () => asking?.cancel(),
  };
}
