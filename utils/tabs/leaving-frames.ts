/** How long a frame that has to go is waited for, in milliseconds; what it drew last names nobody. */
const PATIENCE_MS = 1_000;

type Leaving = { readonly gone: Promise<void>; readonly end: () => void };

/** The frames that have been told to go and are not gone yet. */
export function leavingFrames(): {
  /** Resolves once this frame is gone, or has had its time. */
  readonly untilGone: (frame: string) => Promise<void>;
  readonly left: (frame: string) => void;
} {
  const leaving = new Map<string, Leaving>();

  function left(frame: string): void {
    leaving.get(frame)?.end();
    leaving.delete(frame);
  }

  return {
    untilGone(frame) {
      const known = leaving.get(frame);
      if (known) return known.gone;
      const { promise: gone, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(() => left(frame), PATIENCE_MS);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      leaving.set(frame, { gone, end });
      return gone;
    },
    left,
  };
}
