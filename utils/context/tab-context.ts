import { type Sighting, sameSighting } from '../page/sighting.ts';
import { mergeSightings } from './merge.ts';

/** What one frame of a tab has last said. */
export type FrameSighting = {
  /** Names frame and document: another document in the same frame is another frame. */
  readonly frame: string;
  /** Counts the reports of this frame; 0 is a frame that is there and has not said anything yet. */
  readonly sequence: number;
  readonly sighting: Sighting;
};

/**
 * Who is open in one tab. A value: every step gives a new one. `generation` is new whenever anything about who is
 * open has changed or come into doubt, also if it then turns out to be the same person.
 */
export type TabContext = {
  readonly generation: number;
  readonly shows: Sighting;
  readonly frames: readonly FrameSighting[];
  /** Frames that have left this page; a doubt they raised is settled by their leaving. */
  readonly left: readonly string[];
};

/** A tab of which nothing is known. `generation` is the one before its first. */
export function newTabContext(generation: number): TabContext {
  return { generation, shows: { kind: 'unsettled' }, frames: [], left: [] };
}

/** A frame says what it shows. Older reports than the last one of that frame are ignored. */
export function frameReported(context: TabContext, report: FrameSighting, nextGeneration: () => number): TabContext {
  const before = context.frames.find(({ frame }) => frame === report.frame);
  if (before && before.sequence > report.sequence) return context;
  const frames = [...context.frames.filter(({ frame }) => frame !== report.frame), report];
  const repeated = before?.sequence === report.sequence && sameSighting(before.sighting, report.sighting);
  return withFrames(context, frames, context.left, nextGeneration, !repeated && before !== undefined);
}

/** A frame has gone: closed, navigated, or taken out of the page. */
export function frameLeft(context: TabContext, gone: string, nextGeneration: () => number): TabContext {
  const frames = context.frames.filter(({ frame }) => frame !== gone);
  if (frames.length === context.frames.length) return context;
  return withFrames(context, frames, [...context.left, gone], nextGeneration, false);
}

function withFrames(
  context: TabContext,
  frames: readonly FrameSighting[],
  left: readonly string[],
  nextGeneration: () => number,
  changed: boolean,
): TabContext {
  const spoken = frames.filter(({ sequence }) => sequence > 0);
  const shows = mergeSightings(spoken.map(({ sighting }) => sighting));
  const same = !changed && sameSighting(shows, context.shows);
  return { generation: same ? context.generation : nextGeneration(), shows, frames, left };
}

/** Which report of each frame the context rests on; frames that have left count as fully heard. */
export function considered(context: TabContext): Readonly<Record<string, number>> {
  return Object.fromEntries([
    ...context.left.map((frame) => [frame, Number.MAX_SAFE_INTEGER]),
    ...context.frames.map(({ frame, sequence }) => [frame, sequence]),
  ]);
}
