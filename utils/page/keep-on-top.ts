/** A page that covers the sidebar again and again has the last word after so many times, until it is quiet. */
const MOST_TIMES = 5;
const QUIET_MS = 5_000;

/**
 * Keeps the sidebar in the top layer, above what a page keeps standing over the name in it. A menu, and a short message
 * further down, stay above: they pass. So does what makes all else in the page unpressable, a dialog that the page waits
 * for or one thing in full screen: whoever pressed the sidebar there would press the page behind it.
 *
 * @param signal ends it
 */
export function keepOnTop(document: Document, host: HTMLElement, { signal }: { signal: AbortSignal }): void {
  let times = 0;
  let lastAt = 0;

  function rise(): void {
    if (Document.prototype.querySelector.call(document, ':modal:not(:root)')) return;
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  }

  /** Stands over the name, and does not close by itself when somebody presses elsewhere. */
  function isInTheWay({ target, newState }: ToggleEvent): boolean {
    if (newState !== 'open' || target === host || (target as HTMLElement).popover !== 'manual') return false;
    const { x, y, width, height } = host.getBoundingClientRect();
    return Document.prototype.elementFromPoint.call(document, x + width / 2, y + height / 10) !== host;
  }

  function onChange(event: Event): void {
    if (event.type === 'toggle' && !isInTheWay(event as ToggleEvent)) return;
    const now = Date.now();
    times = now - lastAt < QUIET_MS ? times + 1 : 0;
    lastAt = now;
    if (times < MOST_TIMES) rise();
  }

  for (const happens of ['toggle', 'close', 'fullscreenchange'])
    document.addEventListener(happens, onChange, { signal, capture: true });
  rise();
}
