/** A page that goes through more frames than this between two contexts is told of the last ones only. */
const MOST_GONE = 100;

/** Frames that were heard of in a tab and have left it, the last at the end. */
export function goneFrames(): {
  readonly left: (frame: string) => void;
  readonly isBack: (frame: string) => void;
  readonly all: () => readonly string[];
} {
  let gone: readonly string[] = [];
  const isBack = (frame: string) => {
    gone = gone.filter((one) => one !== frame);
  };
  return {
    left(frame) {
      isBack(frame);
      gone = [...gone, frame].slice(-MOST_GONE);
    },
    isBack,
    all: () => gone,
  };
}
