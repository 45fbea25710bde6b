import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Focus never moves by itself; but where what had it is taken away, it goes to the panel, and not out of it. Never out of
 * the page beside: whoever types there goes on typing.
 *
 * @returns for the panel, which can be focused
 */
export function useKeptFocus<E extends HTMLElement = HTMLElement>(): RefObject<E | null> {
  const panel = useRef<E>(null);
  const had = panel.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const isLost = had && !panel.current?.contains(document.activeElement);
    if (isLost && document.hasFocus()) panel.current?.focus();
  });
  return panel;
}
