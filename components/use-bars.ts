import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { bringIntoSight } from './focus-in-sight.ts';

/** What stays in sight leaves at least this part of the window to what scrolls beneath it. */
const LEFT_BETWEEN = 0.5;

type Bars = { readonly stays: 'all' | 'link' | 'nothing'; readonly head: number; readonly foot: number };

function heightOf(panel: HTMLElement, parts: string): number {
  return [...panel.querySelectorAll<HTMLElement>(parts)].reduce((sum, { offsetHeight }) => sum + offsetHeight, 0);
}

/** Where names are long or letters large the link bar alone stays in sight; where that is too much, nothing does. */
function barsOf(panel: HTMLElement, room: number): Bars {
  const [head, foot] = [heightOf(panel, ':scope > header > *'), heightOf(panel, ':scope > .foot')];
  if (head + foot <= room) return { stays: 'all', head, foot };
  const link = heightOf(panel, ':scope > header > .link');
  return link <= room ? { stays: 'link', head: link, foot: 0 } : { stays: 'nothing', head: 0, foot: 0 };
}

function fitBars(panel: HTMLElement): void {
  const { documentElement, defaultView } = panel.ownerDocument;
  const { stays, head, foot } = barsOf(panel, (defaultView?.innerHeight ?? 0) * (1 - LEFT_BETWEEN));
  panel.dataset.stays = stays;
  documentElement.style.setProperty('--head', `${head}px`);
  documentElement.style.setProperty('--foot', `${foot}px`);
}

/** Whatever takes the focus is scrolled to where head and foot, as high as they are now, do not cover it. */
export function useBars(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (panel.current) fitBars(panel.current);
  });
  useLayoutEffect(() => {
    const element = panel.current;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    const fit = (): void => fitBars(element);
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    view.addEventListener('resize', fit);
    element.addEventListener('focusin', bringIntoSight);
    return () => {
      watch.disconnect();
      view.removeEventListener('resize', fit);
      element.removeEventListener('focusin', bringIntoSight);
    };
  }, [panel]);
}
