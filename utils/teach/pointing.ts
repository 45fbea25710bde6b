import { findAll } from '../page/dom.ts';
import { hasText } from './record.ts';

/** What a pointer does to a page, none of which reaches the page while somebody points. */
const HELD_BACK = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'];
/** Keys that go from one text to the next, or back. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export type Pointing = { readonly stop: () => void };

/**
 * Lets somebody point at an element of a page: by pointer, or by arrow keys and Enter. The page hears nothing of it.
 *
 * @param over called with what the pointer is over, or the keys have come to
 * @param done called once: with the element that was pressed, or `null` after Escape
 */
export function pointing(
  window: Window,
  over: (element: Element) => void,
  done: (element: Element | null) => void,
): Pointing {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  let at: Element | null = null;
  const finish = (element: Element | null) => {
    listening.abort();
    done(element);
  };
  const holdBack = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const turnTo = (element: Element | null) => {
    at = element ?? at;
    if (element) over(element);
  };
  function byKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined && event.key !== 'Escape' && !(event.key === 'Enter' && at)) return;
    holdBack(event);
    if (step === undefined) finish(event.key === 'Enter' ? at : null);
    else turnTo(nextText(window.document, at, step));
    at?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  for (const name of HELD_BACK) {
    const held = (event: Event) => {
      holdBack(event);
      if (name === 'click') finish(elementOf(event));
    };
    window.addEventListener(name, held, options);
  }
  window.addEventListener('pointermove', (event) => turnTo(elementOf(event)), options);
  window.addEventListener('keydown', byKey, options);
  return { stop: () => listening.abort() };
}

/** The element itself, also in an open shadow root. */
function elementOf(event: Event): Element | null {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
}

/** The next element on the page with a text of its own that can be seen; behind the last comes the first. */
function nextText(document: Document, from: Element | null, step: number): Element | null {
  const all = findAll(document, 'body *').filter((element) => hasText(element, /\S/) && element.checkVisibility());
  const at = from ? all.indexOf(from) : -1;
  if (at === -1) return all.at(step > 0 ? 0 : -1) ?? null;
  return all[(at + step + all.length) % all.length] ?? null;
}
