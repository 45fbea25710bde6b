import type { PageOrder } from '../messages.ts';
import type { SidebarFrames } from './sidebar-frames.ts';

type ContextOrder = Extract<PageOrder, { do: 'context' }>;

export type TopFrame = {
  /**
   * Something about who is open has changed: the sidebar frame leaves the page before this returns.
   *
   * @param sequence the report of `frame` that tells the background so
   * @param claims whether that report claims anything
   */
  readonly doubt: (frame: string, sequence: number, claims: boolean) => void;
  /** A frame has left the page, and will not report again. */
  readonly forget: (frame: string) => void;
  /** The background's merged word on the tab. */
  readonly follow: (order: ContextOrder) => void;
};

/**
 * What the top frame of a tab does with doubts and contexts. A context counts only if it rests on everything doubted
 * so far: for each frame that raised a doubt here, on that report or a later one. A frame that claims nothing is
 * heard of once; it may be silent for ever after, also towards a background that has been killed and knows it not.
 *
 * @param stillTrue looks at the page again at the moment of showing (S3)
 */
export function topFrame(
  frames: Pick<SidebarFrames, 'isOpen' | 'show' | 'takeAway'>,
  stillTrue: () => boolean,
): TopFrame {
  const doubted = new Map<string, { readonly sequence: number; readonly claims: boolean }>();
  let current: number | null = null;

  function takeAway(): void {
    current = null;
    frames.takeAway();
  }

  return {
    doubt(frame, sequence, claims) {
      takeAway();
      doubted.set(frame, { sequence, claims });
    },
    forget(frame) {
      takeAway();
      doubted.delete(frame);
    },
    follow({ about, generation, ticket, considered, gone }) {
      for (const frame of gone) doubted.delete(frame);
      const newest = [...doubted].every(([frame, { sequence }]) => (considered[frame] ?? 0) >= sequence);
      if (!newest) return;
      for (const [frame, { claims }] of doubted) if (!claims) doubted.delete(frame);
      if (generation === current) return;
      takeAway();
      if (about === 'unsettled' || (about === 'nobody' && !frames.isOpen())) return;
      current = generation;
      frames.show({ generation, ticket }, () => current === generation && stillTrue());
    },
  };
}
