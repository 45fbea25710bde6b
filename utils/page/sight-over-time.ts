import type { Look, Sight } from './sidebar-sight.ts';

/** Seen hidden so long (milliseconds), by two looks at least, it is: what passes sooner is no attack. */
const LASTS_MS = 1_000;
/** Looks further back than this prove nothing together. */
const TOGETHER_MS = 3_000;
/** A short message or a menu that stands there longer than this does not pass. */
const PASSES_MS = 30_000;
/** In sight again for so long, it is; longer each time, so that nothing flickers. */
const HOLDS_MS = 1_000;
const LONGEST_HOLD_MS = 3_000;
/** It is put right at once, then each time later, until so long nothing was wrong: nobody fights for every frame. */
const MEND_AGAIN_MS = 200;
const LONGEST_MEND_MS = 2_000;
const QUIET_MS = 10_000;

/** What has been seen of the sidebar until now (times in milliseconds). */
export type SightOverTime = {
  /** What was last told. */
  readonly told: Sight;
  /** The first of the looks that found it hidden and belong together; `null`: none did. */
  readonly hiddenSince: number | null;
  readonly lastHidden: number;
  readonly behindSince: number | null;
  /** The last look that did not find it in sight. */
  readonly lastNotSeen: number;
  readonly timesHidden: number;
  readonly mends: number;
  readonly lastMend: number;
};

export const IN_SIGHT: SightOverTime = {
  told: 'inSight',
  hiddenSince: null,
  lastHidden: Number.NEGATIVE_INFINITY,
  behindSince: null,
  lastNotSeen: Number.NEGATIVE_INFINITY,
  timesHidden: 0,
  mends: 0,
  lastMend: Number.NEGATIVE_INFINITY,
};

/**
 * One look more. Only what lasts counts, in both directions; before it counts, the sidebar is put right where that is
 * possible.
 *
 * @returns `mend`: it is to be put right now
 */
export function lookOnce(
  before: SightOverTime,
  sight: Look,
  now: number,
): { readonly next: SightOverTime; readonly mend: boolean } {
  if (sight === 'inSight') return { next: seen(before, now), mend: false };
  if (sight === 'dimmed') return { next: dimmed(seen(before, now)), mend: false };
  const at = { ...before, lastNotSeen: now };
  if (sight === 'behind') {
    const behindSince = before.behindSince ?? now;
    const told = before.told === 'hidden' || now - behindSince > PASSES_MS ? 'hidden' : 'behind';
    return { next: { ...at, behindSince, told }, mend: false };
  }
  const isTogether = before.hiddenSince !== null && now - before.lastHidden < TOGETHER_MS;
  const hiddenSince = isTogether ? before.hiddenSince : now;
  const isHidden = now - (hiddenSince ?? now) >= LASTS_MS;
  const mend = now - before.lastMend >= Math.min(before.mends * MEND_AGAIN_MS, LONGEST_MEND_MS);
  const timesHidden = before.timesHidden + (isHidden && before.told !== 'hidden' ? 1 : 0);
  const told = isHidden ? 'hidden' : before.told;
  const [mends, lastMend] = mend ? [before.mends + 1, now] : [before.mends, before.lastMend];
  return { next: { ...at, hiddenSince, lastHidden: now, behindSince: null, timesHidden, told, mends, lastMend }, mend };
}

/** It can be read for as long as the dialog stands there, whatever the browser says of it. */
function dimmed(at: SightOverTime): SightOverTime {
  return at.told === 'hidden' ? at : { ...at, told: 'behind', behindSince: null };
}

function seen(before: SightOverTime, now: number): SightOverTime {
  const clear = now - before.lastNotSeen;
  const holds = before.told === 'hidden' ? Math.min(HOLDS_MS * before.timesHidden, LONGEST_HOLD_MS) : HOLDS_MS;
  if (clear < holds) return before;
  const rested = clear >= QUIET_MS ? { mends: 0, timesHidden: 0 } : {};
  return { ...before, ...rested, told: 'inSight', hiddenSince: null, behindSince: null };
}
