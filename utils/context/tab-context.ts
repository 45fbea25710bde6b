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
};

/** A tab of which nothing is known. */
export function newTabContext(generation: number): TabContext {
  return { generation, shows: { kind: 'unsettled' }, frames: [] };
}

/** A frame says what it shows. Older reports than the last one of that frame are ignored. */
export function frameReported(context: TabContext, report: FrameSighting, nextGeneration: () => number): TabContext {
  const before = context.frames.find(({ frame }) => frame === report.frame);
  if (before && before.sequence >= report.sequence) return context;
  const frames = [...context.frames.filter(({ frame }) => frame !== report.frame), report];
  return withFrames(context, frames, isDoubt(before, report), nextGeneration);
}

/** A frame has gone: closed, navigated, or taken out of the page. */
export function frameLeft(context: TabContext, gone: string, nextGeneration: () => number): TabContext {
  const frames = context.frames.filter(({ frame }) => frame !== gone);
  if (frames.length === context.frames.length) return context;
  return withFrames(context, frames, false, nextGeneration);
}

/**
 * Whether a report is doubt: every one but the first word of a frame that claims nobody. Page and background must
 * think alike here (`start-page.ts`): what takes the sidebar away there needs a new generation here to bring it back.
 */
function isDoubt(before: FrameSighting | undefined, { sequence, sighting }: FrameSighting): boolean {
  const hasSpoken = before !== undefined && before.sequence > 0;
  return sequence > 0 && (hasSpoken || sighting.kind !== 'none');
}

/** Doubt is a new generation, even if the tab as a whole ends up showing what it did. */
function withFrames(
  context: TabContext,
  frames: readonly FrameSighting[],
  doubt: boolean,
  nextGeneration: () => number,
): TabContext {
  const spoken = frames.filter(({ sequence }) => sequence > 0);
  const shows = mergeSightings(spoken.map(({ sighting }) => sighting));
  const same = !doubt && sameSighting(shows, context.shows);
  return { generation: same ? context.generation : nextGeneration(), shows, frames };
}

/** What the page of a tab shows; `null`: no page is looked at there, or none has been heard of yet. */
export function shownByPage({ frames, shows }: TabContext): Sighting | null {
  return frames.length === 0 ? null : shows;
}

/** Which report of each frame the context rests on. */
export function considered(context: TabContext): Readonly<Record<string, number>> {
  return Object.fromEntries(context.frames.map(({ frame, sequence }) => [frame, sequence]));
}
