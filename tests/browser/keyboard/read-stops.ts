/** Where the keyboard stops in a window, in order, and where it stands. */
export type Stops = {
  /** Of each stop: what it asks for, its id or its kind. */
  readonly all: readonly string[];
  /** Which of them has the focus; -1: none. */
  readonly at: number;
  /** What has the focus; `null`: nothing but the page itself, or something outside. */
  readonly says: string | null;
  readonly words: string;
  /** Why a person at the screen cannot tell that it has the focus; `null`: they can. */
  readonly unseen: string | null;
};

/**
 * Reads the stops of a window and of the frames in it that are of the same origin. Runs wherever the window lives, so it
 * uses nothing from outside itself, and asks no element for its class: each frame has classes of its own.
 */
export function readStops(window: Window): Stops {
  const STOPS = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';

  function stopsIn(document: Document): readonly Element[] {
    const found = [...document.querySelectorAll(STOPS)].filter(isStop);
    return found.filter(isOfItsGroup).flatMap((one) => {
      const inner = innerOf(one);
      return inner ? stopsIn(inner) : one;
    });
  }

  function innerOf(element: Element | null): Document | null {
    return element?.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
  }

  function isStop(element: Element): boolean {
    const isOff = element.matches(':disabled, [type="hidden"]') || (element as HTMLElement).tabIndex < 0;
    return !isOff && element.checkVisibility({ visibilityProperty: true });
  }

  /** Of radio buttons of one name the keyboard stops at one: the chosen one, or the first. */
  function isOfItsGroup(element: Element, _at: number, all: readonly Element[]): boolean {
    return element === standsFor(element, all);
  }

  function standsFor(element: Element, all: readonly Element[]): Element {
    const group = all.filter((one) => isRadio(one) && isRadio(element) && nameOf(one) === nameOf(element));
    return group.find((one) => (one as HTMLInputElement).checked) ?? group[0] ?? element;
  }

  function isRadio(element: Element): boolean {
    return element.matches('input[type="radio"]');
  }

  function nameOf(element: Element): string | null {
    return element.getAttribute('name');
  }

  function focused(document: Document): Element | null {
    const element = document.activeElement;
    const inner = innerOf(element);
    if (inner) return focused(inner);
    return element === document.body || element === document.documentElement ? null : element;
  }

  /** A ring around it, or around the label that stands for it, and it in sight. */
  function unseenBecause(element: Element): string | null {
    const shown = element.matches('[type="file"]') ? (element.nextElementSibling ?? element) : element;
    const view = shown.ownerDocument.defaultView ?? window;
    const { outlineStyle, outlineWidth } = view.getComputedStyle(shown);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no ring (${outlineStyle})`;
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const spots = [0.1, 0.5, 0.9].flatMap((across) =>
      [0.1, 0.5, 0.9].map((down) => [left + (right - left) * across, top + (bottom - top) * down] as const),
    );
    const isMet = spots.some(([x, y]) => shown.contains(shown.ownerDocument.elementFromPoint(x, y)));
    return isMet ? null : `out of sight or covered (${Math.round(top)} to ${Math.round(bottom)})`;
  }

  function called(element: Element): string {
    const { command, action } = (element as HTMLElement).dataset;
    return (command ?? action ?? element.id) || element.localName;
  }

  const all = stopsIn(window.document);
  const element = window.document.hasFocus() ? focused(window.document) : null;
  const radios = element ? [...element.ownerDocument.querySelectorAll('input')] : [];
  return {
    all: all.map(called),
    at: element ? all.indexOf(standsFor(element, radios)) : -1,
    says: element ? called(element) : null,
    words: (element as HTMLElement | null)?.innerText?.replace(/\s+/g, ' ').trim() ?? '',
    // A panel or a heading at which somebody goes on is no control.
    unseen: element && isStop(element) ? unseenBecause(element) : null,
  };
}
