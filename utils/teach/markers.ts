import { findAll, nameOf } from '../page/dom.ts';
import type { LessonFrame } from './rebuild.ts';
import { simpleSelectors } from './selectors.ts';
import type { IsStable } from './stable.ts';

/** What a screen is most surely known by. */
export const TELLING =
  'form, dialog, table, main, section, article, ul, ol, nav, aside, header, [role], [id], [data-view]';
const SUREST = ['form', 'dialog', 'table', 'main', 'section', 'article'];
const PASSWORD = 'input[type="password"]';
const MOST = 400;

/** Selectors by which a frame may be known, the surest first. */
export function markersOf(frame: LessonFrame, isStable: IsStable): string[] {
  const elements = frame.index
    .roots()
    .flatMap((root) => findAll(root, TELLING))
    .slice(0, MOST)
    .filter(frame.sight.seesElement);
  const rank = (element: Element) => {
    const at = SUREST.indexOf(nameOf(element));
    return at === -1 ? SUREST.length : at;
  };
  const named = [...elements]
    .sort((one, other) => rank(one) - rank(other))
    .flatMap((element) => markersAt(element, isStable));
  return [...new Set([...(sees(frame, PASSWORD) ? [PASSWORD] : []), ...named])];
}

/** Selectors by which a frame may be known that shows this element. */
export function markersAt(element: Element, isStable: IsStable): string[] {
  const own = simpleSelectors(element, isStable);
  const [oneClass] = own.filter((one) => one.startsWith('.'));
  return [
    ...views(element, isStable),
    ...own.filter((one) => /^#|^\[/.test(one)),
    ...(oneClass === undefined ? [] : [`${nameOf(element)}${oneClass}`]),
  ];
}

/** `#workspace[data-view="record"]`: a page that never leaves says so what it shows. */
function views(element: Element, isStable: IsStable): string[] {
  const view = Element.prototype.getAttribute.call(element, 'data-view');
  const [own] = simpleSelectors(element, isStable);
  return view !== null && isStable(view)
    ? [`${own?.startsWith('#') ? own : nameOf(element)}[data-view="${view}"]`]
    : [];
}

/** Whether a person can see what a selector names. */
export function sees(frame: LessonFrame, selector: string): boolean {
  return frame.index.roots().some((root) => findAll(root, selector).some(frame.sight.seesElement));
}
