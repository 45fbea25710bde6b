import type { SidebarHost } from './sidebar-host.ts';

/** A page that covers the sidebar again and again has the last word after so many times, until it is quiet. */
const MOST_TIMES = 5;
const QUIET_MS = 5_000;

type Risen = Pick<SidebarHost, 'element' | 'rise'>;

/**
 * Keeps the sidebar in the top layer, above what a page keeps standing over the name in it. A menu, and a short message
 * further down, stay above: they pass.
 *
 * @returns what is to be called with each `toggle`, `close` and `fullscreenchange` of the page
 */
export function keepOnTop(document: Document, hostNow: () => Risen | null): (event: Event) => void {
  let times = 0;
  let lastAt = 0;

  return (event) => {
    const host = hostNow();
    if (!host || (event.type === 'toggle' && !isInTheWay(document, host.element, event as ToggleEvent))) return;
    const now = Date.now();
    times = now - lastAt < QUIET_MS ? times + 1 : 0;
    lastAt = now;
    if (times < MOST_TIMES) host.rise();
  };
}

/** Stands over the name, and does not close by itself when somebody presses elsewhere. */
function isInTheWay(document: Document, host: HTMLElement, { target, newState }: ToggleEvent): boolean {
  if (newState !== 'open' || target === host || (target as HTMLElement).popover !== 'manual') return false;
  const { x, y, width, height } = host.getBoundingClientRect();
  return Document.prototype.elementFromPoint.call(document, x + width / 2, y + height / 10) !== host;
}
