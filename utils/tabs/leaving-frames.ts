/** How long a frame that has to go is waited for, in milliseconds; what it drew last names nobody. */
const PATIENCE_MS = 1_000;

/** The frames that have been told to go and are not gone yet. */
export function leavingFrames(): {
  /** Resolves once this frame is gone, or has had its time. */
  readonly untilGone: (frame: string) => Promise<void>;
  readonly left: (frame: string) => void;
} {
  const waiting = new Map<string, () => void>();
  return {
    untilGone: (frame) =>
      new Promise((resolve) => {
        waiting.set(frame, resolve);
        setTimeout(resolve, PATIENCE_MS);
      }),
    left(frame) {
      waiting.get(frame)?.();
      waiting.delete(frame);
    },
  };
}
