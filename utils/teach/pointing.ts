/** What a pointer does to a page, none of which reaches the page while somebody points. */
const HELD_BACK = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'];

export type Pointing = { readonly stop: () => void };

/**
 * Lets somebody point at an element of a page. The page hears nothing of it.
 *
 * @param over called with what the pointer is over
 * @param done called once: with the element that was pressed, or `null` after Escape
 */
export function pointing(
  window: Window,
  over: (element: Element) => void,
  done: (element: Element | null) => void,
): Pointing {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  const finish = (element: Element | null) => {
    listening.abort();
    done(element);
  };
  for (const name of HELD_BACK) {
    window.addEventListener(
      name,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (name === 'click') finish(elementOf(event));
      },
      options,
    );
  }
  window.addEventListener(
    'pointermove',
    (event) => {
      const element = elementOf(event);
      if (element) over(element);
    },
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      finish(null);
    },
    options,
  );
  return { stop: () => listening.abort() };
}

/** The element itself, also in an open shadow root. */
function elementOf(event: Event): Element | null {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
}
