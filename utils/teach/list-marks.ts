import { drawnParentOf, findAll } from '../page/dom.ts';
import type { LessonPage } from './lesson.ts';
import { markersAt, sees, TELLING } from './markers.ts';
import type { LessonFrame } from './rebuild.ts';
import { type IsStable, stability } from './stable.ts';

/** What may be pointed at on a page on which nobody is open, and the first words in it. */
export type MarkPick = { readonly element: Element; readonly text: string };

const CLIMB = 4;
const MOST = 6;
const LONGEST = 60;
const FEWEST_LETTERS = 3;

/** The selectors by which an element marks a page without anybody: those no page with somebody shows. */
export function markSelectors(element: Element, shown: readonly LessonFrame[], isStable: IsStable): readonly string[] {
  return markersAt(element, isStable).filter((one) => !shown.some((frame) => sees(frame, one)));
}

/** What marks the page where somebody has pointed, or right around it; `null`: nothing there does. */
export function markAt(from: Element, pages: readonly LessonPage[]): Element | null {
  const [shown, isStable] = lessonOf(pages);
  let at: Element | null = from;
  for (let height = 0; at !== null && height <= CLIMB; height += 1) {
    if (markSelectors(at, shown, isStable).length > 0) return at;
    at = drawnParentOf(at);
  }
  return null;
}

/** What may mark a page, the largest part first. */
export function markPicks(frame: LessonFrame, pages: readonly LessonPage[]): MarkPick[] {
  const [shown, isStable] = lessonOf(pages);
  const texts = new Set<string>();
  return frame.index
    .roots()
    .flatMap((root) => findAll(root, TELLING))
    .filter((element) => frame.sight.seesElement(element) && markSelectors(element, shown, isStable).length > 0)
    .map((element) => ({ element, text: firstWords(frame, element) }))
    .filter(({ text }) => text.length >= FEWEST_LETTERS && !texts.has(text) && texts.add(text))
    .slice(0, MOST);
}

function lessonOf(pages: readonly LessonPage[]): readonly [readonly LessonFrame[], IsStable] {
  const patients = pages.filter((page) => page.kind === 'patient');
  return [patients.flatMap(({ frames }) => frames), stability(patients.map(({ identity }) => identity))];
}

function firstWords(frame: LessonFrame, element: Element): string {
  const words: string[] = [];
  const walker = frame.document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && words.join(' ').length < LONGEST; node = walker.nextNode()) {
    if (frame.sight.seesText(node as Text)) words.push((node as Text).data.replace(/\s+/g, ' ').trim());
  }
  const text = words.join(' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
