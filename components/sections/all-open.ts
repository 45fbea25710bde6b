import { createContext } from 'preact';

/** Everything stands open, and nothing can be folded: read aloud, printed, or copied as text. */
export const AllOpen = createContext(false);
