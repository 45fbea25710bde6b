import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFocusInSight } from './focus-in-sight.ts';

/** What stays in sight leaves at least this part of the window to what scrolls beneath it. */
const LEFT_ABOVE = 0.5;

function leaveRoomFor(bar: HTMLElement): void {
  const { documentElement, defaultView } = bar.ownerDocument;
  const stays = bar.offsetHeight <= (defaultView?.innerHeight ?? 0) * (1 - LEFT_ABOVE);
  bar.toggleAttribute('data-stays', stays);
  documentElement.style.setProperty('--outcome', `${stays ? bar.offsetHeight : 0}px`);
}

/** Whatever takes the focus is scrolled to where the bar, as high as it is now, does not cover it. */
function useRoomAbove(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (bar.current) leaveRoomFor(bar.current);
  });
  useLayoutEffect(() => {
    const element = bar.current;
    const page = element?.ownerDocument.defaultView;
    if (!element || !page) return;
    const resized = (): void => leaveRoomFor(element);
    page.addEventListener('resize', resized);
    return () => page.removeEventListener('resize', resized);
  }, [bar]);
}

/** What came of the last button: always in sight, unless it takes half the window, and read out when it changes. */
export function OutcomeBar(props: { tone: 'done' | 'stop' | undefined; children: ComponentChildren }): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  useRoomAbove(bar);
  useFocusInSight();
  return (
    <div class="outcome" role="status" data-part="outcome" data-tone={props.tone} ref={bar}>
      {props.children}
    </div>
  );
}
