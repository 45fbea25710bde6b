import type { Place } from '../../utils/page/place.ts';

/** The sidebar as a thing in a page: where it stands, and what can be done with it. */
export type Overlay = {
  readonly place: Place;
  /** Puts it somewhere else, and has that remembered. */
  readonly arrange: (place: Place) => void;
  /** Its inner edge is being drawn to this width. */
  readonly drawEdge: (width: number) => void;
};
