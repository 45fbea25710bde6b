import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Folding takes away what has been pressed: who is in here with the keyboard goes on at what takes its place. */
export function useFocusWhenFolded(panel: RefObject<HTMLElement | null>, folded: boolean): void {
  const was = useRef(folded);
  useLayoutEffect(() => {
    if (was.current === folded) return;
    was.current = folded;
    if (!document.hasFocus()) return;
    panel.current?.querySelector<HTMLElement>(`[data-command="${folded ? 'unfold' : 'fold'}"]`)?.focus();
  }, [folded]);
}
