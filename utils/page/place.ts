/** Where the sidebar stands in the pages of one clinical system. */
export type Place = {
  readonly side: 'left' | 'right';
  /** In CSS pixels, unfolded. */
  readonly width: number;
  /** Lies over the page instead of pushing it aside. */
  readonly covers: boolean;
  /** Folded to a tab at the edge. */
  readonly folded: boolean;
};

export const NARROWEST = 320;
export const WIDEST = 480;

/** Where the sidebar stands until somebody moves it. */
export const FIRST_PLACE: Place = { side: 'right', width: 360, covers: false, folded: false };

/** The nearest width the sidebar can have. */
export function possibleWidth(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

/**
 * The width once the inner edge of the sidebar has been moved.
 *
 * @param by so many CSS pixels to the right
 */
export function widthMovedBy({ side, width }: Place, by: number): number {
  return possibleWidth(side === 'right' ? width - by : width + by);
}
