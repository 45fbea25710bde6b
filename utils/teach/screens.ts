import type { Adapter, Screen } from '../page/adapter.ts';
import { findAll } from '../page/dom.ts';
import type { LessonPage } from './lesson.ts';
import { markSelectors } from './list-marks.ts';
import { markersOf, sees } from './markers.ts';
import type { LessonFrame } from './rebuild.ts';
import type { IsStable } from './stable.ts';

type NobodyPage = Extract<LessonPage, { kind: 'nobody' }>;

/** Fewer pages say too little of how a system shows an open record. */
const ENOUGH_PATIENTS = 2;

/**
 * Adds what the pages of the lesson say of screens: what forbids a claim, for each page on which nobody is open; what
 * proves one, where the region alone does not; and by what an open record is known, so that a system that has changed
 * is noticed.
 */
export function withScreens(adapter: Adapter, pages: readonly LessonPage[], isStable: IsStable): Adapter {
  const shown = pages.filter(({ kind }) => kind === 'patient').flatMap(({ frames }) => frames);
  const open = shown.filter((frame) => sees(frame, adapter.region));
  const nobody = pages.filter((page) => page.kind === 'nobody');
  const closed = nobody.map(({ frames }) => frames);
  const forbids = nobody.flatMap((page) => forbiddenBy(page, shown, isStable));
  const proof = closed.length > 0 ? proofIn(open, closed.flat(), adapter, isStable) : undefined;
  const isNeeded = closed.flat().some((frame) => sees(frame, adapter.region));
  const screen: Screen[] =
    proof && open.length >= ENOUGH_PATIENTS ? [{ screen: 'An open record', shows: proof, sees: 'patient' }] : [];
  return {
    ...adapter,
    forbids: [...new Set(forbids)],
    proves: proof && isNeeded ? [proof] : [],
    ...(screen.length > 0 ? { selfTest: screen } : {}),
  };
}

/** By what a page without anybody is known, if no page with somebody shows it. */
function forbiddenBy({ frames, mark }: NobodyPage, shown: readonly LessonFrame[], isStable: IsStable): string[] {
  const pointedAt = mark ? markSelectors(mark, shown, isStable) : [];
  const markers = frames.flatMap((frame) => markersOf(frame, isStable));
  const [marker] = [...pointedAt, ...markers.filter((one) => !shown.some((frame) => sees(frame, one)))];
  return marker ? [marker] : [];
}

/** What every open record shows outside the region, and no other page. */
function proofIn(
  open: readonly LessonFrame[],
  closed: readonly LessonFrame[],
  { region }: Adapter,
  isStable: IsStable,
): string | undefined {
  const [first] = open;
  if (!first) return undefined;
  return markersOf(first, isStable).find(
    (one) =>
      !closed.some((frame) => sees(frame, one)) &&
      open.every((frame) => sees(frame, one)) &&
      !touchesRegion(first, one, region),
  );
}

/** The region itself proves nothing, nor does what is in it. */
function touchesRegion(frame: LessonFrame, selector: string, region: string): boolean {
  const regions = frame.index.roots().flatMap((root) => findAll(root, region));
  const marked = frame.index.roots().flatMap((root) => findAll(root, selector));
  return marked.some((one) => regions.some((other) => other === one || other.contains(one)));
}
