/** Whom a frame of the sidebar shows, as it says itself: an NHS number without spaces, or '' for nobody. */
export type Shows = { readonly view: string; readonly number: string };

/** A frame a person can see at this moment; `shows` is `null` as long as it has not said. */
export type SeenNow = { readonly frame: number; readonly shows: Shows | null };

/** Sent to the page in each animation frame; the detail is a list of `SeenNow` as JSON. */
export const SEEN = 'planside-watched-seen';
/** Begins it. */
export const WATCH = 'planside-watched-begin';
