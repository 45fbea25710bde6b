import type { JSX, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { NARROWEST, WIDEST, widthMovedBy } from '../../utils/page/place.ts';
import { useWords } from '../words/words.ts';
import type { Overlay } from './overlay.ts';

/** One press of an arrow key, in CSS pixels. */
const STEP = 16;

type Drag = TargetedPointerEvent<HTMLDivElement>;

/** The inner edge, to be drawn by pointer or by keys. The pointer may leave the sidebar meanwhile. */
export function EdgeHandle({ place, arrange, drawEdge }: Overlay): JSX.Element {
  const { OVERLAY } = useWords();
  const grabbedAt = useRef<number | null>(null);

  function byKey(event: KeyboardEvent): void {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: widthMovedBy(place, -STEP),
      ArrowRight: widthMovedBy(place, STEP),
      Home: NARROWEST,
      End: WIDEST,
    };
    const width = widths[event.key];
    if (width === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (width !== place.width) arrange({ ...place, width });
  }

  function grab(event: Drag): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbedAt.current = event.clientX;
  }

  function widthAt({ clientX }: Drag): number | null {
    return grabbedAt.current === null ? null : widthMovedBy(place, clientX - grabbedAt.current);
  }

  function move(event: Drag): void {
    const width = widthAt(event);
    if (width !== null) drawEdge(width);
  }

  /** Let go of, or taken out of somebody's hand: then it goes back. */
  function end(event: Drag): void {
    const width = widthAt(event);
    grabbedAt.current = null;
    if (width !== null) arrange({ ...place, width: event.type === 'pointerup' ? width : place.width });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> is no separator that can be moved
    <div
      class="edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={OVERLAY.width}
      aria-valuenow={place.width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={byKey}
      onPointerDown={grab}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
    />
  );
}
