import type { PageOrder } from '../messages.ts';
import type { SidebarFrames } from './sidebar-frames.ts';

type ContextOrder = Extract<PageOrder, { do: 'context' }>;

export type TopFrame = {
  /**
   * Something about who is open has changed: the sidebar frame leaves the page before this returns.
   *
   * @param sequence the report of `frame` that tells the background so
   */
  readonly doubt: (frame: string, sequence: number) => void;
  /** A frame has left the page, and will not report again. */
  readonly forget: (frame: string) => void;
  /** The background's merged word on the tab. */
  readonly follow: (order: ContextOrder) => void;
};

/**
 * What the top frame of a tab does with doubts and contexts. A context counts only if it rests on everything doubted
 * so far: for each frame that raised a doubt here, on that report or a later one.
 *
 * @param stillTrue looks at the page again at the moment of showing (S3)
 */
export function topFrame(frames: SidebarFrames, stillTrue: () => boolean): TopFrame {
  const doubted = new Map<string, number>();
  let current: number | null = null;

  function takeAway(): void {
    current = null;
    frames.takeAway();
  }

  return {
    doubt(frame, sequence) {
      takeAway();
      doubted.set(frame, sequence);
    },
    forget(frame) {
      takeAway();
      doubted.delete(frame);
    },
    follow({ about, generation, ticket, considered }) {
      const newest = [...doubted].every(([frame, sequence]) => (considered[frame] ?? 0) >= sequence);
      if (!newest || generation === current) return;
      takeAway();
      if (about === 'unsettled' || (about === 'nobody' && !frames.isOpen())) return;
      current = generation;
      frames.show({ generation, ticket }, () => current === generation && stillTrue());
    },
  };
}
