import { useEffect } from 'preact/hooks';

/** Firefox leaves alone what is seen in part. A press of a pointer must not move what it pressed. */
export function bringIntoSight({ target }: FocusEvent): void {
  if (target instanceof Element && target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest' });
}

/** For a page of its own: whatever takes the focus is scrolled to where it is seen whole. */
export function useFocusInSight(): void {
  useEffect(() => {
    document.addEventListener('focusin', bringIntoSight);
    return () => document.removeEventListener('focusin', bringIntoSight);
  }, []);
}
