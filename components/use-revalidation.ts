import { useEffect, useRef } from 'preact/hooks';
import type { On } from './Buttons.tsx';

/** How old a plan may get in front of somebody before the service is asked again. */
export const PATIENCE_MS = 5 * 60_000;

/**
 * While a plan is shown and can be seen: asks for a quiet check every five minutes, and once whenever the panel is
 * looked at again. Nothing is asked for while it is out of sight, or while there is no plan.
 *
 * @param fetchedAt when the plan on the screen was last checked; `null`: no plan is shown
 */
export function useRevalidation(fetchedAt: number | null, on: On): void {
  const latest = useRef(on);
  latest.current = on;
  useEffect(() => {
    if (fetchedAt === null) return;
    const ask = (): void => latest.current({ do: 'revalidate' });
    let timer: ReturnType<typeof setInterval> | undefined;
    const startOrStop = (): void => {
      clearInterval(timer);
      timer = document.visibilityState === 'visible' ? setInterval(ask, PATIENCE_MS) : undefined;
    };
    const onLook = (): void => {
      startOrStop();
      if (document.visibilityState === 'visible') ask();
    };
    startOrStop();
    document.addEventListener('visibilitychange', onLook);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onLook);
    };
  }, [fetchedAt]);
}
